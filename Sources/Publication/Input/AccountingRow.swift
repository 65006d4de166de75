import Tabular

/// What became of the rows of one source, or of all; nil for a number that is hidden.
struct AccountingRow {
  /// The id that stands for all sources.
  static let all = "all"

  let source: String
  /// Rows read.
  let rows: Int?
  /// Rows that became a record.
  let records: Int?
  /// Rows that did not.
  let rejects: Int?
  /// Rows that became a count which somebody else has made, and no record.
  let supplied: Int?
  /// Records that stand behind the figures.
  let counted: Int?
  /// Records that repeat an earlier one.
  let duplicates: Int?
  /// Records left out for another reason.
  let notCounted: Int?

  /// All rows of a table, in its order, and their sum where it is not there; every row and every
  /// record is accounted for.
  ///
  /// - Throws: `PublicationError` with code `missingColumn`, `unreadableCell` or `sumsDiffer`.
  static func all(in table: Table) throws(PublicationError) -> [AccountingRow] {
    let reader = try RowReader(
      table, name: "accounting",
      columns: [
        "source", "rows", "records", "rejects", "supplied", "counted", "duplicates",
        "not_counted",
      ])
    var rows: [AccountingRow] = []
    for row in table.rows.indices {
      let source = AccountingRow(
        source: reader.text("source", row), rows: try reader.count("rows", row),
        records: try reader.count("records", row),
        rejects: try reader.count("rejects", row),
        supplied: try reader.count("supplied", row),
        counted: try reader.count("counted", row),
        duplicates: try reader.count("duplicates", row),
        notCounted: try reader.count("not_counted", row))
      try source.checkSums()
      rows.append(source)
    }
    if !rows.contains(where: { $0.source == all }) { rows.append(.total(of: rows)) }
    return rows
  }

  private func checkSums() throws(PublicationError) {
    if let rows, let records, let rejects, let supplied, rows != records + rejects + supplied {
      throw .sumsDiffer(
        source: source, left: "\(rows) rows",
        right: "\(records) records, \(rejects) rejects and \(supplied) supplied counts",
        table: "accounting")
    }
    if let records, let counted, let duplicates, let notCounted,
      records != counted + duplicates + notCounted
    {
      throw .sumsDiffer(
        source: source, left: "\(records) records",
        right: "\(counted) counted, \(duplicates) duplicates and \(notCounted) not counted",
        table: "accounting")
    }
  }
}
