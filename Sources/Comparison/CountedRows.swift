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

  private let settings: ComparisonSettings
  private let asOf: CalendarDate
  private let plan: PeriodPlan
  private let presence: Presence
  private let matched: MatchedWindows
  private let agencies: [Dimension]
  private let platforms: [Dimension]
  private let extents: [AgencyCoverage]

  private static let source = "takedown records"

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
    plan.periods.flatMap { planned in
      agencies.filter { presence.hasRecords(agency: $0.number, window: planned.window) }
        .flatMap { agency in
          let status = status(planned, agency.number)
          return platforms.filter { isShown(isCrossed, agency, $0) }.map {
            SideCell(agency: agency, platform: $0, planned: planned, status: status)
          }
        }
    }
  }

  /// Whether a cell is given: all combinations that occur, crossed only for some measures.
  private func isShown(_ isCrossed: Bool, _ agency: Dimension, _ platform: Dimension) -> Bool {
    guard let agency = agency.number, let platform = platform.number else { return true }
    return isCrossed && rows.occurs(agency: agency, platform: platform)
  }

  /// Final when the period is over and nobody's records break off long before its end.
  private func status(_ planned: PlannedPeriod, _ agency: Int?) -> FigureStatus {
    let window = planned.period.window
    let isLate = extents.enumerated().contains { number, extent in
      (agency == nil || agency == number) && endsEarly(extent, window)
    }
    let age = asOf.days - window.end.days
    return planned.isFinished && age >= settings.lateAfterDays && !isLate ? .final : .provisional
  }

  /// Whether an agency's records begin before a period's end and end long before it.
  private func endsEarly(_ extent: AgencyCoverage, _ window: DayWindow) -> Bool {
    window.start <= extent.lastDay && window.end.days - extent.lastDay.days > settings.quietDays
  }
}

// What is set beside what.
extension CountedRows {
  /// A period beside another for one agency, or all: what every row of it has in common.
  private struct ComparedSides {
    let base: PlannedBase
    let sides: CoverageSides
    let coverage: SideCoverage
    let matchedCoverage: SideCoverage
    let notes: [String]
    /// What is said where all platforms are counted.
    let platformNotes: [String]
    let hasValue: Bool
    let hasBase: Bool
  }

  private func comparedSides(
    _ planned: PlannedPeriod, _ base: PlannedBase, _ agency: Dimension
  ) -> ComparedSides {
    let sides = CoverageSides(
      presence, agency: agency.number, window: planned.window, base: base.window)
    func ids(_ dimensions: [Dimension], _ numbers: Set<Int>) -> [String] {
      dimensions.filter { $0.number.map(numbers.contains) ?? false }.map(\.id)
    }
    let both = ids(agencies, sides.matchedAgencies)
    let shared = ids(platforms, sides.matchedPlatforms)
    let coverage = SideCoverage(
      isMatched: false, agencies: ids(agencies, sides.agencies),
      baseAgencies: ids(agencies, sides.baseAgencies),
      platforms: ids(platforms, sides.platforms),
      basePlatforms: ids(platforms, sides.basePlatforms))
    let (hasValue, hasBase) = (!sides.agencies.isEmpty, !sides.baseAgencies.isEmpty)
    return ComparedSides(
      base: base, sides: sides, coverage: coverage,
      matchedCoverage: SideCoverage(
        isMatched: true, agencies: both, baseAgencies: both, platforms: shared,
        basePlatforms: shared),
      notes: hasValue || hasBase ? coverageNotes(agency, planned, base, coverage) : [],
      platformNotes: hasValue && hasBase ? Notes.platforms(coverage) : [], hasValue: hasValue,
      hasBase: hasBase)
  }

  /// The rows of a cell beside a base: of everything, and where the sides differ in what they cover
  /// also of what both have.
  private func compared(
    _ key: FigureKey, _ measure: Int, _ agency: Dimension, _ platform: Dimension,
    _ planned: PlannedPeriod, _ compared: ComparedSides
  ) -> [ComparisonRow] {
    let value =
      compared.hasValue
      ? cells.figure(
        measure, agency: agency.number, platform: platform.number, window: planned.window) : nil
    let base =
      compared.hasBase
      ? cells.figure(
        measure, agency: agency.number, platform: platform.number, window: compared.base.window)
      : nil
    guard let change = Change(value: value, base: base) else { return [] }
    var coverage = compared.coverage
    if let number = platform.number {
      func present(_ window: Int) -> [String] {
        presence.hasRecords(agency: agency.number, platform: number, window: window)
          ? [platform.id] : []
      }
      coverage = SideCoverage(
        isMatched: false, agencies: coverage.agencies, baseAgencies: coverage.baseAgencies,
        platforms: present(planned.window), basePlatforms: present(compared.base.window))
    }
    let notes = compared.notes + (platform.number == nil ? compared.platformNotes : [])
    var rows = [row(key, agency.number, planned, compared.base, change, notes, coverage)]
    if let matched = matchedRow(key, measure, agency, platform, planned, compared) {
      rows.append(matched)
    }
    return rows
  }

