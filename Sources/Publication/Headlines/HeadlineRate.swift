import TakedownModel

/// A rate with what it is made of, beside that of a year earlier where there is one.
struct HeadlineRate {
  /// A numerator and a denominator above 0.
  struct Side: Hashable {
    let numerator: Int
    let denominator: Int
    let leftOut: Int
    /// The day that a number of users is of.
    let date: CalendarDate?
    let fraction: ExactFraction

    /// Nil where something is missing, or there is nothing to divide by.
    init?(
      _ numerator: Int?, _ denominator: Int?, leftOut: Int?, date: CalendarDate?, factor: Int
    ) {
      guard let numerator, let denominator, let exact = ExactFraction(numerator, denominator) else {
        return nil
      }
      self.numerator = numerator
      self.denominator = denominator
      self.leftOut = leftOut ?? 0
      self.date = date
      fraction = exact.times(factor)
    }

    init?(_ row: RateRow, factor: Int) {
      self.init(
        row.numerator, row.denominator, leftOut: row.leftOut, date: row.denominatorDate,
        factor: factor)
    }
  }

  let rule: HeadlineMeasure.RateRule
  let side: SideKey
  let value: Side
  /// Nil where there is none.
  let base: Side?
  /// The comparison of the numerator, for days, basis and notes; nil where nothing is compared.
  let comparison: ComparisonRow?
  let decimals: Int

  /// How far the rate is from the earlier one; nil without one.
  var difference: RoundedDifference? {
    base.map { RoundedDifference(value.fraction, $0.fraction, decimals: decimals) }
  }

  /// What there is to say; nil where the table has no such row.
  static func content(
    _ request: HeadlineRequest, _ days: ReportingPeriod, _ rule: HeadlineMeasure.RateRule,
    in tables: HeadlineTables
  ) -> Headline.Content? {
    let rows = tables.rates.filter { $0.side.isOf(request) }
    guard let row = rows.first(where: { $0.side.isOf(days, request.period) }) else { return nil }
    if row.side.isHidden { return .unavailable(.hidden) }
    guard let value = Side(row, factor: rule.factor) else { return .unavailable(.nothingDecided) }
    let comparison = tables.comparison(request, days, of: rule.numerator)
    let own = comparison.flatMap { beside in
      rows.first { $0.side.start == beside.baseStart && $0.side.end == beside.baseEnd }
    }
    let parts = tables.parts(of: rule, request, days, like: comparison)
    if own?.side.isHidden ?? parts.contains(where: \.isHidden) { return .unavailable(.hidden) }
    let base = own.map { Side($0, factor: rule.factor) } ?? side(of: parts, rule)
    return .rate(
      HeadlineRate(
        rule: rule, side: row.side, value: value, base: base, comparison: comparison,
        decimals: rule.factor == 100 ? request.percentDecimals ?? rule.decimals : rule.decimals))
  }

  /// The rate of the earlier days, worked out from the counts of them.
  private static func side(
    of parts: [ComparisonRow], _ rule: HeadlineMeasure.RateRule
  ) -> Side? {
    func base(_ measure: String) -> Int? { parts.first { $0.measure == measure }?.baseValue }
    let below = rule.denominator.map(base)
    guard !below.isEmpty, !below.contains(nil), let leftOut = base(rule.leftOut) else { return nil }
    return Side(
      base(rule.numerator), below.compactMap(\.self).reduce(0, +), leftOut: leftOut, date: nil,
      factor: rule.factor)
  }
}

extension HeadlineTables {
  /// The comparisons of the counts that a rate is made of, beside the same days as another one; none
  /// for a rate that is not made of counts alone.
  fileprivate func parts(
    of rule: HeadlineMeasure.RateRule, _ request: HeadlineRequest, _ days: ReportingPeriod,
    like other: ComparisonRow?
  ) -> [ComparisonRow] {
    guard let other, !rule.denominator.isEmpty else { return [] }
    return Set(rule.denominator + [rule.numerator, rule.leftOut]).sorted().flatMap { measure in
      comparisons(request, days, of: measure).filter {
        !$0.isMatched && $0.basis == other.basis && $0.baseStart == other.baseStart
      }
    }
  }
}

extension SideKey {
  /// Whether the row is of exactly these days.
  func isOf(_ days: ReportingPeriod, _ period: HeadlineRequest.Period) -> Bool {
    periodKind == period.rawValue && start == days.start && end == days.end
  }
}
