import Bytes
import Foundation
import Tabular
import TestSupport
import Testing

@testable import Spreadsheets

/// Workbooks as companies publish them, against what openpyxl reads in them.
///
/// The workbooks are not part of the package; where they are not at hand the tests are skipped.
struct PublishedWorkbooksTests {
  struct Contents: Hashable, Sendable {
    let sheets: Int
    /// Rows with a value, and values, in all sheets.
    let rows: Int
    let values: Int
    /// Sum over the values of row times column.
    let places: Int
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures").standardizedFileURL
  private static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  // Counted with openpyxl 3.1.5, `data_only=True`.
  private static let workbooks: [Case<String, Contents>] = [
    Case(
      "microsoft-2020-h1", "enforcement-reports/diaphanous/microsoft/microsoft-2020-h1.xlsx",
      Contents(sheets: 1, rows: 14, values: 38, places: 1389)),
    Case(
      "microsoft-2020-h2", "enforcement-reports/diaphanous/microsoft/microsoft-2020-h2.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1301)),
    Case(
      "microsoft-2021-h1", "enforcement-reports/diaphanous/microsoft/microsoft-2021-h1.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1301)),
    Case(
      "microsoft-2021-h2", "enforcement-reports/diaphanous/microsoft/microsoft-2021-h2.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1301)),
    Case(
      "microsoft-2022-h1", "enforcement-reports/diaphanous/microsoft/microsoft-2022-h1.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1338)),
    Case(
      "microsoft-2022-h2", "enforcement-reports/diaphanous/microsoft/microsoft-2022-h2.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1338)),
    Case(
      "microsoft-2023-h1", "enforcement-reports/diaphanous/microsoft/microsoft-2023-h1.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1307)),
    Case(
      "microsoft-2023-h2", "enforcement-reports/diaphanous/microsoft/microsoft-2023-h2.xlsx",
      Contents(sheets: 1, rows: 13, values: 37, places: 1338)),
    Case(
      "tiktok-2021-q3", "enforcement-reports/diaphanous/tiktok/tiktok-2021-q3.xlsx",
      Contents(sheets: 5, rows: 34, values: 182, places: 2530)),
    Case(
      "tiktok-2021-q4", "enforcement-reports/diaphanous/tiktok/tiktok-2021-q4.xlsx",
      Contents(sheets: 5, rows: 38, values: 206, places: 3195)),
    Case(
      "tiktok-2022-q1", "enforcement-reports/diaphanous/tiktok/tiktok-2022-q1.xlsx",
      Contents(sheets: 11, rows: 125, values: 624, places: 19918)),
    Case(
      "tiktok-2022-q2", "enforcement-reports/diaphanous/tiktok/tiktok-2022-q2.xlsx",
      Contents(sheets: 11, rows: 133, values: 692, places: 23950)),
    Case(
      "tiktok-2022-q3", "enforcement-reports/diaphanous/tiktok/tiktok-2022-q3.xlsx",
      Contents(sheets: 11, rows: 161, values: 850, places: 43011)),
    Case(
      "adjust_floating_point_error", "tabulator/data/special/adjust_floating_point_error.xlsx",
      Contents(sheets: 1, rows: 6, values: 24, places: 210)),
    Case(
      "test_scientific_notation", "tabulator/data/special/test_scientific_notation.xlsx",
      Contents(sheets: 1, rows: 2, values: 2, places: 3)),
  ]

  @Test(.enabled(if: isAtHand, "the workbooks are not at hand"), arguments: workbooks)
  func `every value is read in its place`(row: Case<String, Contents>) throws {
    let file = Self.folder.appending(path: row.input)
    let bytes = try Array(Data(contentsOf: file))
    let workbook = try Workbook(ArraySource(bytes), file: row.input)
    var rows = 0
    var values = 0
    var places = 0
    for sheet in workbook.sheets {
      let source = try workbook.sheet(sheet.name)
      var text: [UInt8] = []
      while try source.read(into: &text, upTo: 1 << 20) > 0 {}
      for record in ReferenceCSV(text, dialect: .standard).records {
        let columns = record.fields.indices.filter { !record.fields[$0].isEmpty }
        rows += columns.isEmpty ? 0 : 1
        values += columns.count
        places += columns.reduce(0) { $0 + ($1 + 1) * source.row(atLine: record.line) }
      }
    }
    let found = Contents(
      sheets: workbook.sheets.count, rows: rows, values: values, places: places)
    #expect(found == row.expected)
  }
}
