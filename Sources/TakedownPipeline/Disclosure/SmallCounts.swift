import DisclosureControl
import Tabular

/// Takes small counts out of the tables of a release, and with them whatever gives them away.
///
/// A hidden figure leaves its cell empty with the status `c` in its row and, where a row has marks,
/// `[c]` among them. What follows from a hidden figure goes as well: change, percentage and factor of
/// a comparison, and rates and shares. The files of the stages keep all figures.
///
/// What former releases show counts as known, and what they hide stays hidden. Accounts of several
/// agencies, or of several periods, are looked at only where they add up.
struct SmallCounts {
  /// The status of a figure that is hidden.
  static let status = "c"
  static let mark = "[c]"

  private let cells: FigureCells
  private let suppression: Suppression

  /// Looks for what has to be hidden where `limit` is the least count that is shown, other than 0.
  ///
  /// `agencies` gives the agency of each source that has one; `former` are the tables of former
  /// releases, the oldest first.
  init(
    _ tables: ReleaseTables, limit: Int, agencies: [String: String], former: [ReleaseTables] = []
  ) {
    cells = FigureCells(
      ReleaseFigures(tables, agencies: agencies),
      former: FormerFigures(former.map { ReleaseFigures($0, agencies: agencies) }))
    suppression = SmallCountSuppression(limit: limit).run(cells.cells)
  }

  /// What came of it.
  var report: SmallCountsReport {
    let exposed = Set(suppression.exposed)
    let presumed = Set(suppression.exposedIfPresumed)
    var report = SmallCountsReport()
    for (place, number) in cells.numbers where place.visibility != .known {
      let outcome = suppression.outcomes[number]
      let isExposed = exposed.contains(number) || presumed.contains(number)
      let isPublished = cells.release.figures[place] != nil
      guard outcome != .shown, isPublished || isExposed else { continue }
      if isPublished {
        if outcome == .small { report.small += 1 } else { report.complementary += 1 }
      }
      if isPublished && outcome == .small && cells.visibilities[place] == .known {
        report.known.append(place)
      } else if isExposed {
        switch (outcome, exposed.contains(number)) {
        case (.small, true): report.exposed.append(place)
        case (.small, false): report.exposedIfUnchanged.append(place)
        default: report.others.append(place)
        }
      }
    }
    report.sort()
    return report
  }

  /// The tables without what is hidden.
  func applied(to tables: ReleaseTables) -> ReleaseTables {
    ReleaseTables(
      counts: counts(tables.counts), comparisons: comparisons(tables.comparisons),
      coverage: coverage(tables.coverage),
      rates: tables.rates.map { sides($0, SideFigures.init(rate:)) },
      timeliness: tables.timeliness.map { sides($0, SideFigures.init(time:), hidesAll: givesAway) },
      accounting: tables.accounting.map(accounting))
  }

  private func hides(_ place: FigurePlace?) -> Bool {
    guard let place, place.visibility != .known else { return false }
    return cells.numbers[place].map(suppression.hides) ?? false
  }

  private func counts(_ table: Table) -> Table {
    rewritten(table) { columns, row in
      guard hides(columns.place(row, first: "period_start", last: "period_end")) else { return }
      columns.set(["value": "", "status": Self.status], in: &row)
      columns.mark(Self.mark, in: &row)
    }
  }

  private func comparisons(_ table: Table) -> Table {
    rewritten(table) { columns, row in
      let value = columns.place(row, first: "period_start", last: "period_end")
      let base = columns.place(row, first: "base_start", last: "base_end")
      let hidesValue = !columns.text("value", row).isEmpty && hides(value)
      let hidesBase = !columns.text("base_value", row).isEmpty && hides(base)
      guard hidesValue || hidesBase else { return }
      if hidesValue { columns.set(["value": "", "status": Self.status], in: &row) }
      if hidesBase { columns.set(["base_value": ""], in: &row) }
      columns.set(["change": "", "percent_change": "", "factor": ""], in: &row)
      // That there is no percentage would say that the base is 0.
      columns.unmark("[z]", in: &row)
      columns.mark(Self.mark, in: &row)
    }
  }

  /// Whether the counts beside times would give away what is hidden elsewhere: they are those of
  /// takedowns, or of takedowns and refusals together.
  ///
  /// They add up just as those do, so that hidden in the same places they are as safe. Refusals of
  /// agencies by platform stand in no table, and so nothing keeps them from being worked out here.
  private func givesAway(_ times: FigurePlace) -> Bool {
    func hides(_ measure: String) -> Bool {
      var place = times
      place.measure = measure
      return self.hides(place)
    }
    if hides("takedowns") { return true }
    guard times.measure == "time-to-action" else { return false }
    return hides("refused") || ![times.agency, times.platform].contains(FigurePlace.all)
  }

  /// `hidesAll` says of a row that none of its counts can be shown.
  private func sides(
    _ table: Table, _ figures: (String) -> SideFigures,
    hidesAll: (FigurePlace) -> Bool = { _ in false }
  ) -> Table {
    rewritten(table) { columns, row in
      guard let place = columns.place(row, first: "period_start", last: "period_end") else {
        return
      }
      let figures = figures(place.measure)
      let hidesAll = hidesAll(place)
      let hidden = figures.columns.filter { column, measure in
        var own = place
        own.measure = measure
        return !columns.text(column, row).isEmpty && (hidesAll || hides(own))
      }
      guard !hidden.isEmpty else { return }
      for name in hidden.map(\.column) + figures.derived { columns.set([name: ""], in: &row) }
      columns.set(["status": Self.status], in: &row)
      columns.unmark("[z]", in: &row)
      columns.unmark("[x]", in: &row)
      columns.mark(Self.mark, in: &row)
    }
  }

  private func coverage(_ table: Table) -> Table {
    rewritten(table) { columns, row in
      guard let window = columns.extent(row) else { return }
      let agency = columns.text("agency", row)
      for measure in ReleaseFigures.coverageMeasures where hides(.coverage(measure, agency, window))
      {
        columns.set([measure: ""], in: &row)
      }
    }
  }

  private func accounting(_ table: Table) -> Table {
    rewritten(table) { columns, row in
      for outcome in ReleaseFigures.outcomes
      where hides(.rows(outcome, of: columns.text("source", row))) {
        columns.set([outcome: ""], in: &row)
      }
    }
  }

  private func rewritten(
    _ table: Table, _ change: (FigureColumns, inout [String]) -> Void
  ) -> Table {
    let columns = FigureColumns(table)
    return Table(
      columns: table.columns,
      rows: table.rows.map { row in
        var row = row
        change(columns, &row)
        return row
      })
  }
}
