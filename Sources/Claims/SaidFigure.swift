package import TakedownModel

/// A figure that was said in public, with what its words allow.
package struct SaidFigure: Hashable, Sendable {
  package let id: String
  package let publisher: String
  package let publishedOn: CalendarDate?
  package let agency: String
  package let measure: String
  /// The units counted, sorted, each once.
  package let units: [String]
  package let first: CalendarDate
  package let last: CalendarDate
  package let qualifier: Qualifier
  package let value: Int
  /// What was said of a change; empty for nothing.
  package let change: String
  /// The id of the figure that it was compared with; empty for none.
  package let changeBase: String

  package init(
    id: String, publisher: String = "", publishedOn: CalendarDate? = nil, agency: String,
    measure: String, units: [String], first: CalendarDate, last: CalendarDate,
    qualifier: Qualifier, value: Int, change: String = "", changeBase: String = ""
  ) {
    self.id = id
    self.publisher = publisher
    self.publishedOn = publishedOn
    self.agency = agency
    self.measure = measure
    self.units = units
    self.first = first
    self.last = last
    self.qualifier = qualifier
    self.value = value
    self.change = change
    self.changeBase = changeBase
  }

  /// The most that a value may be.
  static let greatestValue = 999_999_999_999

  /// What the words allow.
  package var range: CountRange { CountRange(qualifier, value) }

  /// `more than 8,000`.
  var wording: String { qualifier.wording(value) }

  /// `accounts+pages+posts`.
  var counts: String { units.joined(separator: "+") }

  /// `1 July 2024 to 31 March 2025`.
  var days: String {
    first == last ? first.spoken : "\(first.spoken) to \(last.spoken)"
  }

  /// What is to be counted of the records to hold against it.
  package var request: CountRequest {
    CountRequest(agency: agency, measure: measure, units: units, first: first, last: last)
  }

  /// The units that a text joins by `+`; nil where it names none.
  package static func units(_ text: String) -> [String]? {
    let units = text.split(separator: "+", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    return units.isEmpty || units.contains("") ? nil : Set(units).sorted()
  }
}
