import Bytes
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Spreadsheets

struct WorksheetSourceTests {
  private static let shapes: [Case<String, String>] = [
    Case("nothing", "", ""),
    Case(
      "gaps between cells",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"D1\"><v>2</v></c></row>", ",1,,2\n"),
    Case("gaps between rows", "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row>", "\n\n1\n"),
    Case(
      "no references", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      "1,2\n3,\n"),
    Case("a cell without a value", "<row><c s=\"1\"/><c><v>2</v></c><c/></row>", ",2\n"),
    Case("a row without values", "<row><c/></row><row/><row><c><v>1</v></c></row>", "\n\n1\n"),
    Case(
      "short after wide", "<row><c r=\"C1\"><v>1</v></c></row><row><c><v>2</v></c></row>",
      ",,1\n2,,\n"),
    Case(
      "wide after short", "<row><c><v>1</v></c></row><row><c r=\"C2\"><v>2</v></c></row>",
      "1\n,,2\n"),
    Case("far columns", "<row><c r=\"AB1\"><v>1</v></c></row>", ",,,,,,,,,,,,,,,,,,,,,,,,,,,1\n"),
    Case(
      "what is added later", "<row><c><v>1</v><extLst><ext><x/></ext></extLst></c></row>", "1\n"),
  ]

  @Test(arguments: shapes) func `rows keep their lines and cells their columns`(
    row: Case<String, String>
  ) throws {
    #expect(try TestWorkbook(rows: row.input).read().text == row.expected)
  }

  private static let faults: [Case<String, String>] = [
    Case(
      "rows that go back", "<row r=\"2\"/><row r=\"2\"/>",
      """
      row 2 comes after row 2; expected rows in order; open the workbook in a spreadsheet program \
      and save it
      """),
    Case(
      "a row too far", "<row r=\"1048577\"/>", "row 1048577 is beyond the 1048576 rows of a sheet"),
    Case("no row number", "<row r=\"x\"/>", "after row 0: 'x' is no row number"),
    Case(
      "cells that go back", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
      """
      row 1: a cell of column A comes after one of column B; expected cells in order, up to \
      column XFD
      """),
    Case(
      "a cell of another row", "<row><c r=\"A2\"/></row>",
      "row 1: 'A2' is no reference to a cell of this row"),
    Case(
      "a column too far", "<row><c r=\"XFE1\"/></row>",
      "row 1: 'XFE1' is no reference to a cell of this row"),
    Case(
      "a shared string that does not exist", "<row><c t=\"s\"><v>7</v></c></row>",
      "row 1, column A: the shared string '7' does not exist; there are 0"),
    Case(
      "a third truth", "<row><c t=\"b\"><v>2</v></c></row>",
      "row 1, column A: '2' stands for true or false; expected 1 or 0"),
    Case("an unknown type", "<row><c t=\"q\"/></row>", "row 1: 'q' is no type of a cell"),
    Case(
      "an element in between", "<row><x xmlns=\"urn:x\"><c/></x></row>",
      """
      row 1: an element stands where only a cell is expected; open the workbook in a spreadsheet \
      program and save it
      """),
  ]

  @Test(arguments: faults) func `a damaged sheet is an error`(row: Case<String, String>) throws {
    let expected = SpreadsheetError(
      .damaged, "log.xlsx", "sheet 'Log', part 'Odd/Tab0.xml': \(row.expected)")
    #expect(throws: expected) { try TestWorkbook(rows: row.input).read() }
  }

