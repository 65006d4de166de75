import Tabular
import TakedownModel

/// A figure in a check: who said it, when, in which words, of which days.
struct ClaimFigureRow {
  /// What the figure is in its check.
  enum Part: String {
    case figure, base
    case atLeast = "at-least"
    case atMost = "at-most"
  }

  static let columns = [
    "check", "part", "figure_id", "publisher", "published_on", "agency", "measure", "counts",
    "period_start", "period_end", "qualifier", "value", "source_title", "source_url",
    "allowed_low", "allowed_high", "used", "holds_low", "holds_high",
  ]

  /// The number of the check.
  let check: Int
  let part: Part
  let id: String
  let publisher: String
  /// Nil where it is not said.
  let publishedOn: CalendarDate?
  let agency: String
  let measure: String
  /// Units in the plural, joined by `+`.
  let counts: String
  let start: CalendarDate?
  /// The last day, itself part of the period.
  let end: CalendarDate?
  /// The words before the number; empty for none.
  let qualifier: String
  let value: Int?
  let sourceTitle: String
  let sourceURL: String
  /// The least that the words allow; nil where they were not understood.
  let allowedLow: Int?
  /// The most; nil for no end as well.
  let allowedHigh: Int?
  /// The end of that range that a sum takes.
  let used: Int?
  /// From and to which value a change is as said; nil where that does not depend on it.
  let holdsLow: Int?
  let holdsHigh: Int?

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [ClaimFigureRow] {
    let reader = try RowReader(table, name: "claim figures", columns: columns)
    var rows: [ClaimFigureRow] = []
    for row in table.rows.indices { rows.append(try ClaimFigureRow(reader, row)) }
    return rows
  }

  private init(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    let part = reader.text("part", row)
    guard let known = Part(rawValue: part) else {
      throw .unreadableCell(
        part, row: row + 1, column: "part", table: reader.name,
        expected: "'figure', 'base', 'at-least' or 'at-most'")
    }
    self.part = known
    check = try reader.count("check", row) ?? 0
    id = reader.text("figure_id", row)
    publisher = reader.text("publisher", row)
    publishedOn = try reader.date("published_on", row)
    agency = reader.text("agency", row)
    measure = reader.text("measure", row)
    counts = reader.text("counts", row)
    start = try reader.date("period_start", row)
    end = try reader.date("period_end", row)
    qualifier = reader.text("qualifier", row)
    value = try reader.count("value", row)
    sourceTitle = reader.text("source_title", row)
    sourceURL = reader.text("source_url", row)
    allowedLow = try reader.count("allowed_low", row)
    allowedHigh = try reader.count("allowed_high", row)
    used = try reader.count("used", row)
    holdsLow = try reader.count("holds_low", row)
    holdsHigh = try reader.count("holds_high", row)
  }
}
