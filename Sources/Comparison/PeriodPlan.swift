import TakedownModel

/// All periods that are counted, in the order of the tables, and the distinct windows they need.
struct PeriodPlan {
  private(set) var periods: [PlannedPeriod] = []
  /// Each window once, however many periods have it.
  private(set) var windows: [DayWindow] = []
  private var numbers: [DayWindow: Int] = [:]

  private let asOf: CalendarDate
  private let firstRecord: CalendarDate
  private let yearStart: YearStart
  private let since: CalendarDate
  private let comparesUnlike: Bool

  /// Plans the chosen kinds, each since the first record but for months, weeks and years to a month,
  /// which are those of the current reporting year and the one before.
  ///
  /// With `since` nil, the kinds `since` and `cumulative` count from the start of the reporting year
  /// that holds the first record. `comparesUnlike` sets an unfinished period also beside the whole one
  /// before it.
  init(
    asOf: CalendarDate, firstRecord: CalendarDate, yearStart: YearStart,
    choices: [PeriodKind] = PeriodKind.usual, since: CalendarDate? = nil,
    comparesUnlike: Bool = false
  ) {
    self.asOf = asOf
    self.firstRecord = firstRecord
    self.yearStart = yearStart
    self.since = since ?? yearStart.start(ofYear: yearStart.year(holding: firstRecord))
    self.comparesUnlike = comparesUnlike
    for kind in PeriodKind.choices where choices.contains(kind) { plan(kind) }
  }

  private mutating func plan(_ kind: PeriodKind) {
    switch kind {
    case .toDate: planToDate()
    case .year: planYears(kind, yearStart, withCurrent: false)
    case .calendarYear: planYears(kind, .january, withCurrent: true)
    case .ukFinancialYear: planYears(kind, .ukFinancial, withCurrent: true)
    case .usFinancialYear: planYears(kind, .usFinancial, withCurrent: true)
    case .quarter: planQuarters(kind, yearStart)
    case .calendarQuarter: planQuarters(kind, .january)
    case .ukFinancialQuarter: planQuarters(kind, .ukFinancial)
    case .usFinancialQuarter: planQuarters(kind, .usFinancial)
    case .month: planMonths()
    case .yearToMonth: planYearsToMonths()
    case .week: planWeeks()
    case .rollingYear: planRollingYear()
    case .since: planSince()
    case .cumulative: planCumulative()
    case .all, .stated: break
    }
  }

  /// The start of the reporting year before the current one.
  private var recent: CalendarDate {
    yearStart.start(ofYear: yearStart.year(holding: asOf) - 1)
  }
}

// Periods of which each year has the same.
extension PeriodPlan {
  private mutating func planToDate() {
    let year = yearStart.year(holding: asOf)
    let whole = Period(
      .toDate, yearStart.name(ofYear: year - 1), yearStart.start(ofYear: year - 1),
      yearStart.end(ofYear: year - 1))
    add(
      Period(
        .toDate, yearStart.name(ofYear: year) + " to date", yearStart.start(ofYear: year),
        yearStart.end(ofYear: year)),
      // At the year's end the base is the whole year before, 29 February included.
      whole, name: { $0 + " to date" })
  }

  private mutating func planYears(_ kind: PeriodKind, _ years: YearStart, withCurrent: Bool) {
    func period(_ year: Int) -> Period {
      Period(kind, years.name(ofYear: year), years.start(ofYear: year), years.end(ofYear: year))
    }
    var year = years.year(holding: firstRecord)
    while years.end(ofYear: year) <= asOf && year < 9999 {
      add(period(year), period(year - 1))
      year += 1
    }
    guard withCurrent, year < 9999, years.start(ofYear: year) <= asOf else { return }
    let current = period(year)
    add(
      Period(kind, current.name + " to date", current.window.start, current.window.end),
      period(year - 1), name: { $0 + " to date" })
  }

  private mutating func planQuarters(_ kind: PeriodKind, _ years: YearStart) {
    func period(_ quarter: Int, _ year: Int) -> Period {
      Period(
        kind, "\(years.name(ofYear: year)) Q\(quarter + 1)",
        years.start(ofQuarter: quarter, ofYear: year),
        years.start(ofQuarter: quarter + 1, ofYear: year).adding(days: -1))
    }
    let first = years.year(holding: firstRecord)
    guard first <= years.year(holding: asOf) else { return }
    for year in first...years.year(holding: asOf) where year < 9999 {
      for quarter in 0..<4 {
        let own = period(quarter, year)
        guard own.window.start <= asOf, firstRecord <= own.window.end else { continue }
        add(own, period(quarter, year - 1))
      }
    }
  }

