import Bytes
import Ingestion
import Tabular
import Testing

struct JSONRecordReaderTests {
  static func reader(_ fields: [[String]]) throws -> JSONRecordReader {
    JSONRecordReader(fields: try fields.map { try $0.map { try JSONPointer($0) } })
  }

  static func rows(_ batch: RecordBatch) -> [[String]] {
    (0..<batch.count).map { index in
      (0..<batch.width).map { batch.text(index, $0) { $0.text } }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let record: String
    let fields: [[String]]
    let row: [String]

    init(_ record: String, _ fields: [[String]], _ row: [String]) {
      self.record = record
      self.fields = fields
      self.row = row
    }

    var testDescription: String { "\(record) \(fields)" }
  }

  static let cases = [
    Case("{}", [["a"]], ["", ""]),
    Case("{ }", [], [""]),
    Case(#"{"a":"x","b":1}"#, [["a"], ["b"]], ["x", "1", ""]),
    Case(#"{"b":1.50,"a":"x"}"#, [["/a"], ["/b"]], ["x", "1.50", ""]),
    Case(
      #" { "a" : true , "b" : false , "c" : null } "#, [["a"], ["b"], ["c"]],
      ["true", "false", "", ""]),
    Case(#"{"a":"\u00e9\n\"\ud83d\ude00"}"#, [["a"]], ["\u{e9}\n\"\u{1f600}", ""]),
    Case(#"{"a":{"b" : [1, "x"]},"c":[ ]}"#, [["a"], ["c"]], [#"{"b" : [1, "x"]}"#, "[ ]", ""]),
    Case(#"{"a":{"b":{"c":"deep"}}}"#, [["a/b/c"]], ["deep", ""]),
    Case(#"{"a":[{"b":1},{"b":2}]}"#, [["a/1/b"], ["/a/0/b"], ["a/2/b"]], ["2", "1", "", ""]),
    Case(#"{"a":[1,2,3]}"#, [["a/1"], ["a/01"]], ["2", "", #"{"a":[1,2,3]}"#]),
    Case(
      #"{"x/y":1,"m~n":2,"":3,"1":4}"#, [["x~1y"], ["m~0n"], ["/"], ["1"]],
      ["1", "2", "3", "4", ""]),
    Case(#"{"\u0061":"x","z":1}"#, [["a"]], ["x", #"{"z":1}"#]),
    Case(#"{"a":"x"}"#, [[""]], [#"{"a":"x"}"#, ""]),
    Case(#"{"a":"x"}"#, [["a"], ["a"]], ["x", "x", ""]),
    Case(#"{"a":"x"}"#, [["../a"], ["a"]], ["", "x", ""]),
    // Alternatives.
    Case(#"{"b":"second"}"#, [["a", "b"]], ["second", ""]),
    Case(#"{"b":"second","a":"first"}"#, [["a", "b"]], ["first", #"{"b":"second"}"#]),
    Case(#"{"a":"","b":"second"}"#, [["a", "b"]], ["second", ""]),
    Case(#"{"a":null,"b":0}"#, [["a", "b"]], ["0", ""]),
    Case(#"{"a":{"x":1},"b":"t"}"#, [["a/x", "b"], ["b"]], ["1", "t", ""]),
    Case(#"{"a":"text"}"#, [["a/x"]], ["", #"{"a":"text"}"#]),
    Case(#"{"a":"text"}"#, [["a/x", "a"]], ["text", ""]),
    // What no field took.
    Case(
      #"{"a":1,"u": {"k" :null},"v":"\u0041"}"#, [["a"]], ["1", #"{"u":{"k" :null},"v":"\u0041"}"#]),
    Case(#"{"u":null,"v":""}"#, [["a"]], ["", #"{"u":null,"v":""}"#]),
    Case(#"{"a":{"b":1,"c":2}}"#, [["a/b"]], ["1", #"{"a":{"b":1,"c":2}}"#]),
    Case(#"{"a":{"b":1,"c":null,"d":""}}"#, [["a/b"]], ["1", ""]),
    Case(#"{"a":{"b":1,"c":2}}"#, [["a/b"], ["a"]], ["1", #"{"b":1,"c":2}"#, ""]),
    Case(
      #"{"a":{"b":{"c":1,"d":2}},"e":3}"#, [["a/b/c"], ["e"]],
      ["1", "3", #"{"a":{"b":{"c":1,"d":2}}}"#]),
    Case(#"{"a":[{"b":1},{"b":2}]}"#, [["a/0/b"]], ["1", #"{"a":[{"b":1},{"b":2}]}"#]),
  ]

  @Test(arguments: cases)
  func `pointers find their values and the rest is kept`(_ test: Case) throws {
    let reader = try Self.reader(test.fields)
    let line = reader.readLines(Array(test.record.utf8).span, firstLine: 1, firstPosition: 1)
    #expect(Self.rows(line) == [test.row])
    #expect(line.rejects.isEmpty)
    // Twice, so that nothing of the first record shows in the second, and {} in between.
    let document = "[\(test.record),{},\(test.record)]"
    let batches = try reader.readDocument(Array(document.utf8).span, recordsAt: nil)
    let empty = Array(repeating: "", count: test.fields.count + 1)
    let rows = batches.flatMap(Self.rows)
    #expect(rows.count == 3)
    #expect(rows.first == test.row)
    #expect(rows.last == test.row)
    #expect(rows[1] == (test.fields == [[""]] ? ["{}", ""] : empty))
  }

  @Test func `blank lines are none and bad lines are rejects with their place`() throws {
    let text = "{\"a\":1}\r\n\n  \t\r\n{\"a\":}\n[1]\n{\"a\":2} {}\n{\"a\":\n3}\n{\"a\":4}"
    let reader = try Self.reader([["a"]])
    let batch = reader.readLines(Array(text.utf8).span, firstLine: 11, firstPosition: 5)
    #expect(Self.rows(batch) == [["1", ""], ["4", ""]])
    #expect(batch.positions == [5, 11])
    func reject(
      _ position: Int, _ line: Int, _ reason: String, _ raw: String, column: String? = nil,
      kind: RejectKind = .malformedJSON
    ) -> RejectedRow {
      RejectedRow(
        position: position, line: line, column: column, kind: kind, reason: reason,
        raw: Array(raw.utf8))
    }
    let hint = ": a record ends with its line; where records go on, set 'format' to 'json'"
    #expect(
      batch.rejects == [
        reject(6, 14, "column 6: expected a value, found '}'", "{\"a\":}", column: "a"),
        reject(
          7, 15, "column 1: expected an object, found an array", "[1]", kind: .notAnObject),
        reject(8, 16, "column 9: expected the end of the text, found '{'", "{\"a\":2} {}"),
        reject(
          9, 17, "column 6: expected a value, found the end of the text\(hint)", "{\"a\":",
          column: "a"),
        reject(
          10, 18, "column 1: expected an object, found a number", "3}", kind: .notAnObject),
      ])
  }

  @Test(arguments: [
    ("", 0, 0), ("\n", 1, 0), ("{}", 1, 1), ("{}\n", 1, 1), ("{}\r\n\r\n{}\r\n", 3, 2),
    (" \t\r\n x \n", 2, 1), ("{\"a\":\"12345678901234567890\"}\n\n{}", 3, 2),
  ])
  func `lines and records are counted as they are read`(
    _ text: String, _ lines: Int, _ records: Int
  ) throws {
    let bytes = Array(text.utf8)
    let counts = JSONRecordReader.countLines(in: bytes.span)
    #expect(counts.lines == lines)
    #expect(counts.records == records)
    let batch = try Self.reader([]).readLines(bytes.span, firstLine: 1, firstPosition: 1)
    #expect(batch.count + batch.rejects.count == records)
  }

  @Test func `chunks give the same as the whole`() throws {
    var lines: [String] = []
    for i in 0..<200 {
      lines.append(
        i % 7 == 3
          ? "" : i % 11 == 5 ? "{bad \(i)" : #"{"a":\#(i),"b":{"c":"\#(i)\u0021"},"x\#(i)":[]}"#)
    }
    let reader = try Self.reader([["b/c"], ["a"]])
    let whole = reader.readLines(
      Array(lines.joined(separator: "\n").utf8).span, firstLine: 1, firstPosition: 1)
    var line = 1
    var position = 1
    var rows: [[String]] = []
    var positions: [Int] = []
    var rejects: [RejectedRow] = []
    for start in stride(from: 0, to: lines.count, by: 17) {
      let chunk = Array(
        (lines[start..<min(start + 17, lines.count)].joined(separator: "\n") + "\n").utf8)
      let batch = reader.readLines(chunk.span, firstLine: line, firstPosition: position)
      rows += Self.rows(batch)
      positions += batch.positions
      rejects += batch.rejects
      let counts = JSONRecordReader.countLines(in: chunk.span)
      line += counts.lines
      position += counts.records
    }
    #expect(rows.count > 100)
    #expect(rejects.count > 10)
    #expect(rows == Self.rows(whole))
    #expect(positions == whole.positions)
    #expect(rejects == whole.rejects)
  }

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, "column 8: the key 'a' occurs twice in one object"),
    (#"{"a":1,"\u0061":2}"#, "column 8: the key 'a' occurs twice in one object"),
    (#"{"x":1,"y":2,"x":3}"#, "column 14: the key 'x' occurs twice in one object"),
    (#"{"x":1,"\u0078":3}"#, "column 8: the key 'x' occurs twice in one object"),
    (#"{"n":{"b":1,"b":2}}"#, "column 13: the key 'b' occurs twice in one object"),
  ])
  func `a record with the same key twice is a reject`(_ text: String, _ reason: String) throws {
    let batch = try Self.reader([["a"], ["n/b"]]).readLines(
      Array(text.utf8).span, firstLine: 1, firstPosition: 1)
    #expect(batch.count == 0)
    #expect(batch.rejects.map(\.reason) == [reason])
    #expect(batch.rejects.map(\.kind) == [.repeatedKey])
  }

  @Test func `many keys that no field speaks of are compared too`() throws {
    let members = (0..<500).map { "\"k\($0)\":\($0)" }
    let reader = try Self.reader([["a"]])
    let sound = reader.readLines(
      Array("{\(members.joined(separator: ","))}".utf8).span, firstLine: 1, firstPosition: 1)
    #expect(sound.count == 1)
    let twice = reader.readLines(
      Array("{\((members + ["\"k7\":1"]).joined(separator: ","))}".utf8).span, firstLine: 1,
      firstPosition: 1)
    #expect(twice.rejects.count == 1)
  }

  @Test func `the raw text of a reject is cut between characters`() throws {
    let line = "[\"" + String(repeating: "\u{e9}", count: 3000) + "\"]"
    let batch = try Self.reader([]).readLines(
      Array(line.utf8).span, firstLine: 1, firstPosition: 1)
    let raw = try #require(batch.rejects.first?.raw)
    #expect(raw == Array(line.utf8.prefix(4096)))
    let odd = "[ \"" + String(repeating: "\u{e9}", count: 3000) + "\"]"
    let cut = try Self.reader([]).readLines(
      Array(odd.utf8).span, firstLine: 1, firstPosition: 1)
    #expect(cut.rejects.first?.raw == Array(odd.utf8.prefix(4095)))
  }
}