  private func matchedRow(
    _ key: FigureKey, _ measure: Int, _ agency: Dimension, _ platform: Dimension,
    _ planned: PlannedPeriod, _ compared: ComparedSides
  ) -> ComparisonRow? {
    let sides = compared.sides
    guard sides.canBeMatched else { return nil }
    var coverage = compared.matchedCoverage
    var chosen = sides.matchedPlatforms
    if let number = platform.number {
      // A single platform of one agency is the same on both sides anyhow.
      guard sides.agenciesDiffer, agency.number == nil, chosen.contains(number) else { return nil }
      chosen = [number]
      coverage = SideCoverage(
        isMatched: true, agencies: coverage.agencies, baseAgencies: coverage.agencies,
        platforms: [platform.id], basePlatforms: [platform.id])
    }
    let window = matched.window(planned.window, sides)
    let base = matched.window(compared.base.window, sides)
    let change = Change(
      value: cells.figure(measure, agency: agency.number, platforms: chosen, window: window),
      base: cells.figure(measure, agency: agency.number, platforms: chosen, window: base))
    guard let change else { return nil }
    return row(
      key, agency.number, planned, compared.base, change,
      [Notes.matched(isOfAgencies: sides.agenciesDiffer)], coverage)
  }

  private func row(
    _ key: FigureKey, _ agency: Int?, _ planned: PlannedPeriod, _ base: PlannedBase,
    _ change: Change, _ coverageNotes: [String], _ coverage: SideCoverage
  ) -> ComparisonRow {
    let status = status(planned, agency)
    var marks: Set<String> = []
    if status == .provisional { marks.insert("[p]") }
    if let mark = change.mark { marks.insert(mark) }
    var notes = coverageNotes
    if base.basis == .unlike {
      marks.insert("[b]")
      notes.insert(Notes.unlike, at: 0)
    }
    for event in settings.breaks where crosses(event, key, planned, base) {
      marks.insert("[b]")
      notes.append(Notes.crosses(event))
    }
    if !change.difference.isEmpty,
      let note = Notes.leapDay(planned.period.window, base.period.window)
    {
      notes.append(note)
    }
    return ComparisonRow(
      key: key, base: base.period, change: change, basis: base.basis, status: status,
      marks: marks, qualifier: PublishedFigure.exactly, baseQualifier: PublishedFigure.exactly,
      notes: notes, source: Self.source, coverage: coverage)
  }

  /// Whether one side has days before the event and the other has days from it on.
  private func crosses(
    _ event: SeriesBreak, _ key: FigureKey, _ planned: PlannedPeriod, _ base: PlannedBase
  ) -> Bool {
    base.period.window.start < event.date && event.date <= planned.period.window.end
      && (event.agency == nil || key.agency == FigureKey.all || key.agency == event.agency)
      && (event.platform == nil || key.platform == FigureKey.all || key.platform == event.platform)
  }
}

extension CountedRows {
  /// What is to be said of the records behind the two sides of a comparison.
  private func coverageNotes(
    _ agency: Dimension, _ planned: PlannedPeriod, _ base: PlannedBase, _ coverage: SideCoverage
  ) -> [String] {
    var notes: [String] = []
    let (hasValue, hasBase) = (!coverage.agencies.isEmpty, !coverage.baseAgencies.isEmpty)
    if !hasValue { notes.append(Notes.noRecords(of: name(agency.id), inBase: false)) }
    if !hasBase { notes.append(Notes.noRecords(of: name(agency.id), inBase: true)) }
    guard let number = agency.number else {
      if hasValue && hasBase { notes += differingAgencies(coverage) }
      for (id, number) in agencies {
        if let number { notes += extentNotes(id, number, planned, base) }
      }
      return notes
    }
    return notes + extentNotes(agency.id, number, planned, base)
  }

  /// An agency as a sentence names it.
  private func name(_ id: String) -> String {
    settings.agencies.first { $0.id == id }?.nameInSentence ?? id
  }

  private func differingAgencies(_ coverage: SideCoverage) -> [String] {
    let onlyInPeriod = coverage.agencies.filter { !coverage.baseAgencies.contains($0) }
    let onlyInBase = coverage.baseAgencies.filter { !coverage.agencies.contains($0) }
    var notes: [String] = []
    if !onlyInPeriod.isEmpty { notes.append(Notes.onlyInPeriod(onlyInPeriod.map(name))) }
    if !onlyInBase.isEmpty { notes.append(Notes.onlyInBase(onlyInBase.map(name))) }
    return notes
  }

  /// Records that begin long after the base or the period does, or end long before the period does.
  private func extentNotes(
    _ id: String, _ agency: Int, _ planned: PlannedPeriod, _ base: PlannedBase
  ) -> [String] {
    var notes: [String] = []
    let window = planned.period.window
    let base = base.period.window
    let extent = extents[agency]
    let first = extent.firstDay
    let quiet = settings.quietDays
    if [base, window].contains(where: { $0.start.days + quiet < first.days && first <= $0.end }) {
      notes.append(Notes.recordsBegin(of: name(id), on: first))
    }
    if endsEarly(extent, window) {
      notes.append(Notes.recordsEnd(of: name(id), on: extent.lastDay))
    }
    return notes
  }
}

extension SpellingTable {
  /// The spellings with their numbers, by their bytes.
  fileprivate var sortedByText: [(id: String, number: Int?)] {
    (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
      .map { (String(decoding: self[$0], as: UTF8.self), $0) }
  }
}
