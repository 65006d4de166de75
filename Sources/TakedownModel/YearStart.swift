/// The day on which each reporting year begins.
package struct YearStart: Hashable, Sendable {
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int
  /// How the years are called.
  package var naming = YearNaming.both

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

  /// The financial years of the government of the United Kingdom, as its statistics name them.
  package static let ukFinancial = YearStart(checkedMonth: 4, day: 1).named(.hyphenated)

  /// The financial years of the federal government of the United States.
  package static let usFinancial = YearStart(checkedMonth: 10, day: 1).named(.last)

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

  /// `2024/25` or as `naming` says, but the year alone where reporting years are calendar years.
  package func name(ofYear year: Int) -> String {
    let isCalendar = month == 1 && day == 1
    let next = (year + 1) % 100
    let short = "\(next < 10 ? "0" : "")\(next)"
    return switch naming {
    case .last: "FY\(isCalendar ? year : year + 1)"
    case .first: String(year)
    case .both: isCalendar ? String(year) : "\(year)/\(short)"
    case .hyphenated: isCalendar ? String(year) : "\(year)-\(short)"
    }
  }

  /// The same years under other names.
  package func named(_ naming: YearNaming) -> YearStart {
    var years = self
    years.naming = naming
    return years
  }

  /// The first day of a quarter, 0 to 3, of the reporting year that begins in a calendar year; 4 is
  /// the first day of the next year.
  ///
  /// Where a month is too short for the day that years start on, it is the month's last.
  package func start(ofQuarter quarter: Int, ofYear year: Int) -> CalendarDate {
    let months = month - 1 + 3 * quarter
    let (year, month) = (year + months / 12, months % 12 + 1)
    guard (1...9999).contains(year) else { return start(ofYear: year) }
    let length = CalendarDate.length(ofMonth: month, year: year)
    return CalendarDate(year: year, month: month, day: min(day, length)) ?? start(ofYear: year)
  }

  /// The last day of each calendar month of the reporting year that begins in a calendar year, in
  /// order; the last one is the year's own.
  ///
  /// Twelve, or thirteen where years begin within a month; none before the year 1 or after 9998.
  package func monthEnds(ofYear year: Int) -> [CalendarDate] {
    let last = end(ofYear: year)
    var ends: [CalendarDate] = []
    var first = start(ofYear: year)
    while first <= last {
      let (year, month, day) = first.components
      let length = CalendarDate.length(ofMonth: month, year: year)
      let end = min(first.adding(days: length - day), last)
      ends.append(end)
      first = end.adding(days: 1)
    }
    return ends
  }
}

/// How a reporting year that begins in 2024 and ends in 2025 is called; the raw value is that name.
package enum YearNaming: String, CaseIterable, Sendable {
  case both = "2024/25"
  case hyphenated = "2024-25"
  /// By the calendar year in which it begins.
  case first = "2024"
  /// By the calendar year in which it ends.
  case last = "FY2025"
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
