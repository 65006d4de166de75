import Bytes
import TakedownModel

/// The rows that are counted from the records, in the order of the tables.
struct CountedRows {
  private(set) var counts: [FigureRow] = []
  private(set) var comparisons: [ComparisonRow] = []

  /// An agency or a platform, or all of them.
  private typealias Dimension = (id: String, number: Int?)

  private let settings: ComparisonSettings
  private let asOf: CalendarDate
  private let plan: PeriodPlan
  private let cells: CellCounts
  private let agencies: [Dimension]
  private let platforms: [Dimension]
  private let coverage: [AgencyCoverage]

  private static let source = "takedown records"

  /// Counts the tally's records, whose days run from `first` to `last`; `coverage` goes by the
  /// tally's numbers of agencies.
  init(
    _ tally: Tally, coverage: [AgencyCoverage], from first: CalendarDate, to last: CalendarDate,
    asOf: CalendarDate, settings: ComparisonSettings
  ) {
    self.settings = settings
    self.asOf = asOf
    self.coverage = coverage
    plan = PeriodPlan(asOf: asOf, firstRecord: first, yearStart: settings.yearStart)
    cells = CellCounts(tally, windows: plan.windows, from: first, to: last)
    agencies = [(FigureKey.all, nil)] + tally.agencies.sortedByText
    platforms = [(FigureKey.all, nil)] + tally.platforms.sortedByText
    (counts, comparisons) = rows()
  }

  /// The reporting year so far and those that have ended.
  var periods: [Period] { plan.comparisons.map(\.period).filter { $0.kind != .month } }

  private func rows() -> ([FigureRow], [ComparisonRow]) {
    var counts: [FigureRow] = []
    var comparisons: [ComparisonRow] = []
    let notes = plan.comparisons.map { comparison in
      agencies.map { coverageNotes($0, comparison) }
    }
    for measure in Measure.allCases {
      for (place, planned) in plan.comparisons.enumerated() {
        for (agencyPlace, agency) in agencies.enumerated() {
          let hasValue = cells.hasRecords(agency: agency.number, window: planned.window)
          let hasBase = cells.hasRecords(agency: agency.number, window: planned.baseWindow)
          guard hasValue || hasBase else { continue }
          for platform in platforms where isShown(measure, agency, platform) {
            let key = FigureKey(
              origin: .counted, measure: measure.name, counts: measure.unit, agency: agency.id,
              platform: platform.id, period: planned.period)
            let value = cells.figure(
              measure, agency: agency.number, platform: platform.number, window: planned.window)
            if hasValue {
              counts.append(
                FigureRow(
                  key: key, value: value, status: status(planned, agency.number),
                  qualifier: PublishedFigure.exactly, source: Self.source))
            }
            let base = cells.figure(
              measure, agency: agency.number, platform: platform.number,
              window: planned.baseWindow)
            guard
              let change = Change(value: hasValue ? value : nil, base: hasBase ? base : nil)
            else { continue }
            comparisons.append(row(key, agency.number, planned, change, notes[place][agencyPlace]))
          }
        }
      }
    }
    return (counts, comparisons)
  }

  private func row(
    _ key: FigureKey, _ agency: Int?, _ planned: PlannedComparison, _ change: Change,
    _ coverageNotes: [String]
  ) -> ComparisonRow {
    let status = status(planned, agency)
    var marks: Set<String> = []
    if status == .provisional { marks.insert("[p]") }
    if let mark = change.mark { marks.insert(mark) }
    var notes = coverageNotes
    for event in settings.breaks where crosses(event, key, planned) {
      marks.insert("[b]")
      notes.append(Notes.crosses(event))
    }
    if !change.difference.isEmpty,
      let note = Notes.leapDay(planned.period.window, planned.base.window)
    {
      notes.append(note)
    }
    return ComparisonRow(
      key: key, base: planned.base, change: change, basis: planned.basis, status: status,
      marks: marks, qualifier: PublishedFigure.exactly, baseQualifier: PublishedFigure.exactly,
      notes: notes, source: Self.source)
  }

