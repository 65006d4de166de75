import TakedownModel

/// A day of the year without the year, such as the first of a reporting year.
package struct MonthDay: Hashable, Sendable {
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// The day; nil when not every year has it, as with 29 February.
  package init?(month: Int, day: Int) {
    // 2001 stands for every year that is no leap year.
    guard CalendarDate(year: 2001, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  private init(validMonth month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// 1 January.
  package static let newYear = MonthDay(validMonth: 1, day: 1)
}

extension MonthDay: LosslessStringConvertible {
  /// The day as `07-01`.
  package var description: String {
    "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Reads `07-01`; nil for anything else.
  package init?(_ text: String) {
    guard let date = CalendarDate("2001-\(text)") else { return nil }
    (_, month, day) = date.components
  }
}
