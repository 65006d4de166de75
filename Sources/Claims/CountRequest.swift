package import TakedownModel

/// What is to be counted of the records, so that a figure can be held against them.
package struct CountRequest: Hashable, Sendable {
  /// Nil for all agencies jointly.
  package let agency: String?
  /// `taken-down`, `referred`, `refused` or `pending`, as registers of figures have it.
  package let measure: String
  /// In the plural, as registers have them: `accounts`, `pages`, `posts` ….
  package let units: [String]
  package let first: CalendarDate
  package let last: CalendarDate

  package init(
    agency: String?, measure: String, units: [String], first: CalendarDate, last: CalendarDate
  ) {
    self.agency = agency
    self.measure = measure
    self.units = units
    self.first = first
    self.last = last
  }
}

/// What the records say to a request.
package enum RecordedCount: Hashable, Sendable {
  /// There is nothing to count, or nothing that can be counted so; the reason in words.
  case unknown(String)
  /// An exact count, with the first and the last day on which the agency has any record.
  case counted(Int, from: CalendarDate, to: CalendarDate)
}

extension RecordedCount {
  /// Days without a record at an end of a stretch of days after which it does not count as covered.
  private static var quietDays: Int { 31 }

  /// Whether the agency's records cover a stretch of days; nil where there is no count.
  func covers(_ first: CalendarDate, _ last: CalendarDate) -> Bool? {
    guard case .counted(_, let start, let end) = self else { return nil }
    return start.days <= first.days + Self.quietDays && end.days >= last.days - Self.quietDays
  }
}
