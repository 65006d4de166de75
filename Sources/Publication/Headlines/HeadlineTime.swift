import TakedownModel

/// How long actions took, beside a year earlier where that was worked out.
struct HeadlineTime {
  /// The times of one period, of at least one record.
  struct Side: Hashable {
    let records: Int
    let timed: Int
    /// In seconds.
    let median: ExactFraction
    /// In seconds.
    let ninetieth: ExactFraction
    let within24: Int
    let within72: Int

    /// Nil where something is missing.
    init?(_ row: TimeRow) {
      guard let records = row.records, let timed = row.timed, timed > 0, let median = row.median,
        let ninetieth = row.ninetieth, let within24 = row.within24, let within72 = row.within72
      else { return nil }
      self.records = records
      self.timed = timed
      self.median = median
      self.ninetieth = ninetieth
      self.within24 = within24
      self.within72 = within72
    }

    /// The part of the timed records in per cent.
    func share(_ count: Int) -> ExactFraction? { ExactFraction(count, timed)?.times(100) }
  }

  let side: SideKey
  let value: Side
  /// Nil where there is none.
  let base: Side?
  /// The comparison of the takedowns, for days, basis and notes; nil where nothing is compared.
  let comparison: ComparisonRow?
  /// Of the shares.
  let decimals: Int

  /// How far the middle time is from the earlier one, in hours; nil without one.
  var difference: RoundedDifference? {
    base.map {
      RoundedDifference(
        value.median.divided(by: 3600), $0.median.divided(by: 3600), decimals: 1)
    }
  }

  /// What there is to say; nil where the table has no such row.
  static func content(
    _ request: HeadlineRequest, _ days: ReportingPeriod, in tables: HeadlineTables
  ) -> Headline.Content? {
    let rows = tables.times.filter { $0.side.isOf(request) }
    guard let row = rows.first(where: { $0.side.isOf(days, request.period) }) else { return nil }
    if row.side.isHidden { return .unavailable(.hidden) }
    guard let value = Side(row) else { return .unavailable(.noTimes) }
    let comparison = tables.comparison(request, days, of: "takedowns")
    let base = comparison.flatMap { beside in
      rows.first { $0.side.start == beside.baseStart && $0.side.end == beside.baseEnd }
    }
    if base?.side.isHidden ?? false { return .unavailable(.hidden) }
    return .time(
      HeadlineTime(
        side: row.side, value: value, base: base.flatMap(Side.init), comparison: comparison,
        decimals: request.percentDecimals ?? 1))
  }
}
