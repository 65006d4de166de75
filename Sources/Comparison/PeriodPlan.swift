import TakedownModel

/// A period and what it is compared with.
struct PlannedComparison {
  let period: Period
  let base: Period
  let basis: Basis
  /// Whether the period ends where its kind ends, rather than at the last day there is.
  let isFinished: Bool
  /// The places of both sides' days among the plan's windows.
  let window: Int
  let baseWindow: Int
}

/// All periods that are counted, in the order of the tables, and the distinct windows they need.
struct PeriodPlan {
  private(set) var comparisons: [PlannedComparison] = []
  /// Each window once, however many periods have it.
  private(set) var windows: [DayWindow] = []
  private var numbers: [DayWindow: Int] = [:]

  /// Plans the reporting year so far, every reporting year that has ended since the first record,
  /// and the months of the current reporting year and the one before.
  init(asOf: CalendarDate, firstRecord: CalendarDate, yearStart: YearStart) {
    let current = yearStart.year(holding: asOf)
    planToDate(asOf, yearStart, current)
    var year = yearStart.year(holding: firstRecord)
    while yearStart.end(ofYear: year) <= asOf && year < 9999 {
      planYear(year, yearStart)
      year += 1
    }
    planMonths(from: yearStart.start(ofYear: current - 1), to: asOf)
  }

  private mutating func planToDate(_ asOf: CalendarDate, _ yearStart: YearStart, _ year: Int) {
    let isFinished = asOf == yearStart.end(ofYear: year)
    // At the year's end the base is the whole year before, 29 February included.
    let baseEnd = isFinished ? yearStart.end(ofYear: year - 1) : asOf.adding(years: -1)
    add(
      Period(
        .toDate, yearStart.name(ofYear: year) + " to date", yearStart.start(ofYear: year), asOf),
      Period(
        .toDate, yearStart.name(ofYear: year - 1) + " to date",
        yearStart.start(ofYear: year - 1), baseEnd),
      isFinished: isFinished)
  }

  private mutating func planYear(_ year: Int, _ yearStart: YearStart) {
    func period(_ year: Int) -> Period {
      Period(
        .year, yearStart.name(ofYear: year), yearStart.start(ofYear: year),
        yearStart.end(ofYear: year))
    }
    add(period(year), period(year - 1), isFinished: true)
  }

  private mutating func planMonths(from first: CalendarDate, to asOf: CalendarDate) {
    var (year, month, _) = first.components
    while let start = CalendarDate(year: year, month: month, day: 1), start <= asOf {
      let end = start.adding(days: CalendarDate.length(ofMonth: month, year: year) - 1)
      let isFinished = end <= asOf
      let baseLength = CalendarDate.length(ofMonth: month, year: year - 1)
      let baseStart = start.adding(years: -1)
      add(
        Period(.month, Self.name(start), start, min(end, asOf)),
        Period(
          .month, Self.name(baseStart), baseStart,
          isFinished ? baseStart.adding(days: baseLength - 1) : asOf.adding(years: -1)),
        isFinished: isFinished)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
  }

  private static func name(_ month: CalendarDate) -> String {
    String(month.description.prefix(7))
  }

  private mutating func add(_ period: Period, _ base: Period, isFinished: Bool) {
    comparisons.append(
      PlannedComparison(
        period: period, base: base, basis: isFinished ? .fullPeriod : .samePeriod,
        isFinished: isFinished, window: number(of: period.window),
        baseWindow: number(of: base.window)))
  }

  private mutating func number(of window: DayWindow) -> Int {
    if let known = numbers[window] { return known }
    numbers[window] = windows.count
    windows.append(window)
    return windows.count - 1
  }
}
