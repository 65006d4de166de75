import Bytes
import Tabular
import TestSupport
import Testing

struct TableTests {
  private static let columns = ["agency", "accounts"]

  private static let tables: [Case<Table, String>] = [
    Case("no rows", Table(columns: columns), "agency,accounts\n"),
    Case(
      "rows", Table(columns: columns, rows: [["a", "1"], ["", ""]]), "agency,accounts\na,1\n,\n"),
    Case(
      "what needs quotes", Table(columns: ["a,b"], rows: [["\"x\"\r"], ["y\nz"]]),
      "\"a,b\"\n\"\"\"x\"\"\r\"\n\"y\nz\"\n"),
    Case(
      "one column with an empty cell", Table(columns: ["a"], rows: [[""], ["x"]]), "a\n\"\"\nx\n"),
  ]

  @Test(arguments: tables)
  func `a table is written as CSV and read back`(row: Case<Table, String>) throws {
    #expect(String(decoding: row.input.csv, as: UTF8.self) == row.expected)
    #expect(try Table(csv: row.input.csv) == row.input)
  }

  private static let foreignTables: [Case<String, [[String]]>] = [
    Case("a byte order mark", "\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    Case("CR LF", "a,b\r\n1,2\r\n", [["1", "2"]]),
    Case("blank lines and no last line end", "\na,b\n\n1,2\n\n3,4", [["1", "2"], ["3", "4"]]),
  ]

  @Test(arguments: foreignTables)
  func `a table made elsewhere is read`(row: Case<String, [[String]]>) throws {
    let table = try Table(csv: Array(row.input.utf8))
    #expect(table == Table(columns: ["a", "b"], rows: row.expected))
  }

  private static let faultyTables: [Case<[UInt8], String>] = [
    Case("an empty text", Array("".utf8), "line 1: the header row is missing"),
    Case("a short row", Array("a,b\n\n1\n".utf8), "line 3: expected 2 cells, found 1"),
    Case("a long row", Array("a\n\"x\ny\"\n1,2\n".utf8), "line 4: expected 1 cells, found 2"),
    Case(
      "an open quote", Array("a,b\n\"x\n\",\"y\n".utf8),
      "line 3: a quote that opens here is never closed"),
    Case(
      "text after a quote", Array("a,b\n1,\"x\"y\n".utf8),
      "line 2: text follows the closing quote of cell 2"),
    Case("not UTF-8", [0x61, 0x0a, 0x62, 0xff, 0x0a], "line 2: the text is not UTF-8"),
  ]

  @Test(arguments: faultyTables)
  func `a text that is no table says where`(row: Case<[UInt8], String>) {
    let error = #expect(throws: TableError.self) { try Table(csv: row.input) }
    #expect(error?.description == row.expected)
  }

  @Test func `a column has a place`() {
    let table = Table(columns: Self.columns)
    #expect(table.index(of: "accounts") == 1)
    #expect(table.index(of: "Accounts") == nil)
  }
}