  private mutating func planMonths() {
    var (year, month, _) = recent.components
    while let start = CalendarDate(year: year, month: month, day: 1), start <= asOf {
      add(Self.month(month, of: year), Self.month(month, of: year - 1))
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
  }

  private mutating func planYearsToMonths() {
    func periods(_ year: Int) -> [Period] {
      yearStart.monthEnds(ofYear: year).map { end in
        Period(
          .yearToMonth, "\(yearStart.name(ofYear: year)) to \(end.description.prefix(7))",
          yearStart.start(ofYear: year), end)
      }
    }
    let current = yearStart.year(holding: asOf)
    for year in [current - 1, current] {
      // A month has begun when the one before it is over.
      var begins = yearStart.start(ofYear: year)
      for (period, base) in zip(periods(year), periods(year - 1)) where begins <= asOf {
        add(period, base)
        begins = period.window.end.adding(days: 1)
      }
    }
  }

  private static func month(_ month: Int, of year: Int) -> Period {
    let start = CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(days: 0)
    return Period(
      .month, String(start.description.prefix(7)), start,
      start.adding(days: CalendarDate.length(ofMonth: month, year: year) - 1))
  }
}

// Periods that do not begin on the same day of each year.
extension PeriodPlan {
  private mutating func planWeeks() {
    var week = ISOWeek(holding: max(recent, yearStart.start(ofYear: 2)))
    while week.monday <= asOf {
      // A week 53 that the year before does not have is set beside nothing.
      add(Self.period(week), week.yearBefore.map(Self.period))
      week = ISOWeek(holding: week.monday.adding(days: 7))
    }
  }

  private static func period(_ week: ISOWeek) -> Period {
    Period(.week, week.name, week.monday, week.monday.adding(days: 6))
  }

  /// The twelve months that end with the last day, and the twelve months before them.
  private mutating func planRollingYear() {
    let baseEnd = Self.yearBefore(asOf)
    let earlier = Self.yearBefore(baseEnd)
    func period(_ end: CalendarDate, after day: CalendarDate) -> Period {
      Period(.rollingYear, "12 months to \(end)", day.adding(days: 1), end)
    }
    add(period(asOf, after: baseEnd), period(baseEnd, after: earlier))
  }

  /// The same day of the year before; the last day of February is that of either length.
  private static func yearBefore(_ day: CalendarDate) -> CalendarDate {
    let (_, month, _) = day.adding(days: 1).components
    let isEndOfFebruary = month == 3 && day.components.month == 2
    return isEndOfFebruary
      ? day.adding(days: 1).adding(years: -1).adding(days: -1) : day.adding(years: -1)
  }

  private mutating func planSince() {
    guard since <= asOf else { return }
    add(Period(.since, "since \(since)", since, asOf), nil)
  }

  private mutating func planCumulative() {
    guard since <= asOf else { return }
    var year = yearStart.year(holding: since)
    while yearStart.end(ofYear: year) < asOf && year < 9999 {
      let end = yearStart.end(ofYear: year)
      add(Period(.cumulative, "\(since) to \(end)", since, end), nil)
      year += 1
    }
    add(Period(.cumulative, "\(since) to \(asOf)", since, asOf), nil)
  }
}

extension PeriodPlan {
  /// Adds a period and its base, given whole, and cuts both where the period goes on after the last
  /// day.
  private mutating func add(
    _ whole: Period, _ base: Period?, name: (String) -> String = { $0 }
  ) {
    let isFinished = whole.window.end <= asOf
    let period = isFinished ? whole : whole.ending(asOf)
    var bases: [PlannedBase] = []
    if let base {
      let end =
        whole.kind == .week
        ? base.window.start.adding(days: asOf.days - whole.window.start.days)
        : asOf.adding(years: -1)
      let like = (isFinished ? base : base.ending(end)).named(name(base.name))
      bases.append(planned(like, isFinished ? .fullPeriod : .samePeriod))
      if comparesUnlike && !isFinished { bases.append(planned(base, .unlike)) }
    }
    periods.append(
      PlannedPeriod(
        period: period, isFinished: isFinished, window: number(of: period.window), bases: bases))
  }

  private mutating func planned(_ period: Period, _ basis: Basis) -> PlannedBase {
    PlannedBase(period: period, basis: basis, window: number(of: period.window))
  }

  private mutating func number(of window: DayWindow) -> Int {
    if let known = numbers[window] { return known }
    numbers[window] = windows.count
    windows.append(window)
    return windows.count - 1
  }
}
