import Tabular
import TakedownModel

/// What there is from one agency.
struct CoverageRow {
  let agency: String
  /// Nil where the count is hidden for being small, or to keep another one hidden.
  let records: Int?
  /// Nil as with the records.
  let takedowns: Int?
  /// The day of its first record; nil where it has none.
  let firstDay: CalendarDate?
  /// The day of its last record; nil where it has none.
  let lastDay: CalendarDate?

  /// Whether its logs hold anything; a hidden count is above 0.
  var hasRecords: Bool { records != 0 }

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
          agency: reader.text("agency", row), records: try reader.count("records", row),
          takedowns: try reader.count("takedowns", row),
          firstDay: try reader.date("first_day", row), lastDay: try reader.date("last_day", row)))
    }
    return rows
  }
}
