import Tabular

/// The tables of the comparison that a release is made from.
struct ReleaseTables {
  var counts: Table
  var comparisons: Table
  var coverage: Table
  /// Nil where none were worked out.
  var rates: Table?
  /// Nil where none were worked out.
  var timeliness: Table?
  /// What became of the rows of each source, and of all; nil where it is not known.
  var accounting: Table?
}

extension ReleaseTables {
  /// The tables that a vintage keeps.
  ///
  /// - Throws: `PipelineError` where one cannot be read.
  init(_ vintage: Vintage) throws {
    func table(_ name: String) throws -> Table {
      try StageFile.table("\(vintage.folder)/data/\(name).csv")
    }
    func tableIfThere(_ name: String) throws -> Table? {
      Folders.exists("\(vintage.folder)/data/\(name).csv") ? try table(name) : nil
    }
    counts = try table("accounts")
    comparisons = try table("comparisons")
    coverage = try table("coverage")
    rates = try tableIfThere("rates")
    timeliness = try tableIfThere("timeliness")
    accounting = try tableIfThere("records").map(Self.wide)
  }

  /// A row for each source, from a row for each of its outcomes.
  private static func wide(_ table: Table) -> Table {
    let columns = FigureColumns(table)
    var sources: [String] = []
    var cells: [String: [String: String]] = [:]
    for row in table.rows where ["", "all"].contains(columns.text("reason", row)) {
      let source = columns.text("source", row)
      if cells[source] == nil { sources.append(source) }
      let outcome = outcomes[columns.text("outcome", row)] ?? ""
      cells[source, default: [:]][outcome] = columns.text("value", row)
    }
    return Table(
      columns: ["source"] + ReleaseFigures.outcomes,
      rows: sources.map { source in
        // Nothing is said of supplied counts where there are none.
        [source]
          + ReleaseFigures.outcomes.map {
            cells[source]?[$0] ?? ($0 == "supplied" ? "0" : "")
          }
      })
  }

  /// The columns of the accounting by the outcomes of the published table.
  private static let outcomes = [
    "read": "rows", "record": "records", "rejected": "rejects", "counted": "counted",
    "supplied": "supplied", "duplicate": "duplicates", "not-counted": "not_counted",
  ]
}
