import Bytes
import Ingestion
import Tabular
import Testing

struct JSONDocumentTests {
  static func read(
    _ text: String, _ records: String?, _ fields: [[String]]
  ) throws -> [RecordBatch] {
    try JSONRecordReaderTests.reader(fields).readDocument(
      Array(text.utf8).span, recordsAt: records.map { try JSONPointer($0) })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let records: String?
    let fields: [[String]]
    let rows: [[String]]

    init(_ text: String, _ records: String?, _ fields: [[String]], _ rows: [[String]]) {
      self.text = text
      self.records = records
      self.fields = fields
      self.rows = rows
    }

    var testDescription: String { "\(text) \(records ?? "-") \(fields)" }
  }

  static let days = """
    {
      "days": [
        {"records": [{"a": 1}, {"a": 2}], "date": "2025-01-01"},
        {"date": "2025-01-02", "records": []},
        {"date": "2025-01-03"},
        {"date": "2025-01-04", "records": null},
        {"date": "2025-01-0\\u0035", "records": [{"a": 3}]}
      ],
      "agency": {"id": "uk-nca", "n": 7}
    }
    """

  static let cases = [
    Case("[]", nil, [["a"]], []),
    Case(
      "\u{feff} [ {\"a\":1} , {\"a\":2,\"b\":3} ] ", nil, [["a"]],
      [["1", ""], ["2", #"{"b":3}"#]]),
    Case(#"{"data":{"records":[{"a":1}]}}"#, "/data/records", [["a"]], [["1", ""]]),
    Case(#"{"n":1,"r\u0065c":[{"a":1}],"m":2}"#, "rec", [["a"], ["../n"]], [["1", "1", ""]]),
    Case(#"[[],[{"a":1}]]"#, "/1", [["a"]], [["1", ""]]),
    Case(#"[[{"a":1}],[],[{"a":2}]]"#, "/*", [["a"], ["../x"]], [["1", "", ""], ["2", "", ""]]),
    Case(#"{"*":[{"a":1}]}"#, "/*", [["a"]], [["1", ""]]),
    Case(#"{"days":[]}"#, "/days/*/records", [["a"]], []),
    Case(
      days, "/days/*/records",
      [
        ["a"], ["../date"], ["../../agency/id"], ["../../agency/x", "../../agency/n"],
        ["../../../z"],
      ],
      [
        ["1", "2025-01-01", "uk-nca", "7", "", ""], ["2", "2025-01-01", "uk-nca", "7", "", ""],
        ["3", "2025-01-05", "uk-nca", "7", "", ""],
      ]),
  ]

  @Test(arguments: cases)
  func `records are found where the pointer says`(_ test: Case) throws {
    let batches = try Self.read(test.text, test.records, test.fields)
    #expect(batches.flatMap(JSONRecordReaderTests.rows) == test.rows)
    #expect(batches.flatMap(\.positions) == Array(1..<test.rows.count + 1))
    #expect(batches.allSatisfy { $0.rejects.isEmpty })
  }

  @Test(
    arguments: [
      ("", nil, "line 1, column 1: expected a value, found the end of the text"),
      ("[{\"a\":1},\n {\"a\":2]", nil, "line 2, column 8: expected ',' or '}', found ']'"),
      ("[{\"a\":1}] x", nil, "line 1, column 11: expected the end of the text, found 'x'"),
      (
        "{\"data\":[],\"meta\":1}", nil,
        "line 1, column 1: expected an array of records, found an object with the keys 'data', "
          + "'meta': set 'records' to the place of the list"
      ),
      (
        "{}", nil,
        "line 1, column 1: expected an array of records, found an object without keys: "
          + "set 'records' to the place of the list"
      ),
      ("3", nil, "line 1, column 1: expected an array of records, found a number"),
      (
        "{\"data\":\n{\"rows\":[]}}", "/data/records",
        "line 2, column 1: the pointer '/data/records' leads to nothing: there is no 'records' in "
          + "an object with the keys 'rows'"
      ),
      (
        "{\"data\":\"x\"}", "data",
        "line 1, column 9: expected an array of records at 'data', found a string"
      ),
      (
        "[[]]", "/a",
        "line 1, column 1: the pointer '/a' leads to nothing: there is no 'a' in an array: "
          + "'*' stands for each element"
      ),
      (
        "{\"days\":[{\"x\":1}]}", "/days/*/records",
        "line 1, column 1: there is no list of records at '/days/*/records'"
      ),
      (
        "{\"d\":[],\"d\":[]}", "d", "line 1, column 9: the key 'd' occurs twice in one object"
      ),
      (
        "{\"days\":[{\"r\":[{}]},{\"r\":{}}]}", "/days/*/r",
        "line 1, column 26: expected an array of records at '/days/*/r', found an object without keys"
      ),
    ] as [(String, String?, String)])
  func `a document that is not right gives nothing but an error`(
    _ text: String, _ records: String?, _ message: String
  ) throws {
    let reader = try JSONRecordReaderTests.reader([["a"]])
    let pointer = try records.map { try JSONPointer($0) }
    var batches = 0
    let error = #expect(throws: JSONError.self) {
      try reader.readDocument(Array(text.utf8).span, recordsAt: pointer, batchSize: 1) { _ in
        batches += 1
      }
    }
    #expect(error?.description == message)
    #expect(batches == 0)
  }

  @Test func `an element that is no sound object is a reject`() throws {
    let text = "[\n {\"a\":1},\n  7, {\"a\":2,\n \"a\":3},\n null, {\"a\":4}]"
    let batches = try Self.read(text, nil, [["a"]])
    #expect(batches.flatMap(JSONRecordReaderTests.rows) == [["1", ""], ["4", ""]])
    #expect(batches.flatMap(\.positions) == [1, 5])
    func reject(
      _ position: Int, _ line: Int, _ kind: RejectKind, _ reason: String, _ raw: String,
      column: String? = nil
    ) -> RejectedRow {
      RejectedRow(
        position: position, line: line, column: column, kind: kind, reason: reason,
        raw: Array(raw.utf8))
    }
    #expect(
      batches.flatMap(\.rejects) == [
        reject(2, 3, .notAnObject, "column 3: expected an object, found a number", "7"),
        reject(
          3, 3, .repeatedKey, "line 4, column 2: the key 'a' occurs twice in one object",
          "{\"a\":2,\n \"a\":3}", column: "a"),
        reject(4, 5, .notAnObject, "column 2: expected an object, found null", "null"),
      ])
  }

  @Test func `batches are cut at their size`() throws {
    let text = "[" + (0..<10).map { $0 == 4 ? "0" : "{\"a\":\($0)}" }.joined(separator: ",") + "]"
    var sizes: [Int] = []
    var positions: [Int] = []
    try JSONRecordReaderTests.reader([["a"]]).readDocument(
      Array(text.utf8).span, recordsAt: nil, batchSize: 4
    ) {
      sizes.append($0.count + $0.rejects.count)
      positions += $0.positions + $0.rejects.map(\.position)
    }
    #expect(sizes == [4, 4, 2])
    #expect(positions.sorted() == Array(1...10))
  }
}
