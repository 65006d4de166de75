import Tabular
import TakedownModel

/// How many in one period: a row of the counts.
struct CountRow {
  static let columns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end", "value", "status", "qualifier", "source",
  ]

  let origin: Origin
  let measure: String
  /// The unit of count, such as `account+page`.
  let counts: String
  let agency: String
  let platform: String
  let periodKind: String
  let period: String
  /// The first day.
  let start: CalendarDate?
  /// The last day, itself part of the period.
  let end: CalendarDate?
  /// Nil when it is not available.
  let value: Int?
  let status: String
  /// The word that a published figure was said with: `more than`.
  let qualifier: String
  let source: String

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [CountRow] {
    let reader = try RowReader(table, name: "counts", columns: columns)
    var rows: [CountRow] = []
    for row in table.rows.indices {
      rows.append(try CountRow(reader, row))
    }
    return rows
  }

  private init(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    origin = try reader.origin(row)
    measure = reader.text("measure", row)
    counts = reader.text("counts", row)
    agency = reader.text("agency", row)
    platform = reader.text("platform", row)
    periodKind = reader.text("period_kind", row)
    period = reader.text("period", row)
    start = try reader.date("period_start", row)
    end = try reader.date("period_end", row)
    value = try reader.count("value", row)
    status = reader.text("status", row)
    qualifier = reader.text("qualifier", row)
    source = reader.text("source", row)
  }
}

extension RowReader {
  /// The cell of the column `origin`.
  ///
  /// - Throws: `PublicationError` with code `unreadableCell`.
  func origin(_ row: Int) throws(PublicationError) -> Origin {
    let text = text("origin", row)
    guard let origin = Origin(rawValue: text) else {
      throw .unreadableCell(
        text, row: row + 1, column: "origin", table: name, expected: "'counted' or 'published'")
    }
    return origin
  }
}
