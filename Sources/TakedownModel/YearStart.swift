/// The day on which each reporting year begins.
package struct YearStart: Hashable, Sendable {
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Nil for a day that not every year has, 29 February among them.
  package init?(month: Int, day: Int) {
    // 2001 stands for every year that is no leap year.
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
  package func year(holding date: CalendarDate) -> Int {
    let (year, month, day) = date.components
    return (month, day) < (self.month, self.day) ? year - 1 : year
  }

  /// The first day of the reporting year that begins in a calendar year.
  package func start(ofYear year: Int) -> CalendarDate {
    let year = min(max(year, 1), 9999)
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(days: 0)
  }

  /// The last day of the reporting year that begins in a calendar year.
  package func end(ofYear year: Int) -> CalendarDate {
    start(ofYear: year + 1).adding(days: -1)
  }

  /// `2024/25`, or `2024` where reporting years are calendar years.
  package func name(ofYear year: Int) -> String {
    guard self != .january else { return String(year) }
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }
}

extension YearStart: LosslessStringConvertible {
  /// The day as `07-01`.
  package var description: String {
    "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Reads `07-01`; nil for anything else.
  package init?(_ text: String) {
    guard let date = CalendarDate("2001-\(text)") else { return nil }
    let (_, month, day) = date.components
    self.init(month: month, day: day)
  }
}
