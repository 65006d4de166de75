import TakedownModel

/// The day on which each reporting year begins.
package struct YearStart: Hashable, Sendable {
  /// 1 to 12.
  package let month: Int
  package let day: Int

  /// Nil for a day that not every year has, 29 February among them.
  package init?(month: Int, day: Int) {
    guard CalendarDate(year: 2001, month: month, day: day) != nil else { return nil }
    self.init(checkedMonth: month, day: day)
  }

  private init(checkedMonth month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Reporting years that are calendar years.
  package static let january = YearStart(checkedMonth: 1, day: 1)

  /// The calendar year in which the reporting year that holds a day begins.
  func year(holding date: CalendarDate) -> Int {
    let (year, month, day) = date.components
    return (month, day) < (self.month, self.day) ? year - 1 : year
  }

  /// The first day of the reporting year that begins in a calendar year.
  func start(ofYear year: Int) -> CalendarDate {
    let year = min(max(year, 1), 9999)
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
  }

  /// The last day of the reporting year that begins in a calendar year.
  func end(ofYear year: Int) -> CalendarDate {
    start(ofYear: year + 1).adding(days: -1)
  }

  /// `2024/25`, or `2024` where reporting years are calendar years.
  func name(ofYear year: Int) -> String {
    guard self != .january else { return String(year) }
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }
}
