import TakedownModel

/// A first and a last day, both included.
struct DayWindow: Hashable {
  let start: CalendarDate
  let end: CalendarDate

  /// Every 29 February within.
  var leapDays: [CalendarDate] {
    var days: [CalendarDate] = []
    var year = start.components.year
    while year <= end.components.year {
      if let day = CalendarDate(year: year, month: 2, day: 29), start <= day, day <= end {
        days.append(day)
      }
      year += 1
    }
    return days
  }

  /// How many years the window is, when it is whole years.
  var wholeYears: Int? {
    let first = start.components
    let next = end.adding(days: 1).components
    guard first.month == next.month, first.day == next.day, next.year > first.year else {
      return nil
    }
    return next.year - first.year
  }

  /// Whether the other window is the same days of the year before.
  ///
  /// The last days of February are the same, whether 28 or 29.
  func isYear(after other: DayWindow) -> Bool {
    guard start.adding(years: -1) == other.start else { return false }
    if end.adding(years: -1) == other.end { return true }
    let (year, month, _) = end.adding(days: 1).components
    let before = other.end.adding(days: 1).components
    return month == 3 && before == (year - 1, 3, 1) && end.components.month == 2
  }
}

/// A named stretch of days over which something is counted.
struct Period: Hashable {
  let kind: PeriodKind
  /// `2024/25 to date`, `2024/25`, `2024/25 Q1`, `2024-07`, `2024-W27`, or a published figure's id.
  let name: String
  let window: DayWindow

  init(_ kind: PeriodKind, _ name: String, _ start: CalendarDate, _ end: CalendarDate) {
    self.kind = kind
    self.name = name
    window = DayWindow(start: start, end: end)
  }

  /// The period cut after a day.
  func ending(_ day: CalendarDate) -> Period { Period(kind, name, window.start, day) }

  /// The same days under another name.
  func named(_ name: String) -> Period { Period(kind, name, window.start, window.end) }
}

/// What makes two sides of a comparison alike.
enum Basis: String {
  /// Both sides are the same days of their years.
  case samePeriod = "same-period"
  /// Both sides are whole periods.
  case fullPeriod = "full-period"
  /// The sides are of different kinds or lengths.
  case unlike
}
