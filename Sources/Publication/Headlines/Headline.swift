import TakedownModel

/// A headline that was asked for, with the figure that answers it or why there is none.
struct Headline {
  /// What there is to say.
  enum Content {
    case count(HeadlineFigure)
    case rate(HeadlineRate)
    case time(HeadlineTime)
    case unavailable(Reason)
  }

  /// Why there is no figure; the raw value ends the key of its message.
  enum Reason: String {
    /// The logs hold nothing of the agency.
    case noRecordsOfAgency = "no-records"
    /// The tables hold no counted figure for these days.
    case notCounted = "not-counted"
    /// The figure, or the one that it is set beside, is hidden: small, or to keep a small one hidden.
    case hidden
    /// There is nothing to divide by.
    case nothingDecided = "nothing-decided"
    /// No record has both times.
    case noTimes = "no-times"
  }

  let request: HeadlineRequest
  let period: ReportingPeriod
  let content: Content

  /// Whether there is a figure that is not shown.
  var isHidden: Bool { if case .unavailable(.hidden) = content { true } else { false } }

  /// Looks a figure up among the tables: the first one of exactly these days.
  init(_ request: HeadlineRequest, in tables: HeadlineTables, settings: PublicationSettings) {
    let period = settings.period(
      of: request.period, firstRecord: tables.coverage.compactMap(\.firstDay).min())
    self.request = request
    self.period = period
    let found: Content? =
      switch HeadlineMeasure(request.measure) {
      case .count: Self.count(request, period, in: tables)
      case .rate(let rule): HeadlineRate.content(request, period, rule, in: tables)
      case .time: HeadlineTime.content(request, period, in: tables)
      }
    if let found {
      content = found
    } else {
      let isCovered = tables.coverage.contains { $0.agency == request.agency && $0.hasRecords }
      content = .unavailable(
        request.agency == DisplayNames.all || isCovered ? .notCounted : .noRecordsOfAgency)
    }
  }

  private static func count(
    _ request: HeadlineRequest, _ period: ReportingPeriod, in tables: HeadlineTables
  ) -> Content? {
    let answers = tables.comparisons(request, period, of: request.measure)
    guard let row = tables.comparison(request, period, of: request.measure) else {
      guard let row = tables.count(request, period) else { return nil }
      return row.status == "c"
        ? .unavailable(.hidden) : HeadlineFigure(row).map(Content.count)
    }
    if row.isHidden { return .unavailable(.hidden) }
    let matched = answers.first { $0.isMatched && $0.basis == row.basis }
    return HeadlineFigure(row, matched).map(Content.count)
  }
}
