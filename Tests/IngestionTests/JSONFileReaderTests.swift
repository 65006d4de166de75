import Bytes
import Foundation
@testable import Ingestion
import Tabular
import TakedownModel
import Testing

/// JSON files in both formats, from blocks of any size.
struct JSONFileReaderTests {
  /// Gives so many bytes at a time.
  struct Drip: ByteSource {
    var bytes: ArraySlice<UInt8>
    let size: Int

    mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
      let part = bytes.prefix(min(size, limit))
      buffer.append(contentsOf: part)
      bytes = bytes.dropFirst(part.count)
      return part.count
    }
  }

  /// So many times the same bytes, between two others.
  struct Repetition: ByteSource {
    var start: [UInt8]
    let middle: [UInt8]
    var count: Int
    var end: [UInt8]

    mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
      if !start.isEmpty {
        defer { start = [] }
        buffer += start
        return start.count
      }
      if count > 0 {
        let times = min(count, max(1, limit / middle.count))
        for _ in 0..<times { buffer += middle }
        count -= times
        return times * middle.count
      }
      defer { end = [] }
      buffer += end
      return end.count
    }
  }

  static func layout(_ format: SourceLayout.Format) -> SourceLayout {
    SourceLayout(
      id: "s", format: format,
      fields: [.agency: ["../agency"], .account: ["a"], .category: ["n/b", "b"]])
  }

  struct Outcome: Hashable {
    var rows: [[String]] = []
    var rejects: [[String]] = []
    var error: String?
  }

  /// What a file gives: of records position, account, category and the rest, of rejects position,
  /// line, column and reason.
  static func read(
    _ source: any ByteSource, _ format: SourceLayout.Format, fields: [RecordField: [String]]? = nil
  ) throws -> Outcome {
    var layout = layout(format)
    layout = SourceLayout(
      id: "s", format: format, fields: fields ?? [.account: ["a"], .category: ["n/b", "b"]])
    var outcome = Outcome()
    do {
      var file = try FileIngest(layout: layout, file: "f.json", source: source)
      while let work = try file.next() {
        let batch = file.ingest(work)
        let records = try Table(columns: StageColumns.records, rows: batch.records)
        outcome.rows += records.map { [$0[2], $0[5], $0[12], $0[14]] }
        let rejects = try Table(columns: StageColumns.rejects, rows: batch.rejects)
        outcome.rejects += rejects.map { $0[2...4] + [$0[6]] }
      }
      #expect(file.rowCount == outcome.rows.count + outcome.rejects.count)
    } catch let error as IngestError {
      outcome = Outcome(error: error.reason)
    }
    return outcome
  }

  static func read(_ text: String, _ format: SourceLayout.Format) throws -> Outcome {
    let whole = try read(ArraySource(Array(text.utf8)), format)
    for size in [1, 2, 3, 7] {
      let parts = try read(Drip(bytes: Array(text.utf8)[...], size: size), format)
      #expect(parts == whole, "\(size) bytes at a time")
    }
    return whole
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let format: SourceLayout.Format
    let rows: [[String]]
    let rejects: [[String]]

    init(
      _ text: String, _ format: SourceLayout.Format, _ rows: [[String]],
      _ rejects: [[String]] = []
    ) {
      (self.text, self.format, self.rows, self.rejects) = (text, format, rows, rejects)
    }

    var testDescription: String { text }
  }

  static let list = SourceLayout.Format.json(records: nil)
  static let two = [["1", "x", "", ""], ["2", "y", "", ""]]

  static let cases = [
    // Arrays.
    Case("[]", list, []), Case(" [ ]\n", list, []), Case("\u{feff}[{\"a\":\"x\"}]", list, [two[0]]),
    Case("[{\"a\":\"x\"},{\"a\":\"y\"}]", list, two),
    Case("[\n  {\"a\": \"x\"},\n  {\n\"a\": \"y\"\n}\n]\n", list, two),
    Case(
      "[{\"a\":\"\u{e9}\u{1f600}\",\"c\":[1,{\"d\":\"]\"}]}]", list,
      [["1", "\u{e9}\u{1f600}", "", #"{"c":[1,{"d":"]"}]}"#]]),
    // Digits stay as they were written.
    Case(
      #"[{"a":9007199254740993},{"a":123456789012345678901234},{"a":1.0E+2,"b":-0}]"#, list,
      [
        ["1", "9007199254740993", "", ""], ["2", "123456789012345678901234", "", ""],
        ["3", "1.0E+2", "-0", ""],
      ]),
    Case("[{\"a\":\"x\\u0000y\"}]", list, [["1", "x\0y", "", ""]]),
    // Lists inside.
    Case(
      #"{"n":{"deep":[[{}],"]"]},"data":{"rows":[{"a":"x"}],"rows2":[1]},"z":[{"a":"no"}]}"#,
      .json(records: "/data/rows"), [two[0]]),
    Case(
      #"[{"r":[{"a":"x"}]},{},{"r":null},{"q":1,"r":[{"a":"y"}]}]"#, .json(records: "/*/r"), two),
    // Several documents in a row.
    Case("[{\"a\":\"x\"}][{\"a\":\"y\"}]", list, two),
    Case("[{\"a\":\"x\"}]\n\u{1e}[]\n\u{1e}[{\"a\":\"y\"}]\n", list, two),
    Case(#"{"r":[{"a":"x"}]} {"r":[{"a":"y"}]}"#, .json(records: "r"), two),
    Case("{\"a\":\"x\"}\n{\"a\":\"y\"}\n", list, two), Case(#"{"a":"x"}{"a":"y"}"#, list, two),
    Case("{\n\"a\":\"x\"\n}\n\n{\n\"a\":\"y\"\n}", list, two),
    Case("\u{1e}{\"a\":\"x\"}\n\u{1e}{\"a\":\"y\"}\n", list, two),
    // Lines.
    Case("{\"a\":\"x\"}\n\n{\"a\":\"y\"}", .ndjson, two),
    Case("\u{feff}{\"a\":\"x\"}\r\n{\"a\":\"y\"}\r\n", .ndjson, two),
    Case("\u{1e}{\"a\":\"x\"}\n\u{1e}{\"a\":\"y\"}\n", .ndjson, two),
    Case("{\n\"a\":\"x\"\n}\n{\"a\":\"y\"}", .ndjson, two),
    Case("[\n{\"a\":\"x\"},\n{\"a\":\"y\"}\n]", .ndjson, two),
    Case("[{\"a\":\"x\"},{\"a\":\"y\"}]", .ndjson, two), Case("", .ndjson, []),
    Case(
      "[1]\n{\"a\":\"y\"}", .ndjson, [two[1]],
      [["1", "1", "", "column 1: expected an object, found an array"]]),
    // One bad record costs itself.
    Case(
      "{\"a\":\"x\"}\n{\"a\":\n{\"a\":\"z\",}\n{\"b\":1} 2\n", .ndjson, [two[0]],
      [
        [
          "2", "2", "a",
          "column 6: expected a value, found the end of the text: a record ends with its line; "
            + "where records go on, set 'format' to 'json'",
        ],
        ["3", "3", "", "column 10: expected a key in double quotes, found '}'"],
        ["4", "4", "", "column 9: expected the end of the text, found '2'"],
      ]),
    Case(
      "[\n{\"a\":\"x\",},\n {\"a\":NaN}, 7,\n{\"a\":\"\\ud800\"},{a:1},{'a':1}, nul,\n"
        + "{\"b\":1,\n\"a\":1,\"a\":2}]", list, [],
      [
        ["1", "2", "", "column 10: expected a key in double quotes, found '}'"],
        ["2", "3", "a", "column 7: expected a value, found 'N'"],
        ["3", "3", "", "column 13: expected an object, found a number"],
        ["4", "4", "a", "column 7: '\\u' with half of a surrogate pair stands alone"],
        ["5", "4", "", "column 17: expected a key in double quotes, found 'a'"],
        ["6", "4", "", "column 23: expected a key in double quotes, found '''"],
        ["7", "4", "", "column 31: expected a value, found 'nul'"],
        ["8", "5", "a", "line 6, column 7: the key 'a' occurs twice in one object"],
      ]),
  ]

  @Test(arguments: cases)
  func `records are read from blocks of any size`(_ test: Case) throws {
    let outcome = try Self.read(test.text, test.format)
    #expect(outcome == Outcome(rows: test.rows, rejects: test.rejects))
  }

  static let tail =
    "; expected a well-formed log; have the agency export it again, or correct the pipeline file"

  @Test(
    arguments: [
      ("", list, "line 1, column 1: expected a value, found the end of the text"),
      ("[{\"a\":1},\n {\"a\":2]", list, "line 2, column 8: expected ',' or '}', found ']'"),
      (
        "[{\"a\":1},\n {\"a\":2}", list,
        "line 2, column 9: expected ',' or ']', found the end of the text"
      ),
      ("[{\"a\":1},]", list, "line 1, column 10: expected a value, found ']'"),
      ("[{\"a\":1},\n/* x */ {\"a\":1}]", list, "line 2, column 1: expected a value, found '/'"),
      (
        "[{\"a\":\"x},\n{\"a\":\"y\"}]", list,
        "line 1, column 11: byte 0x0A stands in a string: write it as an escape"
      ),
      ("[{\"a\":1}] x", list, "line 1, column 11: expected the end of the text, found 'x'"),
      ("[{\"a\":1}] 7", list, "line 1, column 11: expected the end of the text, found '7'"),
      ("[{\"a\":1}],", list, "line 1, column 10: expected the end of the text, found ','"),
      (
        "[{\"a\":1}]\n{\"a\":1}", list,
        "line 2, column 1: an object follows an array of records: expected documents of one kind"
      ),
      (
        "{\"a\":1}\n[{\"a\":1}]", list,
        "line 2, column 1: an array follows an object that is a record: expected documents of one kind"
      ),
      ("'x'", list, "line 1, column 1: expected a value, found '''"),
      ("NaN", list, "line 1, column 1: expected a value, found 'N'"),
      ("3", list, "line 1, column 1: expected an array of records, found a number"),
      (
        "{\"data\":[],\"meta\":1}", list,
        "line 1, column 1: expected an array of records, found an object with the keys 'data', "
          + "'meta': set 'records' to the place of the list"
      ),
      ("\n{\"a\":}", list, "line 2, column 6: expected a value, found '}'"),
      (
        "{\n\"data\":[\n{\"a\":1}]}", .ndjson,
        "line 1, column 1: expected an array of records, found an object with the keys 'data': set "
          + "'records' to the place of the list"
      ),
      (
        "{\"r\":[{}],\"r\":[]}", .json(records: "r"),
        "line 1, column 11: the key 'r' occurs twice in one object"
      ),
      (
        "{\"r\":[{}],\"q\":[1,}", .json(records: "r"),
        "line 1, column 18: expected a value, found '}'"
      ),
      (
        "{\"q\":[[[[1,\n\"\\ud800\"]]]],\"r\":[]}", .json(records: "r"),
        "line 2, column 2: '\\u' with half of a surrogate pair stands alone"
      ),
      (
        "{\"q\":\n{\"rows\":[]}}", .json(records: "/q/records"),
        "line 2, column 1: the pointer '/q/records' leads to nothing: there is no 'records' in "
          + "an object with the keys 'rows'"
      ),
      (
        "[[]]", .json(records: "/a"),
        "line 1, column 1: the pointer '/a' leads to nothing: there is no 'a' in an array: '*' stands for each element"
      ),
      (
        "{\"q\":\"x\"}", .json(records: "q"),
        "line 1, column 6: expected an array of records at 'q', found a string"
      ),
      (
        "{\"d\":[{\"x\":1}]}", .json(records: "/d/*/r"),
        "line 1, column 1: there is no list of records at '/d/*/r'"
      ),
    ] as [(String, SourceLayout.Format, String)])
  func `a file that cannot be told into records is refused`(
    _ text: String, _ format: SourceLayout.Format, _ message: String
  ) throws {
    #expect(try Self.read(text, format) == Outcome(error: message + Self.tail))
  }

  @Test func `what stands around a list is read with it, before or after`() throws {
    let text = #"{"agency":"x","r":[{"a":1}]} {"r":[{"a":2},{"a":"\ud800"}],"agency":"y"}"#
    for size in [1, 5, 1000] {
      let outcome = try Self.read(
        Drip(bytes: Array(text.utf8)[...], size: size), .json(records: "r"),
        fields: [.account: ["../agency"], .category: ["a"]])
      #expect(outcome.error == nil)
      #expect(outcome.rows == [["1", "x", "1", ""], ["2", "y", "2", ""]])
      #expect(
        outcome.rejects == [
          ["3", "1", "a", "column 50: '\\u' with half of a surrogate pair stands alone"]
        ])
    }
  }

  static let formats: [SourceLayout.Format] = [list, .ndjson, .json(records: "/r")]

  @Test(arguments: formats)
  func `a million nested arrays are refused at once`(_ format: SourceLayout.Format) throws {
    for start in ["[", "[{\"a\":", "{\"a\":1}\n", "{\"r\":[", "{\"q\":"] {
      let source = Repetition(
        start: Array(start.utf8), middle: [UInt8(ascii: "[")], count: 1_000_000, end: [])
      let outcome = try Self.read(source, format)
      #expect(
        outcome.error?.contains("nested more than") == true
          || outcome.error?.contains("expected an array of records") == true
          || outcome.error?.contains("leads to nothing") == true
          || outcome.error?.contains("documents of one kind") == true
          || outcome.rejects.contains { $0[3].contains("nested more than") }, "\(start)")
    }
  }

  @Test func `a record of 20 MB is a reject and the next one is read`() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    let reason = "is longer than 16 MiB; expected one record; have the agency export it again"
    let lines = Repetition(
      start: Array("{\"a\":\"u\"}\n{\"a\":\"".utf8), middle: text, count: 320,
      end: Array("\"}\n{\"a\":\"w\"}\n".utf8))
    #expect(
      try Self.read(lines, .ndjson)
        == Outcome(
          rows: [["1", "u", "", ""], ["3", "w", "", ""]],
          rejects: [["2", "2", "", "column 1: the line \(reason)"]]))
    let list = Repetition(
      start: Array("[{\"a\":\"u\"},\n{\"a\":\"".utf8), middle: text, count: 320,
      end: Array("\"},\n{\"a\":\"w\"}]".utf8))
    #expect(
      try Self.read(list, Self.list)
        == Outcome(
          rows: [["1", "u", "", ""], ["3", "w", "", ""]],
          rejects: [["2", "2", "", "the record \(reason)"]]))
  }

  @Test func `a string that never closes is an error`() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    let list = Repetition(start: Array("[{\"a\":\"".utf8), middle: text, count: 320, end: [])
    #expect(
      try Self.read(list, Self.list).error
        == "line 1, column 2: a record of more than 16 MiB begins here and never ends: is a quote or "
        + "bracket missing?" + Self.tail)
  }

  @Test func `many short lines become many small batches`() throws {
    let source = Repetition(start: [], middle: Array("{}\n".utf8), count: 100_000, end: [])
    var file = try FileIngest(layout: Self.layout(.ndjson), file: "f", source: source)
    var rows = 0
    while let work = try file.next() {
      let batch = file.ingest(work)
      #expect(batch.rowCount <= 2048)
      rows += batch.rowCount
    }
    #expect(rows == 100_000)
  }

  static let suite = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures/JSONTestSuite/test_parsing")
  static let isSuiteAtHand = FileManager.default.fileExists(atPath: suite.path)

  @Test(.enabled(if: isSuiteAtHand, "the suite is not at hand"))
  func `every text of JSONTestSuite has an outcome in every format`() throws {
    // Two arrays in a row are two documents, and a file of lines may have none.
    let harmless = ["n_structure_double_array.json", "n_structure_UTF8_BOM_no_data.json"]
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.suite.path)
    #expect(names.count == 318)
    for name in names.sorted() {
      let bytes = [UInt8](try Data(contentsOf: Self.suite.appending(path: name)))
      for format in Self.formats {
        let outcome = try Self.read(ArraySource(bytes), format)
        let parts = try Self.read(Drip(bytes: bytes[...], size: 5), format)
        #expect(outcome == parts, "\(name)")
        // No text that must be refused gives nothing but records.
        if name.hasPrefix("n_"), !harmless.contains(name), !bytes.allSatisfy({ $0 <= 0x20 }) {
          #expect(outcome.error != nil || !outcome.rejects.isEmpty, "\(name) \(format)")
        }
      }
    }
  }

  static let naughty = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures/naughty-strings/blns.json")
  static let areNaughtyAtHand = FileManager.default.fileExists(atPath: naughty.path)

  @Test(.enabled(if: areNaughtyAtHand, "the strings are not at hand"))
  func `naughty strings are read exactly`() throws {
    let bytes = [UInt8](try Data(contentsOf: Self.naughty))
    let strings = try JSONValue(parsing: bytes.span).elements.compactMap(\.string)
    #expect(strings.count == 515)
    let lines = strings.map { string in
      var line = Array("{\"a\":".utf8)
      line.append(jsonString: Array(string.utf8).span)
      return String(decoding: line, as: UTF8.self) + "}"
    }
    let document = "[" + lines.joined(separator: ",\n") + "]"
    for (text, format) in [(document, Self.list), (lines.joined(separator: "\n"), .ndjson)] {
      let outcome = try Self.read(Drip(bytes: Array(text.utf8)[...], size: 1000), format)
      #expect(outcome.rows.map { Array($0[1].utf8) } == strings.map { Array($0.utf8) })
      #expect(outcome.rejects.isEmpty)
    }
  }
}

extension Table {
  /// Rows without their header.
  fileprivate init(columns: [String], rows: [UInt8]) throws {
    try self.init(csv: Array((columns.joined(separator: ",") + "\n").utf8) + rows)
  }

  fileprivate func map(_ transform: ([String]) -> [String]) -> [[String]] { rows.map(transform) }
}