  /// Whether a cell is given: all combinations that occur, crossed only for some measures.
  private func isShown(
    _ measure: Measure, _ agency: Dimension, _ platform: Dimension
  ) -> Bool {
    guard let agency = agency.number, let platform = platform.number else { return true }
    return measure.isCrossed && cells.occurs(agency: agency, platform: platform)
  }

  /// Final when the period is over and nobody's records break off long before its end.
  private func status(_ planned: PlannedComparison, _ agency: Int?) -> FigureStatus {
    let window = planned.period.window
    let isLate = coverage.enumerated().contains { number, extent in
      (agency == nil || agency == number) && endsEarly(extent, window)
    }
    let age = asOf.days - window.end.days
    return planned.isFinished && age >= settings.lateAfterDays && !isLate ? .final : .provisional
  }

  /// Whether an agency's records begin before a period's end and end long before it.
  private func endsEarly(_ extent: AgencyCoverage, _ window: DayWindow) -> Bool {
    window.start <= extent.lastDay && window.end.days - extent.lastDay.days > settings.quietDays
  }

  /// Whether one side has days before the event and the other has days from it on.
  private func crosses(
    _ event: SeriesBreak, _ key: FigureKey, _ planned: PlannedComparison
  ) -> Bool {
    planned.base.window.start < event.date && event.date <= planned.period.window.end
      && (event.agency == nil || key.agency == FigureKey.all || key.agency == event.agency)
      && (event.platform == nil || key.platform == FigureKey.all || key.platform == event.platform)
  }
}

extension CountedRows {
  /// What is to be said of the records behind the two sides of a comparison.
  private func coverageNotes(_ agency: Dimension, _ planned: PlannedComparison) -> [String] {
    let hasValue = cells.hasRecords(agency: agency.number, window: planned.window)
    let hasBase = cells.hasRecords(agency: agency.number, window: planned.baseWindow)
    guard hasValue || hasBase else { return [] }
    var notes: [String] = []
    if !hasValue { notes.append(Notes.noRecords(of: name(agency.id), inBase: false)) }
    if !hasBase { notes.append(Notes.noRecords(of: name(agency.id), inBase: true)) }
    guard let number = agency.number else {
      if hasValue && hasBase { notes += differingAgencies(planned) }
      for (id, number) in agencies {
        if let number { notes += extentNotes(id, number, planned) }
      }
      return notes
    }
    return notes + extentNotes(agency.id, number, planned)
  }

  /// An agency as a sentence names it.
  private func name(_ id: String) -> String {
    settings.agencies.first { $0.id == id }?.nameInSentence ?? id
  }

  private func differingAgencies(_ planned: PlannedComparison) -> [String] {
    var onlyInPeriod: [String] = []
    var onlyInBase: [String] = []
    for (id, number) in agencies where number != nil {
      let hasValue = cells.hasRecords(agency: number, window: planned.window)
      let hasBase = cells.hasRecords(agency: number, window: planned.baseWindow)
      if hasValue && !hasBase { onlyInPeriod.append(name(id)) }
      if hasBase && !hasValue { onlyInBase.append(name(id)) }
    }
    var notes: [String] = []
    if !onlyInPeriod.isEmpty { notes.append(Notes.onlyInPeriod(onlyInPeriod)) }
    if !onlyInBase.isEmpty { notes.append(Notes.onlyInBase(onlyInBase)) }
    return notes
  }

  /// Records that begin long after the base or the period does, or end long before the period does.
  private func extentNotes(
    _ id: String, _ agency: Int, _ planned: PlannedComparison
  ) -> [String] {
    var notes: [String] = []
    let window = planned.period.window
    let base = planned.base.window
    let extent = coverage[agency]
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
