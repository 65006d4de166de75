import Tabular
import TakedownModel

/// What there is from one agency.
struct CoverageRow {
  let agency: String
  let records: Int
  let takedowns: Int
  /// The day of its first record; nil where it has none.
  let firstDay: CalendarDate?
  /// The day of its last record; nil where it has none.
  let lastDay: CalendarDate?

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [CoverageRow] {
    let reader = try RowReader(
      table, name: "coverage",
      columns: ["agency", "records", "takedowns", "first_day", "last_day"])
    var rows: [CoverageRow] = []
    for row in table.rows.indices {
      rows.append(
        CoverageRow(
          agency: reader.text("agency", row), records: try reader.count("records", row) ?? 0,
          takedowns: try reader.count("takedowns", row) ?? 0,
          firstDay: try reader.date("first_day", row), lastDay: try reader.date("last_day", row)))
    }
    return rows
  }
}
