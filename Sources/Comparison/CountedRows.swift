import Bytes
import TakedownModel

/// The rows that are counted from the records, in the order of the tables.
struct CountedRows {
  private(set) var counts: [FigureRow] = []
  private(set) var comparisons: [ComparisonRow] = []
  let rows: CellRows
  let cells: CellCounts
  /// The windows of the plan, everybody's records counting in each.
  let plainDays: CountedDays

  let settings: ComparisonSettings
  let asOf: CalendarDate
  let plan: PeriodPlan
  let presence: Presence
  let matched: MatchedWindows
  let agencies: [Dimension]
  let platforms: [Dimension]
  let extents: [AgencyCoverage]

  static let source = "takedown records"

  /// Counts the tally's records, whose days run from `first` to `last`; `coverage` goes by the
  /// tally's numbers of agencies.
  init(
    _ tally: Tally, coverage: [AgencyCoverage], from first: CalendarDate, to last: CalendarDate,
    asOf: CalendarDate, settings: ComparisonSettings
  ) {
    self.settings = settings
    self.asOf = asOf
    extents = coverage
    plan = PeriodPlan(
      asOf: asOf, firstRecord: first, yearStart: settings.yearStart, choices: settings.periods,
      since: settings.since, comparesUnlike: settings.comparesUnlike)
    rows = CellRows(tally)
    presence = Presence(tally, rows, windows: plan.windows, from: first, to: last)
    matched = MatchedWindows(plan, presence)
    cells = CellCounts(tally, rows, windows: matched.windows, from: first, to: last)
    plainDays = CountedDays(
      plan.windows.map { CountedWindow(days: $0) }, agencyCount: rows.agencyCount, from: first,
      to: last)
    agencies = [(FigureKey.all, nil)] + tally.agencies.sortedByText
    platforms = [(FigureKey.all, nil)] + tally.platforms.sortedByText
    (counts, comparisons) = tables()
  }

  /// The periods for which the accounts that agencies share are counted.
  var periods: [Period] { plan.periods.map(\.period).filter(\.kind.isLong) }

  private func tables() -> ([FigureRow], [ComparisonRow]) {
    var counts: [FigureRow] = []
    var comparisons: [ComparisonRow] = []
    let sides = plan.periods.map { planned in
      planned.bases.map { base in agencies.map { comparedSides(planned, base, $0) } }
    }
    for (number, measure) in Measure.all.enumerated() {
      for (place, planned) in plan.periods.enumerated() {
        for (agencyPlace, agency) in agencies.enumerated() {
          let hasValue = presence.hasRecords(agency: agency.number, window: planned.window)
          for platform in platforms where isShown(measure.isCrossed, agency, platform) {
            let key = FigureKey(
              origin: .counted, measure: measure.name, counts: measure.unit, agency: agency.id,
              platform: platform.id, period: planned.period)
            if hasValue {
              let value = cells.figure(
                number, agency: agency.number, platform: platform.number, window: planned.window)
              counts.append(
                FigureRow(
                  key: key, value: value, status: status(planned, agency.number),
                  qualifier: PublishedFigure.exactly, source: Self.source))
            }
            for basePlace in planned.bases.indices {
              comparisons += compared(
                key, number, agency, platform, planned, sides[place][basePlace][agencyPlace])
            }
          }
        }
      }
    }
    return (counts, comparisons)
  }

  /// The cells of which something is told beside counts, in the order of the tables.
  func sideCells(isCrossed: Bool) -> [SideCell] {
    sidePeriods.flatMap { planned in
      agencies.filter { presence.hasRecords(agency: $0.number, window: planned.window) }
        .flatMap { agency in
          let status = status(planned, agency.number)
          return platforms.filter { isShown(isCrossed, agency, $0) }.map {
            SideCell(agency: agency, platform: $0, planned: planned, status: status)
          }
        }
    }
  }

  /// The periods of which rates and times are told: each one, followed by the same days of the year
  /// before where they are no period of their own, so that the two can be set side by side.
  private var sidePeriods: [PlannedPeriod] {
    let own = Set(plan.periods.map(\.period))
    return plan.periods.flatMap { planned in
      [planned]
        + planned.bases.filter { $0.basis == .samePeriod && !own.contains($0.period) }.map {
          PlannedPeriod(period: $0.period, isFinished: true, window: $0.window, bases: [])
        }
    }
  }

  /// Whether a cell is given: all combinations that occur, crossed only for some measures.
  private func isShown(_ isCrossed: Bool, _ agency: Dimension, _ platform: Dimension) -> Bool {
    guard let agency = agency.number, let platform = platform.number else { return true }
    return isCrossed && rows.occurs(agency: agency, platform: platform)
  }

  /// Final when the period is over and nobody's records break off long before its end.
  func status(_ planned: PlannedPeriod, _ agency: Int?) -> FigureStatus {
    let window = planned.period.window
    let isLate = extents.enumerated().contains { number, extent in
      (agency == nil || agency == number) && endsEarly(extent, window)
    }
    let age = asOf.days - window.end.days
    return planned.isFinished && age >= settings.lateAfterDays && !isLate ? .final : .provisional
  }

  /// Whether an agency's records begin before a period's end and end long before it.
  func endsEarly(_ extent: AgencyCoverage, _ window: DayWindow) -> Bool {
    window.start <= extent.lastDay && window.end.days - extent.lastDay.days > settings.quietDays
  }
}

extension SpellingTable {
  /// The spellings with their numbers, by their bytes.
  fileprivate var sortedByText: [(id: String, number: Int?)] {
    (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
      .map { (String(decoding: self[$0], as: UTF8.self), $0) }
  }
}
