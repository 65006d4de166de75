import ReleaseModel
import TakedownModel
import Testing

@testable import Workbooks

struct WorksheetTests {
  @Test(arguments: [
    ("18000", DataColumn.Kind.integer, SheetCell.number("18000", 18000)),
    ("-0.5", .decimal(1), .number("-0.5", -0.5)),
    ("999999999999999", .integer, .number("999999999999999", 999_999_999_999_999)),
    ("1234567890123456", .integer, .text("1234567890123456")),
    ("=1", .integer, .text("=1")),
    ("1e5", .decimal(1), .text("1e5")),
    ("2024-02-29", .date, .date(CalendarDate(days: 19_782))),
    ("2023-02-29", .date, .text("2023-02-29")),
    ("1900-02-28", .date, .text("1900-02-28")),
    ("", .integer, .empty),
    ("18000", .text, .text("18000")),
  ])
  func `a cell is a number or a day only where a spreadsheet holds it exactly`(
    text: String, kind: DataColumn.Kind, expected: SheetCell
  ) {
    #expect(SheetCell(text, kind) == expected)
  }

  @Test(arguments: [
    ("c", "", "[c]", "[c]"),
    ("final", "[c] [z]", "[c]", "[c]"),
    ("final", "[x]", "[x]", "[x]"),
    ("final", "[p] [z]", "[z]", "[z]"),
    ("final", "[x] [z]", "[x]", "[x]"),
    ("final", "", "[x]", "[x]"),
  ])
  func `an empty figure says why`(
    status: String, marks: String, value: String, percent: String
  ) throws {
    let sheet = try Example.sheet([["A", "2024-07-01", "", "", status, marks]])
    let cells = try #require(sheet.table?.rows.first)
    #expect(cells[2] == .text(value))
    #expect(cells[3] == .text(percent))
    let shorthand = try #require(sheet.lines.first { $0.text.hasPrefix("Shorthand: ") })
    #expect(shorthand.text.contains(value))
  }

  @Test func `what a column could not have does not apply`() {
    let columns = [
      DataColumn(
        name: "left_out", kind: .integer, unit: "", meaning: "", missing: "does not apply"),
      DataColumn(
        name: "records", kind: .integer, unit: "", meaning: "", missing: "hidden: see [c]"),
    ]
    let table = DataTable(name: "t", title: "", key: [], columns: columns, rows: [["", ""]])
    let figures = EmptyFigures(table)
    #expect(figures.shorthand(0, in: ["", ""]) == .notApplicable)
    #expect(figures.shorthand(1, in: ["", ""]) == .confidential)
  }

  @Test func `lines above a table say all that is needed to read it`() throws {
    let sheet = try Example.sheet([Example.row, ["", "", "1", "0.0", "provisional", "[p]"]])
    #expect(
      sheet.lines.map(\.text) == [
        "Counts by agency",
        "This worksheet contains one table.",
        "Source: Takedowns. Figures up to and including 31 March 2025.",
        "Made up",
        "Shorthand: [p] provisional: the figure may still change.",
        "Some cells are empty. Agency: not said. First day: no records. Marks: none.",
        "Back to the contents",
      ])
    #expect(sheet.lines.first?.style == .title)
    #expect(sheet.lines.last?.style == .link("Contents"))
  }

  @Test func `headers have units and are unique in capitals or not`() {
    func column(_ label: String, _ unit: String = "") -> DataColumn {
      DataColumn(name: "x", label: label, kind: .integer, unit: unit, meaning: "", missing: "")
    }
    let headers = SheetColumn.headed([
      column("Value", "accounts"), column("Median hours", "hours"), column("A"), column("a"),
      column("a 2"),
    ]).map(\.header)
    #expect(headers == ["Value (accounts)", "Median hours", "A", "a 2", "a 2 2"])
  }

  @Test func `a table without rows has one that says so`() throws {
    let sheet = try Example.sheet([])
    #expect(sheet.table?.rows == [Array(repeating: .text("[x]"), count: 6)])
    #expect(sheet.lines[1].text.hasSuffix("There is nothing to show in it."))
    #expect(sheet.lines.contains { $0.text.hasPrefix("Shorthand: [x]") })
  }

  @Test func `a table that is larger than a sheet is refused with its name`() throws {
    let column = DataColumn(name: "x", kind: .text, unit: "", meaning: "", missing: "")
    let table = DataTable(
      name: "big", title: "Big", key: [], columns: [column],
      rows: Array(repeating: ["a"], count: 1_048_576))
    let error = #expect(throws: WorkbookError.self) {
      try bothFiles(of: Example.release([table]))
    }
    #expect(error?.description.contains("'big' has 1048576 rows") == true)
  }

  @Test func `cover, contents and notes come first, and lead to every sheet`() throws {
    let tables = ["accounts", "cover", "notes"].map { Example.table(name: $0) }
    let workbook = try Workbook(Example.release(tables))
    #expect(
      workbook.sheets.map(\.name) == [
        "Cover", "Contents", "Notes", "Accounts", "Cover_2", "Notes_2",
      ])
    let links = try #require(workbook.sheets[1].table).rows.map(\.first)
    #expect(links == workbook.sheets.dropFirst(2).map { .link($0.name, to: $0.name) })
    let names = workbook.sheets.compactMap(\.table?.name)
    #expect(Set(names.map { $0.lowercased() }).count == 5)
  }
}