  @Test func `an error is thrown again`() throws {
    let workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row><row r=\"1\"/>")
    let sheet = try Workbook(ArraySource(workbook.bytes), file: "log.xlsx").sheet()
    var text: [UInt8] = []
    for _ in 0..<3 {
      #expect(throws: SpreadsheetError.self) {
        while try sheet.read(into: &text, upTo: 100) > 0 {}
      }
    }
  }

  @Test func `lines lead to rows where texts have several lines`() throws {
    let workbook = TestWorkbook(
      rows: """
        <row r="2"><c t="str"><v>a&#10;b</v></c><c t="str"><v>c&#13;&#10;d&#13;e</v></c></row>\
        <row r="3"><c><v>3</v></c></row>\
        <row r="6"><c t="str"><v>&#10;</v></c></row>\
        <row r="7"><c><v>7</v></c></row>
        """)
    let sheet = try Workbook(ArraySource(workbook.bytes), file: "log.xlsx").sheet()
    var text: [UInt8] = []
    while try sheet.read(into: &text, upTo: 100) > 0 {}
    #expect(
      String(decoding: text, as: UTF8.self) == "\n\"a\nb\",\"c\r\nd\re\"\n3,\n\n\n\"\n\",\n7,\n")
    #expect((1...10).map { sheet.row(atLine: $0) } == [1, 2, 2, 2, 2, 3, 4, 5, 6, 6])
    #expect((11...12).map { sheet.row(atLine: $0) } == [7, 8])
    var chunks = CSVChunker(ArraySource(text), dialect: .standard)
    let chunk = try #require(try chunks.next())
    var cursor = CSVCursor(chunk, dialect: .standard)
    var rows: [Int] = []
    while cursor.next(chunk.bytes.span) {
      rows.append(sheet.row(atLine: cursor.line(chunk.bytes.span)))
    }
    #expect(rows == [2, 3, 6, 7])
  }

  @Test func `only the first hundred rows widen those after them`() throws {
    var rows = String(repeating: "<row><c><v>1</v></c></row>", count: 100)
    rows += "<row><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    let text = try TestWorkbook(rows: rows).read().text
    #expect(text == String(repeating: "1\n", count: 100) + ",2\n3\n")
  }

  @Test func `what a sheet hides or merges is found`() throws {
    var workbook = TestWorkbook(
      rows: """
        <row r="1"><c><v>1</v></c><c><v>2</v></c></row>\
        <row r="2" hidden="1"/><row r="3" hidden="1"><c><v>3</v></c></row>
        """)
    workbook.sheets[0].before = """
      <cols><col min="1" max="1"/><col min="2" max="16384" hidden="1"/></cols>
      """
    workbook.sheets[0].after = """
      <mergeCells count="3"><mergeCell ref="B1:B3"/><mergeCell ref="A3:B3"/>\
      <mergeCell ref="A9:B9"/></mergeCells>
      """
    let findings = try workbook.read().findings
    #expect(
      findings.map(\.description) == [
        """
        sheet 'Log', row 1, column B: warning: the cells B1:B3 are merged; 2 ranges; the value is \
        in the first cell and the others are empty; take the merging away where it spans records \
        [merged-cells]
        """,
        "sheet 'Log', row 3: note: 1 row is hidden; read like the others [hidden-rows]",
        "sheet 'Log', column B: note: 1 column is hidden; read like the others [hidden-columns]",
      ])
  }

  @Test func `findings have their first place and a count`() throws {
    let workbook = TestWorkbook(
      rows: """
        <row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>\
        <row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="B5" t="e"><v>#N/A</v></c></row>
        """)
    #expect(
      try workbook.read().findings == [
        SpreadsheetFinding(
          code: .errorValue, severity: .warning, sheet: "Log", row: 2, column: "B", count: 3,
          example: "#REF!")
      ])
  }

  @Test func `results of formulas that nobody has calculated are doubted`() throws {
    var workbook = TestWorkbook(rows: "<row><c><f>1+1</f><v>0</v></c><c><v>1</v></c></row>")
    workbook.workbookEnd = "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"
    let (text, findings) = try workbook.read()
    #expect(text == "0,1\n")
    #expect(findings.map(\.code) == [.formulasNotCalculated])
    #expect(findings.map(\.count) == [1])
  }
}
