import Tabular
import TakedownModel

/// A rate of one period: a row of the rates.
struct RateRow {
  let side: SideKey
  /// What is above the line; nil where it is hidden.
  let numerator: Int?
  /// What is below it; nil where it is hidden.
  let denominator: Int?
  /// Referrals in neither of the two; nil where that does not apply.
  let leftOut: Int?
  /// The day that a number of users is of.
  let denominatorDate: CalendarDate?

  private static let columns = ["numerator", "denominator", "left_out", "denominator_date"]

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [RateRow] {
    let reader = try RowReader(table, name: "rates", columns: SideKey.columns + columns)
    var rows: [RateRow] = []
    for row in table.rows.indices {
      rows.append(
        RateRow(
          side: try SideKey(reader, row), numerator: try reader.count("numerator", row),
          denominator: try reader.count("denominator", row),
          leftOut: try reader.count("left_out", row),
          denominatorDate: try reader.date("denominator_date", row)))
    }
    return rows
  }
}
