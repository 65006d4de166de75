package import TakedownModel

/// A figure that somebody else has counted.
package struct CountsRow: Hashable, Sendable {
  package let source: String
  package let file: String
  package let position: String
  package let agency: String
  package let platform: String
  package let country: String
  package let measure: String
  package let counts: String
  package let category: String
  package let start: CalendarDate
  package let end: CalendarDate
  package let value: Int
  /// The edition that the figure stands in; empty where nothing says.
  package let vintage: String

  /// The row of `counts.csv`.
  package var cells: [String] {
    [
      source, file, position, agency, platform, country, measure, counts, category,
      start.description, end.description, String(value), vintage,
    ]
  }
}
