import Tabular
import TakedownModel

/// What somebody else has counted: a row of the supplied counts.
struct SuppliedRow {
  static let columns = [
    "measure", "counts", "agency", "platform", "country", "category", "period_start", "period_end",
    "value", "source", "vintage",
  ]

  let measure: String
  let counts: String
  let agency: String
  let platform: String
  let country: String
  let category: String
  /// The first day.
  let start: CalendarDate?
  /// The last day, itself part of the period.
  let end: CalendarDate?
  let value: Int?
  let source: String
  let vintage: String

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [SuppliedRow] {
    let reader = try RowReader(table, name: "supplied counts", columns: columns)
    var rows: [SuppliedRow] = []
    for row in table.rows.indices {
      rows.append(try SuppliedRow(reader, row))
    }
    return rows
  }

  private init(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    measure = reader.text("measure", row)
    counts = reader.text("counts", row)
    agency = reader.text("agency", row)
    platform = reader.text("platform", row)
    country = reader.text("country", row)
    category = reader.text("category", row)
    start = try reader.date("period_start", row)
    end = try reader.date("period_end", row)
    value = try reader.count("value", row)
    source = reader.text("source", row)
    vintage = reader.text("vintage", row)
  }
}
