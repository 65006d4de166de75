import ReleaseModel
import TakedownModel

@testable import Workbooks

/// Small releases that the tests of workbooks start from.
enum Example {
  static let columns = [
    DataColumn(name: "agency", kind: .text, unit: "", meaning: "Who.", missing: "not said"),
    DataColumn(name: "first_day", kind: .date, unit: "", meaning: "When.", missing: "no records"),
    DataColumn(
      name: "value", kind: .integer, unit: "accounts", meaning: "How many.",
      missing: "not available, or hidden"),
    DataColumn(
      name: "percent_change", kind: .decimal(1), unit: "per cent", meaning: "By how much.",
      missing: "no base"),
    DataColumn(name: "status", kind: .text, unit: "", meaning: "How sure.", missing: "not said"),
    DataColumn(name: "marks", kind: .text, unit: "", meaning: "Shorthand.", missing: "none"),
  ]

  static let row = ["A police", "2024-07-01", "18000", "87.6", "final", ""]

  static func table(_ rows: [[String]] = [row], name: String = "accounts") -> DataTable {
    DataTable(
      name: name, title: "Counts by agency", key: ["agency"], columns: columns, rows: rows)
  }

  static func release(
    _ tables: [DataTable] = [table()], title: String = "Takedowns", notice: String = "Made up"
  ) -> ReleaseContents {
    ReleaseContents(
      title: title, notice: notice, asOf: CalendarDate(days: 20_178), tables: tables, charts: [],
      texts: [])
  }

  /// The sheet of one table with these rows.
  static func sheet(_ rows: [[String]]) throws -> Worksheet {
    try Worksheet(table(rows), name: "Accounts", release: release(), contents: "Contents")
  }
}

/// The workbook of a release in both formats.
func bothFiles(of release: ReleaseContents) throws(WorkbookError) -> [ReleaseFile] {
  var files: [ReleaseFile] = []
  for format in WorkbookFile.Format.allCases {
    files += try WorkbookFile(format).files(of: release)
  }
  return files
}
