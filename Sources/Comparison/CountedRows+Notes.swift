import TakedownModel

extension CountedRows {
  /// What is to be said of the records behind the two sides of a comparison.
  func coverageNotes(
    _ agency: Dimension, _ planned: PlannedPeriod, _ base: PlannedBase, _ coverage: SideCoverage
  ) -> [String] {
    var notes: [String] = []
    let (hasValue, hasBase) = (!coverage.agencies.isEmpty, !coverage.baseAgencies.isEmpty)
    if !hasValue { notes.append(Notes.noRecords(of: name(agency.id), inBase: false)) }
    if !hasBase { notes.append(Notes.noRecords(of: name(agency.id), inBase: true)) }
    if agency.number == nil && hasValue && hasBase { notes += differingAgencies(coverage) }
    return notes
  }

  /// Platforms that only one side has, as a sentence names them.
  func platformNotes(_ coverage: SideCoverage) -> [String] {
    Notes.platforms(coverage) { id in
      if id == Platform.unmapped { return Platform.unmappedInSentence }
      return settings.platforms.first { $0.id == id }.map { $0.name.isEmpty ? id : $0.name } ?? id
    }
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

  /// What is to be said of agencies whose records begin long after the base or the period does, or
  /// end long before the period does; and whether any begin so, by which the sides do not compare.
  func extentNotes(
    of wanted: Set<Int>, _ planned: PlannedPeriod, _ base: PlannedBase
  ) -> (notes: [String], areCut: Bool) {
    var notes: [String] = []
    var areCut = false
    let window = planned.period.window
    let base = base.period.window
    for case (let id, let agency?) in agencies where wanted.contains(agency) {
      let extent = extents[agency]
      let first = extent.firstDay
      if [base, window].contains(where: {
        $0.start.days + settings.quietDays < first.days && first <= $0.end
      }) {
        areCut = true
        notes.append(Notes.recordsBegin(of: name(id), on: first))
      }
      if endsEarly(extent, window) {
        notes.append(Notes.recordsEnd(of: name(id), on: extent.lastDay))
      }
    }
    return (notes, areCut)
  }
}
