package import ReleaseModel
package import Tabular
import TakedownModel

/// A small release with one table of figures, one that shows part of it again, and awkward cells.
package enum ReleaseExample {
  package static let columns = [
    DataColumn(name: "measure", kind: .text, unit: "", meaning: "What is counted.", missing: ""),
    DataColumn(name: "agency", kind: .text, unit: "", meaning: "The agency's id.", missing: ""),
    DataColumn(name: "agency_name", kind: .text, unit: "", meaning: "Its name.", missing: ""),
    DataColumn(name: "period", kind: .text, unit: "", meaning: "The period.", missing: ""),
    DataColumn(
      name: "period_start", kind: .date, unit: "", meaning: "The first day.", missing: "not said"),
    DataColumn(
      name: "period_end", kind: .date, unit: "", meaning: "The last day.", missing: "not said"),
    DataColumn(
      name: "value", kind: .integer, unit: "as in measure", meaning: "How many.",
      missing: "not available, or hidden"),
    DataColumn(
      name: "rate", kind: .decimal(1), unit: "per cent", meaning: "A share.", missing: "no base"),
    DataColumn(
      name: "status", kind: .text, unit: "", meaning: "What is known.", missing: "not said"),
    DataColumn(name: "marks", kind: .text, unit: "", meaning: "Shorthand.", missing: "none"),
  ]

  package static let rows = [
    [
      "accounts", "uk-nca", "NCA", "2024", "2024-01-01", "2024-12-31", "18000", "12.5", "final", "",
    ],
    ["accounts", "a b", "=A", "2024-07", "2024-07-01", "2024-07-31", "", "", "c", "[c]"],
    ["accounts", "a+b", "B", "to date", "2024-07-01", "2025-03-31", "7", "", "provisional", "[z]"],
    ["accounts", "x", "</script>", "said", "", "", "5", "0.1", "published", ""],
  ]

  package static func table(
    _ name: String = "figures", rows: [[String]] = rows,
    key: [String] = ["measure", "agency", "period"]
  ) -> DataTable {
    DataTable(name: name, title: "Figures of all", key: key, columns: columns, rows: rows)
  }

  package static func release(
    _ tables: [DataTable] = [table(), table("part", rows: [rows[1]])]
  )
    -> ReleaseContents
  {
    ReleaseContents(
      title: "Accounts taken down", notice: "Made-up data",
      asOf: CalendarDate(year: 2025, month: 3, day: 31) ?? CalendarDate(days: 0), tables: tables,
      charts: [], texts: [])
  }

  /// A file of the release, read as JSON.
  package static func json(_ file: ReleaseFile) throws -> JSONValue {
    let bytes = file.bytes
    return try JSONValue(parsing: bytes.span)
  }
}
