import Tabular

/// The tables in which headlines are looked up.
struct HeadlineTables {
  let counts: [CountRow]
  let comparisons: [ComparisonRow]
  let coverage: [CoverageRow]
  var rates: [RateRow] = []
  var times: [TimeRow] = []

  /// - Throws: `PublicationError` where rates or times cannot be read.
  init(
    counts: [CountRow], comparisons: [ComparisonRow], coverage: [CoverageRow], rates: Table?,
    timeliness: Table?
  ) throws(PublicationError) {
    self.counts = counts
    self.comparisons = comparisons
    self.coverage = coverage
    if let rates { self.rates = try RateRow.all(in: rates) }
    if let timeliness { times = try TimeRow.all(in: timeliness) }
  }

  /// The comparisons of a measure over exactly the days of a headline.
  ///
  /// A published figure never answers, nor does one of an earlier year.
  func comparisons(
    _ request: HeadlineRequest, _ days: ReportingPeriod, of measure: String
  ) -> [ComparisonRow] {
    comparisons.filter {
      $0.origin == .counted && $0.measure == measure && $0.agency == request.agency
        && $0.platform == request.platform && $0.periodKind == request.period.rawValue
        && $0.start == days.start && $0.end == days.end
    }
  }

  /// The one that a headline says: an unlike base only where there is no other.
  func comparison(
    _ request: HeadlineRequest, _ days: ReportingPeriod, of measure: String
  ) -> ComparisonRow? {
    let answers = comparisons(request, days, of: measure)
    return answers.first(where: \.isPlain) ?? answers.first { !$0.isMatched }
  }

  /// The count of a period that is set beside nothing.
  func count(_ request: HeadlineRequest, _ days: ReportingPeriod) -> CountRow? {
    counts.first {
      $0.origin == .counted && $0.measure == request.measure && $0.agency == request.agency
        && $0.platform == request.platform && $0.periodKind == request.period.rawValue
        && $0.start == days.start && $0.end == days.end
    }
  }
}
