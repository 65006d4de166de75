import Tabular

/// What became of the rows of one source.
struct AccountingRow {
  let source: String
  /// Rows read.
  let rows: Int
  /// Rows that became a record.
  let records: Int
  /// Rows that did not.
  let rejects: Int
  /// Records that stand behind the figures.
  let counted: Int
  /// Records that repeat an earlier one.
  let duplicates: Int
  /// Records left out for another reason.
  let notCounted: Int

  /// All rows of a table, in its order; every row and every record is accounted for.
  ///
  /// - Throws: `PublicationError` with code `missingColumn`, `unreadableCell` or `sumsDiffer`.
  static func all(in table: Table) throws(PublicationError) -> [AccountingRow] {
    let reader = try RowReader(
      table, name: "accounting",
      columns: [
        "source", "rows", "records", "rejects", "counted", "duplicates", "not_counted",
      ])
    var rows: [AccountingRow] = []
    for row in table.rows.indices {
      let source = AccountingRow(
        source: reader.text("source", row), rows: try reader.count("rows", row) ?? 0,
        records: try reader.count("records", row) ?? 0,
        rejects: try reader.count("rejects", row) ?? 0,
        counted: try reader.count("counted", row) ?? 0,
        duplicates: try reader.count("duplicates", row) ?? 0,
        notCounted: try reader.count("not_counted", row) ?? 0)
      try source.checkSums()
      rows.append(source)
    }
    return rows
  }

  private func checkSums() throws(PublicationError) {
    guard rows == records + rejects else {
      throw .sumsDiffer(
        source: source, left: "\(rows) rows",
        right: "\(records) records and \(rejects) rejects", table: "accounting")
    }
    guard records == counted + duplicates + notCounted else {
      throw .sumsDiffer(
        source: source, left: "\(records) records",
        right: "\(counted) counted, \(duplicates) duplicates and \(notCounted) not counted",
        table: "accounting")
    }
  }
}
