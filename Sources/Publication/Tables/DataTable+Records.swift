import ReleaseModel

extension DataTable {
  /// How many rows became what: a number a row.
  ///
  /// For each source, `read` = `rejected` + `record` + `supplied`, and `record` = `counted` +
  /// `duplicate` + `not-counted`; where no source supplies counts, nothing is `supplied`. The rows of the source `all` with a reason split its `not-counted`.
  static func records(_ sources: [AccountingRow], _ reasons: [NotCountedRow]) -> DataTable {
    var rows: [Outcome] = []
    let hasSupplied = sources.contains { $0.supplied != 0 }
    for source in sources {
      let numbers =
        [
          ("read", source.rows), ("rejected", source.rejects), ("record", source.records),
        ] + (hasSupplied ? [("supplied", source.supplied)] : []) + [
          ("counted", source.counted), ("duplicate", source.duplicates),
          ("not-counted", source.notCounted),
        ]
      rows += numbers.map { Outcome(source: source.source, name: $0.0, reason: "all", value: $0.1) }
    }
    rows += reasons.map {
      Outcome(source: "all", name: "not-counted", reason: $0.reason, value: $0.records)
    }
    let columns: [ColumnDefinition<Outcome>] = [
      .init("source", "The source's id; 'all' for their sum.") { $0.source },
      .init(
        "outcome",
        hasSupplied
          ? "read = rejected + record + supplied, a count that somebody else has made; record = counted "
            + "+ duplicate + not-counted."
          : "read = rejected + record; record = counted + duplicate + not-counted."
      ) { $0.name },
      .init("reason", "Why records were not counted; 'all' for whatever reason.") { $0.reason },
      .init("value", "How many rows.", .integer, unit: "rows", missing: "hidden: see [c]") {
        $0.value.map(String.init) ?? ""
      },
    ]
    return DataTable(
      name: "records", title: "How many rows became what", key: ["source", "outcome", "reason"],
      rows: rows, columns: columns)
  }

  private struct Outcome {
    let source: String
    let name: String
    let reason: String
    let value: Int?
  }
}

extension AccountingRow {
  /// The sums over all sources, under the id `all`; none where a part is hidden.
  static func total(of sources: [AccountingRow]) -> AccountingRow {
    func sum(_ part: (AccountingRow) -> Int?) -> Int? {
      let parts = sources.compactMap(part)
      return parts.count == sources.count ? parts.reduce(0, &+) : nil
    }
    return AccountingRow(
      source: all, rows: sum(\.rows), records: sum(\.records), rejects: sum(\.rejects),
      supplied: sum(\.supplied), counted: sum(\.counted), duplicates: sum(\.duplicates),
      notCounted: sum(\.notCounted))
  }
}
