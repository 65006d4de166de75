import TakedownModel

/// A run of days that figures are told of, both ends included.
struct ReportingPeriod: Hashable {
  let start: CalendarDate
  let end: CalendarDate

  /// The days as people say them: `1 July 2024 to 31 March 2025`.
  var spoken: String { "\(start.spoken) to \(end.spoken)" }
}

extension PublicationSettings {
  /// The days that a request speaks of: the last period of its kind that is over, or the one that
  /// ends with `asOf`.
  ///
  /// Periods since a day begin with the year of the first record where the settings name no day.
  func period(
    of request: HeadlineRequest.Period, firstRecord: CalendarDate? = nil
  ) -> ReportingPeriod {
    switch request {
    case .toDate:
      ReportingPeriod(start: yearStart.start(ofYear: yearStart.year(holding: asOf)), end: asOf)
    case .year: lastYear(yearStart)
    case .calendarYear: lastYear(.january)
    case .ukFinancialYear: lastYear(.ukFinancial)
    case .usFinancialYear: lastYear(.usFinancial)
    case .quarter: lastQuarter(yearStart)
    case .calendarQuarter: lastQuarter(.january)
    case .ukFinancialQuarter: lastQuarter(.ukFinancial)
    case .usFinancialQuarter: lastQuarter(.usFinancial)
    case .month: lastMonth
    case .yearToMonth: lastYearToMonth
    case .week: lastWeek
    case .rollingYear: rollingYear
    case .since, .cumulative:
      ReportingPeriod(
        start: since ?? yearStart.start(ofYear: yearStart.year(holding: firstRecord ?? asOf)),
        end: asOf)
    }
  }

  private func lastYear(_ years: YearStart) -> ReportingPeriod {
    let current = years.year(holding: asOf)
    let last = years.end(ofYear: current) == asOf ? current : current - 1
    return ReportingPeriod(start: years.start(ofYear: last), end: years.end(ofYear: last))
  }

  private func lastQuarter(_ years: YearStart) -> ReportingPeriod {
    let current = years.year(holding: asOf)
    let quarters = [current - 1, current].flatMap { year in
      (0..<4).map { quarter in
        ReportingPeriod(
          start: years.start(ofQuarter: quarter, ofYear: year),
          end: years.start(ofQuarter: quarter + 1, ofYear: year).adding(days: -1))
      }
    }
    return quarters.last { $0.end <= asOf } ?? lastYear(years)
  }

  private var lastMonth: ReportingPeriod {
    let next = asOf.adding(days: 1)
    let end = next.adding(days: -next.components.day)
    return ReportingPeriod(start: end.adding(days: 1 - end.components.day), end: end)
  }

  /// From the start of the reporting year to the end of the last month that is over, which may be of
  /// the year before.
  private var lastYearToMonth: ReportingPeriod {
    let current = yearStart.year(holding: asOf)
    let periods = [current - 1, current].flatMap { year in
      yearStart.monthEnds(ofYear: year).map {
        ReportingPeriod(start: yearStart.start(ofYear: year), end: $0)
      }
    }
    return periods.last { $0.end <= asOf } ?? lastYear(yearStart)
  }

  /// From Monday to Sunday, as in ISO 8601.
  private var lastWeek: ReportingPeriod {
    // Day 3 was a Sunday.
    let weekday = ((asOf.days - 3) % 7 + 7) % 7
    return ReportingPeriod(start: asOf.adding(days: -weekday - 6), end: asOf.adding(days: -weekday))
  }

  private var rollingYear: ReportingPeriod {
    let next = asOf.adding(days: 1)
    // The end of February is the same day in every year, whether the 28th or the 29th.
    let isEndOfFebruary = next.components.month == 3 && next.components.day == 1
    return ReportingPeriod(
      start: isEndOfFebruary ? next.adding(years: -1) : asOf.adding(years: -1).adding(days: 1),
      end: asOf)
  }
}
