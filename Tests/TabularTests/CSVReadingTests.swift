import Bytes
import Tabular
import TestSupport
import Testing

/// Every row goes through the chunker and cursor in chunks of several sizes, and the reference.
struct CSVReadingTests {
  typealias Rows = [[String]]

  private static let sound: [Case<String, Rows>] = [
    Case("an empty file", "", []),
    Case("only a byte order mark", "\u{FEFF}", []),
    Case("a record without line end", "a,b", [["a", "b"]]),
    Case("LF", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("CR LF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    Case("lone CR", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    Case("all line ends mixed", "a\nb\r\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
    Case("LF CR is a blank line between", "a\n\rb", [["a"], ["b"]]),
    Case("a byte order mark", "\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("a byte order mark and quotes", "\u{FEFF}\"a\",b\n", [["a", "b"]]),
    Case("a byte order mark further on is text", "a\n\u{FEFF}b\n", [["a"], ["\u{FEFF}b"]]),
    Case("blank lines are no records", "\n\r\na\n\n\r\n\nb\n\n", [["a"], ["b"]]),
    Case("a line of a space is a record", " \n", [[" "]]),
    Case("an empty quoted field is a record", "\"\"\n\n\"\"", [[""], [""]]),
    Case("empty fields", ",\n,,\na,\n,b", [["", ""], ["", "", ""], ["a", ""], ["", "b"]]),
    Case("a delimiter at the end", "a,", [["a", ""]]),
    Case("ragged rows", "a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    Case("quoted delimiter", "\"a,b\",c\n", [["a,b", "c"]]),
    Case("quoted LF", "\"a\nb\",c\n", [["a\nb", "c"]]),
    Case("quoted CR LF", "\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    Case("quoted CR", "\"a\rb\",c\n", [["a\rb", "c"]]),
    Case("quoted blank line", "\"\n\n\"\n", [["\n\n"]]),
    Case("doubled quotes", "\"a \"\"b\"\" c\",d\n", [["a \"b\" c", "d"]]),
    Case("only doubled quotes", "\"\"\"\"\n\"\"\"\"\"\"\n", [["\""], ["\"\""]]),
    Case("quoted at the end without line end", "a,\"b\"", [["a", "b"]]),
    Case("quoted, then a lone CR at the end", "a,\"b\"\r", [["a", "b"]]),
    Case("spaces stay", " a , \"b\" \n", [[" a ", " \"b\" "]]),
    Case("a quote within an unquoted field", "5\" screen,x\n", [["5\" screen", "x"]]),
    Case("a quote at the end of an unquoted field", "x,5\"\ny\n", [["x", "5\""], ["y"]]),
    Case("two quotes within an unquoted field", "a\"b,c\"d\n", [["a\"b", "c\"d"]]),
    Case("beyond ASCII", "é,\"ü\"\n", [["é", "ü"]]),
    Case("NUL is text", "a\0b\n", [["a\0b"]]),
  ]

  @Test(arguments: sound)
  func `sound text is read field by field`(row: Case<String, Rows>) throws {
    for size in [1, 2, 5, 64, 1 << 20] {
      let walk = try CSVWalk(Array(row.input.utf8), chunkSize: size)
      #expect(walk.error == nil)
      #expect(walk.faults.isEmpty)
      #expect(walk.texts == row.expected)
      let faulty = walk.records.filter { $0.faultyField != nil }
      #expect(faulty.isEmpty)
    }
  }

  @Test(arguments: sound)
  func `the reference reads the same`(row: Case<String, Rows>) {
    let text = Array(row.input.utf8)
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let reference = ReferenceCSV(text.starts(with: mark) ? Array(text.dropFirst(3)) : text)
    #expect(reference.error == nil)
    let texts = reference.records.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    #expect(texts == row.expected)
  }

  private static let otherDelimiters: [Case<(String, UInt8), Rows>] = [
    Case("semicolon", ("a;b,c\n\"1;2\";3\n", UInt8(ascii: ";")), [["a", "b,c"], ["1;2", "3"]]),
    Case("tab", ("a\tb c\n\"1\t2\"\t\n", UInt8(ascii: "\t")), [["a", "b c"], ["1\t2", ""]]),
    Case("space", ("a b  c\n\"1 2\" 3", UInt8(ascii: " ")), [["a", "b", "", "c"], ["1 2", "3"]]),
  ]

  @Test(arguments: otherDelimiters)
  func `another delimiter`(row: Case<(String, UInt8), Rows>) throws {
    let dialect = CSVDialect(delimiter: row.input.1)
    for size in [1, 8, 1 << 20] {
      let walk = try CSVWalk(Array(row.input.0.utf8), dialect: dialect, chunkSize: size)
      #expect(walk.faults.isEmpty)
      #expect(walk.texts == row.expected)
      #expect(walk.chunks.first?.isPlain == true)
    }
  }

  private static let faultyRows: [Case<String, [String]>] = [
    Case("text after a closing quote", "a\n\"13\" tablet\",x\nb\n", ["\"13\" tablet\"", "x"]),
    Case("a space after a closing quote", "a\n\"13\" ,x\nb\n", ["\"13\" ", "x"]),
    Case("in two fields, the first is named", "a\n\"1\"2,\"3\"4\nb\n", ["\"1\"2", "\"3\"4"]),
  ]

  @Test(arguments: faultyRows)
  func `a faulty row keeps its text and spares its neighbours`(
    row: Case<String, [String]>
  ) throws {
    for size in [1, 7, 1 << 20] {
      let walk = try CSVWalk(Array(row.input.utf8), chunkSize: size)
      #expect(walk.error == nil)
      #expect(walk.faults.isEmpty)
      try #require(walk.records.count == 3)
      #expect(walk.records.map(\.faultyField) == [nil, 0, nil])
      #expect(walk.records.map(\.line) == [1, 2, 3])
      #expect(walk.texts[1] == row.expected)
    }
  }

  private static let untellableQuotes: [Case<String, CSVError>] = [
    Case("never closed", "a\nb\nc,\"d\ne\n", .unterminatedQuote(line: 3)),
    Case("never closed, CR LF", "a\r\nb\r\nc,\"d\r\n", .unterminatedQuote(line: 3)),
    Case("never closed after a quoted line", "\"a\nb\",\"c\n", .unterminatedQuote(line: 2)),
    Case("a quote alone", "\"", .unterminatedQuote(line: 1)),
    Case("closed on a later line", "a\n\"b\nc\"d\n", .straySecondQuote(openedOnLine: 2, line: 3)),
    Case("closed after a CR", "a\r\"b\rc\"d\r", .straySecondQuote(openedOnLine: 2, line: 3)),
    Case(
      "after a field that is faulty by itself", "\"a\"b,\"c\nd\"e\n",
      .straySecondQuote(openedOnLine: 1, line: 2)),
    Case(
      "before a quote that never closes", "\"a\nb\"c,\"d\n",
      .straySecondQuote(openedOnLine: 1, line: 2)),
    Case(
      "in a record that begins on a former line", "x,\"y\nz\",\"a\nb\"c\n",
      .straySecondQuote(openedOnLine: 2, line: 3)),
  ]

  @Test(arguments: untellableQuotes)
  func `quotes that cannot be told name their line`(row: Case<String, CSVError>) throws {
    for size in [1, 3, 64, 1 << 20] {
      let walk = try CSVWalk(Array(row.input.utf8), chunkSize: size)
      #expect(walk.error == row.expected, "chunks of \(size)")
      #expect(ReferenceCSV(Array(row.input.utf8)).error == row.expected)
    }
  }

  @Test func `fields about the block boundaries are whole`() throws {
    for length in 55...75 {
      let bare = String(repeating: "x", count: length)
      let rows: [Case<String, Rows>] = [
        Case("bare", "\(bare),b\nc,d\n", [[bare, "b"], ["c", "d"]]),
        Case("quoted", "\"\(bare)\",b\r\nc,d\r\n", [[bare, "b"], ["c", "d"]]),
        Case("blank lines", "\(bare)\r\n\r\n\r\nc\r\n", [[bare], ["c"]]),
        Case("escapes", "\"\(bare)\"\"\",\"\"\n\"\"\n", [[bare + "\"", ""], [""]]),
        Case("line ends", "\(bare),\"\n\",\"\"\"\"\n", [[bare, "\n", "\""]]),
      ]
      for row in rows {
        let walk = try CSVWalk(Array(row.input.utf8), chunkSize: 1 << 20)
        #expect(walk.faults.isEmpty)
        #expect(walk.texts == row.expected, "\(row.name), \(length)")
        #expect(walk.chunks.map(\.isPlain) == [true])
      }
    }
  }

  @Test func `a quote that is unsound across blocks is seen`() throws {
    for length in 60...66 {
      let pad = String(repeating: "x", count: length)
      for text in ["\"\(pad)\"y,b\n", "\(pad)\"\",b\n", "\(pad)\ry\n", "\(pad)\",b\n"] {
        let walk = try CSVWalk(Array(text.utf8), chunkSize: 1 << 20)
        #expect(walk.chunks.map(\.isPlain) == [false], "\(text)")
        #expect(walk.records == ReferenceCSV(Array(text.utf8)).records)
      }
    }
  }
}
