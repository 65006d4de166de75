import Tabular
import TakedownModel

/// How long actions of one period took: a row of the times.
struct TimeRow {
  let side: SideKey
  /// Records with such an action; nil where hidden, as all that follows.
  let records: Int?
  /// Those that say when they were referred and when acted on.
  let timed: Int?
  /// In seconds; nil also where no record has both times, as all that follows.
  let median: ExactFraction?
  /// In seconds.
  let ninetieth: ExactFraction?
  let within24: Int?
  let within72: Int?

  private static let columns = [
    "records", "with_both_times", "median_seconds", "p90_seconds", "within_24_hours",
    "within_72_hours",
  ]

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [TimeRow] {
    let reader = try RowReader(table, name: "timeliness", columns: SideKey.columns + columns)
    var rows: [TimeRow] = []
    for row in table.rows.indices {
      rows.append(
        TimeRow(
          side: try SideKey(reader, row), records: try reader.count("records", row),
          timed: try reader.count("with_both_times", row),
          median: ExactFraction(text: try reader.decimal("median_seconds", row)),
          ninetieth: ExactFraction(text: try reader.decimal("p90_seconds", row)),
          within24: try reader.count("within_24_hours", row),
          within72: try reader.count("within_72_hours", row)))
    }
    return rows
  }
}
