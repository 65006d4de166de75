import TakedownModel

// What is set beside what.
extension CountedRows {
  /// A period beside another for one agency, or all: what every row of it has in common.
  struct ComparedSides {
    let base: PlannedBase
    let sides: CoverageSides
    let coverage: SideCoverage
    let matchedCoverage: SideCoverage
    let notes: [String]
    /// Whether records begin so late that one side has fewer days of them than the other.
    let areCut: Bool
    /// What is said where all platforms are counted.
    let platformNotes: [String]
    let hasValue: Bool
    let hasBase: Bool
  }

  func comparedSides(
    _ planned: PlannedPeriod, _ base: PlannedBase, _ agency: Dimension
  ) -> ComparedSides {
    let sides = CoverageSides(
      presence, agency: agency.number, window: planned.window, base: base.window)
    func agencyIDs(_ numbers: Set<Int>) -> [String] {
      guard agency.number == nil else { return numbers.isEmpty ? [] : [agency.id] }
      return Self.ids(agencies, numbers)
    }
    let both = agencyIDs(sides.matchedAgencies)
    let shared = Self.ids(platforms, sides.matchedPlatforms)
    let coverage = SideCoverage(
      isMatched: false, agencies: agencyIDs(sides.agencies),
      baseAgencies: agencyIDs(sides.baseAgencies),
      platforms: Self.ids(platforms, sides.platforms),
      basePlatforms: Self.ids(platforms, sides.basePlatforms))
    let (hasValue, hasBase) = (!sides.agencies.isEmpty, !sides.baseAgencies.isEmpty)
    let extents = extentNotes(
      of: agency.number.map { [$0] } ?? Set(agencies.compactMap(\.number)), planned, base)
    return ComparedSides(
      base: base, sides: sides, coverage: coverage,
      matchedCoverage: SideCoverage(
        isMatched: true, agencies: both, baseAgencies: both, platforms: shared,
        basePlatforms: shared),
      notes: hasValue || hasBase
        ? coverageNotes(agency, planned, base, coverage) + extents.notes : [],
      areCut: extents.areCut,
      platformNotes: hasValue && hasBase ? platformNotes(coverage) : [], hasValue: hasValue,
      hasBase: hasBase)
  }

  /// The ids of those whose numbers are among these.
  private static func ids(_ dimensions: [Dimension], _ numbers: Set<Int>) -> [String] {
    dimensions.filter { $0.number.map(numbers.contains) ?? false }.map(\.id)
  }

  /// The rows of a cell beside a base: of everything, and where the sides differ in what they cover
  /// also of what both have.
  func compared(
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
    var rows = [
      row(key, agency.number, planned, compared.base, change, notes, compared.areCut, coverage)
    ]
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
    let extents = extentNotes(of: sides.matchedAgencies, planned, compared.base)
    return row(
      key, agency.number, planned, compared.base, change,
      [Notes.matched(isOfAgencies: sides.agenciesDiffer)] + extents.notes, extents.areCut, coverage)
  }

  private func row(
    _ key: FigureKey, _ agency: Int?, _ planned: PlannedPeriod, _ base: PlannedBase,
    _ change: Change, _ coverageNotes: [String], _ areCut: Bool, _ coverage: SideCoverage
  ) -> ComparisonRow {
    let status = status(planned, agency)
    var marks: Set<String> = []
    if status == .provisional { marks.insert("[p]") }
    if let mark = change.mark { marks.insert(mark) }
    // Where one side has nothing at all there is nothing to compare.
    if areCut && change.mark != "[x]" { marks.insert("[b]") }
    var notes = coverageNotes
    if base.basis == .unlike {
      marks.insert("[b]")
      notes.insert(Notes.unlike, at: 0)
    }
    for event in settings.breaks where event.isCrossed(by: key, base: base.period) {
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
}
