import TakedownModel

/// A run of days in the reporting year, both ends included.
struct ReportingPeriod: Hashable {
  let start: CalendarDate
  let end: CalendarDate

  /// The days as people say them: `1 July 2024 to 31 March 2025`.
  var spoken: String { "\(start.spoken) to \(end.spoken)" }
}

extension PublicationSettings {
  /// The days that a request speaks of: the current reporting year up to `asOf`, or the last whole
  /// one.
  func period(of request: HeadlineRequest.Period) -> ReportingPeriod {
    let current = yearStart.year(holding: asOf)
    switch request {
    case .toDate:
      return ReportingPeriod(start: yearStart.start(ofYear: current), end: asOf)
    case .year:
      let last = yearStart.end(ofYear: current) == asOf ? current : current - 1
      return ReportingPeriod(
        start: yearStart.start(ofYear: last), end: yearStart.end(ofYear: last))
    }
  }
}
