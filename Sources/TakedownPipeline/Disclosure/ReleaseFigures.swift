import Tabular
import TakedownModel

/// The figures of the tables of a release, one for each place, wherever it is shown.
struct ReleaseFigures {
  /// What a release says of a place.
  enum Figure: Hashable {
    case shown(Int)
    /// An empty cell with the status `c`; the release does not say what it was.
    case hidden

    var value: Int? {
      if case .shown(let value) = self { value } else { nil }
    }
  }

  private(set) var figures: [FigurePlace: Figure] = [:]
  /// The kinds of period that have a window.
  private(set) var kinds: [FigurePlace.Window: Set<String>] = [:]
  /// What is given for every period in which there are records, so that a period without a figure has
  /// none; with windows of no days.
  private(set) var isGivenThroughout: Set<FigurePlace> = []
  /// The days from the first to the last record of each agency, and of all.
  private(set) var extents: [String: FigurePlace.Window] = [:]
  /// The platforms of which a release says that an agency has records on them in a window, whatever
  /// the measure.
  private var platforms: [Presence: Set<String>] = [:]
  /// The agency of each source that has one.
  private let agencies: [String: String]

  private struct Presence: Hashable {
    let agency: String
    let window: FigurePlace.Window
  }

  /// The figures of tables in which nothing is hidden yet, or of those that a vintage kept.
  ///
  /// `agencies` gives the agency of each source that has one.
  init(_ tables: ReleaseTables, agencies: [String: String]) {
    self.agencies = agencies
    noteCounts(tables.counts)
    noteComparisons(tables.comparisons)
    if let rates = tables.rates { note(rates, SideFigures.init(rate:)) }
    if let timeliness = tables.timeliness { note(timeliness, SideFigures.init(time:)) }
    noteCoverage(tables.coverage)
    if let accounting = tables.accounting { noteAccounting(accounting) }
  }

  /// The sources of an agency.
  func sources(of agency: String) -> [String] {
    agencies.filter { $0.value == agency }.map(\.key).sorted()
  }

  /// Whether the release says of a 0 that it is one, with the platforms that have records.
  func isSaidToBeNone(_ place: FigurePlace) -> Bool {
    guard place.platform != FigurePlace.all, place.scope.isEmpty, figures[place] == .shown(0),
      let present = platforms[Presence(agency: place.agency, window: place.window)]
    else { return false }
    return !present.contains(place.platform)
  }

  /// Notes a figure; one that is shown anywhere is no longer hidden.
  private mutating func note(_ place: FigurePlace, _ figure: Figure?, kind: String) {
    guard let figure else { return }
    kinds[place.window, default: []].insert(kind)
    if figures[place]?.value == nil { figures[place] = figure }
  }

  // MARK: - Tables

  private mutating func noteCounts(_ table: Table) {
    let columns = FigureColumns(table)
    for row in table.rows {
      guard let place = columns.place(row, first: "period_start", last: "period_end") else {
        continue
      }
      let isHidden = columns.text("status", row) == SmallCounts.status
      note(
        place, columns.figure("value", row, isHidden: isHidden),
        kind: columns.text("period_kind", row))
      isGivenThroughout.insert(place.ofAnyDays)
    }
  }

  private mutating func noteComparisons(_ table: Table) {
    let columns = FigureColumns(table)
    for row in table.rows {
      let kind = columns.text("period_kind", row)
      let hides = columns.hiddenSides(row)
      for (first, last, value, isHidden, present) in [
        ("period_start", "period_end", "value", hides.value, "platforms"),
        ("base_start", "base_end", "base_value", hides.base, "base_platforms"),
      ] {
        guard let place = columns.place(row, first: first, last: last) else { continue }
        note(place, columns.figure(value, row, isHidden: isHidden), kind: kind)
        isGivenThroughout.insert(place.ofAnyDays)
        if place.platform == FigurePlace.all && place.scope.isEmpty {
          platforms[Presence(agency: place.agency, window: place.window), default: []]
            .formUnion(columns.text(present, row).split(separator: " ").map(String.init))
        }
      }
    }
  }

  private mutating func note(_ table: Table, _ figures: (String) -> SideFigures) {
    let columns = FigureColumns(table)
    for row in table.rows {
      guard let place = columns.place(row, first: "period_start", last: "period_end") else {
        continue
      }
      let isHidden = columns.text("status", row) == SmallCounts.status
      for (column, measure) in figures(place.measure).columns {
        var own = place
        own.measure = measure
        note(
          own, columns.figure(column, row, isHidden: isHidden),
          kind: columns.text("period_kind", row))
      }
    }
  }

  private mutating func noteCoverage(_ table: Table) {
    let columns = FigureColumns(table)
    for row in table.rows {
      guard let window = columns.extent(row) else { continue }
      let agency = columns.text("agency", row)
      extents[agency] = window
      let all = extents[FigurePlace.all] ?? window
      extents[FigurePlace.all] = .init(
        start: min(all.start, window.start), end: max(all.end, window.end))
      for measure in Self.coverageMeasures {
        note(
          .coverage(measure, agency, window), columns.figure(measure, row, isHidden: true),
          kind: Self.coverageKind)
      }
    }
  }

  private mutating func noteAccounting(_ table: Table) {
    let columns = FigureColumns(table)
    for row in table.rows {
      for outcome in Self.outcomes {
        note(
          .rows(outcome, of: columns.text("source", row)),
          columns.figure(outcome, row, isHidden: true), kind: Self.coverageKind)
      }
    }
  }

  /// The columns of the coverage that are counts, each named as its measure.
  static let coverageMeasures = ["records", "takedowns"]
  /// What becomes of rows.
  static let outcomes = [
    "rows", "records", "rejects", "supplied", "counted", "duplicates", "not_counted",
  ]
  /// Stands for a kind of period where there is none.
  static let coverageKind = "coverage"
}
