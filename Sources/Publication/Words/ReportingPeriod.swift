import TakedownModel

/// A run of days in the reporting year, both ends included.
struct ReportingPeriod: Hashable {
  let start: CalendarDate
  let end: CalendarDate

  /// The days as people say them: `1 July 2024 to 31 March 2025`.
  var spoken: String { "\(start.spoken) to \(end.spoken)" }
}

extension PublicationSettings {
  /// The days that a request speaks of.
  func period(of request: HeadlineRequest.Period) -> ReportingPeriod {
    let start = reportingYearStart(before: asOf)
    switch request {
    case .toDate: return ReportingPeriod(start: start, end: asOf)
    case .year:
      let next = yearStart(in: start.components.year + 1)
      if next.adding(days: -1) == asOf { return ReportingPeriod(start: start, end: asOf) }
      let earlier = yearStart(in: start.components.year - 1)
      return ReportingPeriod(start: earlier, end: start.adding(days: -1))
    }
  }

  /// The first day of the reporting year that a day lies in.
  func reportingYearStart(before day: CalendarDate) -> CalendarDate {
    let start = yearStart(in: day.components.year)
    return start <= day ? start : yearStart(in: day.components.year - 1)
  }

  /// The name of the reporting year that a day lies in: `2024/25`, or `2024` from January.
  func reportingYearName(of day: CalendarDate) -> String {
    let start = reportingYearStart(before: day)
    let year = start.components.year
    guard start != CalendarDate(year: year, month: 1, day: 1) else { return String(year) }
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }

  /// Falls back to the last day of the month in a year that has no such day.
  private func yearStart(in year: Int) -> CalendarDate {
    let year = min(max(year, 1), 9999)
    let month = min(max(yearStartMonth, 1), 12)
    let day = min(max(yearStartDay, 1), CalendarDate.length(ofMonth: month, year: year))
    return CalendarDate(year: year, month: month, day: day) ?? asOf
  }
}
