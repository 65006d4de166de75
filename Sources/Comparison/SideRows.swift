import Bytes
import Tabular
import TakedownModel

/// The tables of what is told of each period without setting it beside another: rates and times.
struct SideRows {
  /// Rates, from `numerator` on with what they are made of.
  static let rateColumns =
    columns + [
      "rate", "unit", "numerator", "denominator", "denominator_unit", "left_out",
      "denominator_date", "denominator_source", "status", "marks",
    ]
  static let timeColumns =
    columns + [
      "records", "with_both_times", "median_seconds", "median_hours", "p90_seconds", "p90_hours",
      "within_24_hours", "within_24_hours_percent", "within_72_hours", "within_72_hours_percent",
      "status", "marks",
    ]

  private static let columns = [
    "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end",
  ]

  private(set) var rates = Table(columns: rateColumns)
  private(set) var times = Table(columns: timeColumns)

  private let counted: CountedRows

  init(_ counted: CountedRows, _ tally: Tally, users: [PlatformUsers]) {
    self.counted = counted
    for rate in Rate.all { addRates(rate) }
    addUsers(users)
    let sorted = tally.timedActions.sortedByTime
    for measure in TimeMeasure.all {
      add(
        measure,
        TimeDistribution(measure, tally, times: sorted, counted.rows, counted.plainDays))
    }
  }

  private mutating func addRates(_ rate: Rate) {
    let cells = counted.cells
    for cell in counted.sideCells(isCrossed: rate.isCrossed) {
      func figure(_ measure: String) -> Int {
        cells.figure(
          measure, agency: cell.agency.number, platform: cell.platform.number,
          window: cell.planned.window)
      }
      let denominator = rate.denominator.reduce(0) { $0 + figure($1) }
      let leftOut = figure(rate.leftOut)
      // A platform on which nothing was asked for in the period has no rate.
      guard denominator + leftOut > 0 || cell.platform.number == nil else { continue }
      let numerator = figure(rate.numerator)
      let share =
        denominator > 0 ? ExactRatio(numerator, denominator).times100.text(decimals: 1) : ""
      rates.append(
        key(rate.name, "record", cell) + [
          share, "percent", String(numerator), String(denominator), "records", String(leftOut), "",
          "",
        ] + cell.ending(share.isEmpty ? "[z]" : nil))
    }
  }

  /// Accounts for each million of a platform's users.
  private mutating func addUsers(_ users: [PlatformUsers]) {
    guard !users.isEmpty else { return }
    let rate = Rate.perMillion
    for cell in counted.sideCells(isCrossed: rate.isCrossed) {
      // The newest number of the period's days, else the oldest after them.
      let known = users.filter { $0.platform == cell.platform.id }.sorted { $0.date < $1.date }
      let end = cell.planned.period.window.end
      guard let users = known.last(where: { $0.date <= end }) ?? known.first else { continue }
      let accounts = counted.cells.figure(
        rate.numerator, agency: cell.agency.number, platform: cell.platform.number,
        window: cell.planned.window)
      let ratio = ExactRatio(accounts, users.users).millionfold.text(decimals: 2)
      rates.append(
        key(rate.name, Measure.accounts.unit, cell) + [
          ratio, "per million users", String(accounts), String(users.users), "users", "",
          users.date.description, users.source,
        ] + cell.ending(nil))
    }
  }

  private mutating func add(_ measure: TimeMeasure, _ distribution: TimeDistribution) {
    for cell in counted.sideCells(isCrossed: true) {
      let figures = distribution.figures(
        agency: cell.agency.number, platform: cell.platform.number, window: cell.planned.window)
      guard let figures, figures.timed > 0 || figures.records > 0 && cell.platform.number == nil
      else { continue }
      times.append(
        key(measure.name, "record", cell) + figures.cells
          + cell.ending(figures.timed > 0 ? nil : "[x]"))
    }
  }

  private func key(_ measure: String, _ counts: String, _ cell: SideCell) -> [String] {
    let period = cell.planned.period
    return [
      measure, counts, cell.agency.id, cell.platform.id, period.kind.rawValue, period.name,
      period.window.start.description, period.window.end.description,
    ]
  }
}

/// An agency, a platform and a period of which something is told.
struct SideCell {
  let agency: Dimension
  let platform: Dimension
  let planned: PlannedPeriod
  let status: FigureStatus

  /// The last two cells of a row.
  func ending(_ mark: String?) -> [String] {
    let marks = [mark, status == .provisional ? "[p]" : nil].compactMap(\.self).sorted()
    return [status.rawValue, marks.joined(separator: " ")]
  }
}
