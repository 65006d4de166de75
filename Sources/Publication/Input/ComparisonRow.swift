import Tabular
import TakedownModel

/// One period beside another: a row of the comparisons.
struct ComparisonRow {
  static let columns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end", "value", "base_period", "base_start", "base_end", "base_value", "change",
    "percent_change", "factor", "basis", "status", "marks", "qualifier", "base_qualifier", "note",
    "source", "coverage", "agencies", "base_agencies", "platforms", "base_platforms",
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
  let basePeriod: String
  let baseStart: CalendarDate?
  let baseEnd: CalendarDate?
  /// What the value is compared with; nil when it is not available.
  let baseValue: Int?
  let change: Int?
  /// In per cent, with one decimal; empty where there is none.
  let percentChange: String
  let factor: String
  let basis: String
  let status: String
  /// Shorthand such as `[b]`.
  let marks: [String]
  let qualifier: String
  let baseQualifier: String
  /// What a reader has to know of the comparison, in words.
  let note: String
  let source: String
  /// `matched` where only what both sides have was counted, else `all`; empty where nothing was.
  let coverage: String
  /// The ids of agencies with records behind the value.
  let agencies: String
  let baseAgencies: String
  let platforms: String
  let basePlatforms: String

  /// Whether only what both sides have was counted.
  var isMatched: Bool { coverage == "matched" }

  /// Whether everything on both sides was counted, and the sides are of one kind.
  var isPlain: Bool { !isMatched && basis != "unlike" }

  /// Whether the value, or the one that it is compared with, is hidden.
  var isHidden: Bool { marks.contains("[c]") }

  /// Whether the value itself is hidden, rather than not available.
  var hidesValue: Bool { status == "c" }

  /// Whether the value compared with is hidden, rather than not available.
  var hidesBase: Bool {
    isHidden && baseValue == nil && !(hidesValue && marks.contains("[x]"))
  }

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [ComparisonRow] {
    let reader = try RowReader(table, name: "comparisons", columns: columns)
    var rows: [ComparisonRow] = []
    for row in table.rows.indices {
      rows.append(try ComparisonRow(reader, row))
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
    basePeriod = reader.text("base_period", row)
    baseStart = try reader.date("base_start", row)
    baseEnd = try reader.date("base_end", row)
    baseValue = try reader.count("base_value", row)
    change = try reader.integer("change", row)
    percentChange = try reader.decimal("percent_change", row)
    factor = try reader.decimal("factor", row)
    basis = reader.text("basis", row)
    status = reader.text("status", row)
    marks = reader.text("marks", row).split(separator: " ").map(String.init)
    qualifier = reader.text("qualifier", row)
    baseQualifier = reader.text("base_qualifier", row)
    note = reader.text("note", row)
    source = reader.text("source", row)
    coverage = reader.text("coverage", row)
    agencies = reader.text("agencies", row)
    baseAgencies = reader.text("base_agencies", row)
    platforms = reader.text("platforms", row)
    basePlatforms = reader.text("base_platforms", row)
  }
}
