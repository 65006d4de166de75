import TakedownModel

/// A headline that was asked for, with the figure that answers it or why there is none.
struct Headline {
  /// What there is to say.
  enum Content {
    case figure(HeadlineFigure)
    case unavailable(Reason)
  }

  /// Why there is no figure.
  enum Reason {
    /// The logs hold nothing of the agency.
    case noRecordsOfAgency
    /// The tables hold no counted figure for these days.
    case notCounted
    /// The figure, or the one that it is set beside, is hidden: small, or to keep a small one hidden.
    case hidden
  }

  let request: HeadlineRequest
  let period: ReportingPeriod
  let content: Content

  /// Whether there is a figure that is not shown.
  var isHidden: Bool { if case .unavailable(.hidden) = content { true } else { false } }

  /// Looks a figure up among the comparisons: the first one of exactly these days.
  ///
  /// A published figure never answers, nor does one of an earlier year.
  init(
    _ request: HeadlineRequest, comparisons: [ComparisonRow], coverage: [CoverageRow],
    settings: PublicationSettings
  ) {
    let period = settings.period(of: request.period)
    self.request = request
    self.period = period
    let answers = comparisons.filter { $0.answers(request, period) }
    // An unlike base only where there is no other; the sentence says so then.
    let row = answers.first(where: \.isPlain) ?? answers.first { !$0.isMatched }
    let matched = answers.first { $0.isMatched && $0.basis == row?.basis }
    if row.map(\.isHidden) ?? false {
      content = .unavailable(.hidden)
    } else if let figure = row.flatMap({ HeadlineFigure($0, matched) }) {
      content = .figure(figure)
    } else {
      let isCovered = coverage.contains { $0.agency == request.agency && $0.hasRecords }
      content = .unavailable(
        request.agency == DisplayNames.all || isCovered ? .notCounted : .noRecordsOfAgency)
    }
  }
}

/// The exact figures of a headline beside the rounded ones.
struct HeadlineFigure {
  let row: ComparisonRow
  /// The same with only what both sides have, where they differ in what they cover.
  let matched: ComparisonRow?
  let rounding: HeadlineRounding

  /// Nil when the row has no value.
  init?(_ row: ComparisonRow, _ matched: ComparisonRow? = nil) {
    guard let value = row.value else { return nil }
    self.row = row
    self.matched = matched
    rounding = HeadlineRounding(value: value, base: row.baseValue)
  }

  /// The change in whole per cent, halves away from 0; nil without a base or with a base of 0.
  var wholePercent: Int? {
    guard let base = rounding.base?.exact, let change = rounding.change?.exact, base > 0 else {
      return nil
    }
    let magnitude = (change.magnitude * 200 + UInt(base)) / (2 * UInt(base))
    return change < 0 ? -Int(clamping: magnitude) : Int(clamping: magnitude)
  }
}

extension ComparisonRow {
  fileprivate func answers(_ request: HeadlineRequest, _ days: ReportingPeriod) -> Bool {
    origin == .counted && measure == request.measure && agency == request.agency
      && platform == request.platform && periodKind == request.period.rawValue
      && start == days.start && end == days.end
  }
}
