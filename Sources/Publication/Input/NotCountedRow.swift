import Tabular

/// How many records one reason left out of the figures.
struct NotCountedRow {
  let reason: String
  let records: Int

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [NotCountedRow] {
    let reader = try RowReader(table, name: "not counted", columns: ["reason", "records"])
    var rows: [NotCountedRow] = []
    for row in table.rows.indices {
      rows.append(
        NotCountedRow(
          reason: reader.text("reason", row), records: try reader.count("records", row) ?? 0))
    }
    return rows
  }
}
