package import TakedownModel

/// One bar or one point of a line.
///
/// Its texts can be drawn by any program, whatever the names hold.
package struct ChartPoint: Hashable, Sendable {
  /// The place among the points, 1-based.
  package let order: Int
  /// What the point is named by on its axis.
  package let category: String
  /// Which points have the same colour.
  package let series: String
  package let agency: String
  package let agencyName: String
  package let platform: String
  package let platformName: String
  package let measure: String
  package let start: CalendarDate?
  package let end: CalendarDate?
  /// Nil when it is not available or hidden.
  package let value: Int?
  /// `final`, `provisional`, `c` for a hidden value, or empty where it is not said.
  package let status: String
  /// What stands at the point: `1,234 [p]`, or `[x]` where there is no value, or `[c]`.
  package let label: String
  package let source: String

  package init(
    order: Int, category: String, series: String, agency: (id: String, name: String),
    platform: (id: String, name: String), measure: String, start: CalendarDate?,
    end: CalendarDate?, value: Int?, status: String, label: String, source: String
  ) {
    self.order = order
    self.category = Self.drawn(category)
    self.series = Self.drawn(series)
    self.agency = agency.id
    agencyName = Self.drawn(agency.name)
    self.platform = platform.id
    platformName = Self.drawn(platform.name)
    self.measure = measure
    self.start = start
    self.end = end
    self.value = value
    self.status = status
    self.label = label
    self.source = Self.drawn(source)
  }

  /// A text without what no picture may hold: a control character becomes its own picture, so that
  /// names which differ still do.
  private static func drawn(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { stand(in: $0) != nil }) else { return text }
    var drawn = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { drawn.append(stand(in: scalar) ?? scalar) }
    return String(drawn)
  }

  /// What stands for a character that XML does not have; nil for any other.
  private static func stand(in scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d: nil
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0xfffe, 0xffff: "\u{fffd}"
    default: nil
    }
  }
}

extension DataTable {
  /// The points of a chart in long form.
  static func chart(name: String, title: String, _ points: [ChartPoint]) -> DataTable {
    let columns: [ColumnDefinition<ChartPoint>] = [
      .init("order", "The place among the bars, from the first.", .integer, unit: "place") {
        String($0.order)
      },
      .init("category", "What the bar is named by.") { $0.category },
      .init("series", "Bars of the same series have the same colour.") { $0.series },
      .init("agency", "The agency's id; 'all' counts what several did once.") { $0.agency },
      .init("agency_name", "The agency's name.") { $0.agencyName },
      .init("platform", "The platform's id, 'all' or 'unmapped'.") { $0.platform },
      .init("platform_name", "The platform's name.") { $0.platformName },
      .init("measure", "What is counted.") { $0.measure },
      .init("first_day", "The first day of the period.", .date, missing: "not said") {
        $0.start?.description ?? ""
      },
      .init("last_day", "The last day of the period, included.", .date, missing: "not said") {
        $0.end?.description ?? ""
      },
      .init("value", "How many.", .integer, unit: "as in measure", missing: "not available") {
        $0.value.map(String.init) ?? ""
      },
      .init("status", "'final', 'provisional', or 'c' for a hidden value.", missing: "not said") {
        $0.status
      },
      .init(
        "label",
        "The value as it stands at the bar: [p] provisional, [x] not available, [c] hidden."
      ) { $0.label },
      .init("source", "Where the figure comes from.", missing: "not said") { $0.source },
    ]
    return DataTable(name: name, title: title, key: ["order"], rows: points, columns: columns)
  }
}
