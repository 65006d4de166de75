import Bytes
import Ingestion
import Tabular
import TestSupport
import Testing

/// The fast way must read as the general one does.
///
/// A reader's first record always goes the general way, so each line read alone shows it.
struct JSONPlainPathTests {
  static let keys = [
    "a", "reference", "platform", "a_key_of_more_than_sixteen", "x", "e\u{e9}", "y",
  ]
  static let values = [
    "1", "-0.50E+3", "null", "true", #""""#, #""text""#,
    #""a longer text of forty bytes and more""#,
    #""\u00e9\n\"""#, "\"\u{e9}\u{1f600} and \u{e9}\"", #"{"b":[1,{"c":"}"}]}"#, "[]", "{ }",
  ]
  static let faults = ["", "01", "nul", #""\ud800""#, #""open"#, "[1", "\"\u{1}\"", "1 2"]

  /// Mostly the same members in the same order; now and then anything.
  static func record(_ random: inout SeededGenerator) -> String {
    let isOrderly = Int.random(in: 0..<10, using: &random) > 0
    let isFaulty = Int.random(in: 0..<20, using: &random) == 0
    var names = keys.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
    if !isOrderly { names.shuffle(using: &random) }
    if Int.random(in: 0..<20, using: &random) == 0, let name = names.first { names.append(name) }
    let space = { (random: inout SeededGenerator) in
      ["", "", "", " ", "\t ", "  "].randomElement(using: &random) ?? ""
    }
    var members: [String] = []
    for (place, name) in names.enumerated() {
      let isHere = isFaulty && place == names.count / 2
      let value = (isHere ? faults : values).randomElement(using: &random) ?? "1"
      let key = Int.random(in: 0..<30, using: &random) == 0 && name == "a" ? "\\u0061" : name
      members.append(
        space(&random) + "\"\(key)\"" + space(&random) + ":" + space(&random) + value
          + space(&random))
    }
    let end = Int.random(in: 0..<40, using: &random) == 0 ? " {}" : space(&random)
    return space(&random) + "{" + members.joined(separator: ",") + "}" + end
  }

  @Test(
    arguments: [
      [["platform"], ["a"]], [["a", "x"], ["reference"], ["x"]],
      [["a_key_of_more_than_sixteen"], ["e\u{e9}", "y", "a"], ["absent"]], [["../o"], ["a"]],
      [[""]],
      [["x/b"], ["a"]], [],
    ] as [[[String]]])
  func `records read in a row are as read alone`(_ fields: [[String]]) throws {
    var random = SeededGenerator(seed: 20_250_701)
    let reader = try JSONRecordReaderTests.reader(fields)
    let lines = (0..<3000).map { _ in Self.record(&random) }
    let whole = reader.readLines(
      Array(lines.joined(separator: "\n").utf8).span, firstLine: 1, firstPosition: 1)
    var rows: [[String]] = []
    var rejects: [RejectedRow] = []
    for (place, line) in lines.enumerated() {
      let batch = reader.readLines(
        Array(line.utf8).span, firstLine: place + 1, firstPosition: place + 1)
      rows += JSONRecordReaderTests.rows(batch)
      rejects += batch.rejects
    }
    #expect(rows.count > 2000)
    #expect(rejects.count > 100)
    #expect(JSONRecordReaderTests.rows(whole) == rows)
    #expect(whole.rejects == rejects)
  }

  @Test func `one byte that is not UTF-8 costs one record`() throws {
    var text: [UInt8] = []
    for i in 0..<100 {
      text += Array("{\"a\":\"\u{e9}\(i)".utf8) + (i == 40 ? [0xff] : []) + Array("\"}\n".utf8)
    }
    let batch = try JSONRecordReaderTests.reader([["a"]]).readLines(
      text.span, firstLine: 1, firstPosition: 1)
    #expect(batch.count == 99)
    #expect(batch.rejects.map(\.position) == [41])
    #expect(batch.rejects.map(\.column) == ["a"])
    #expect(batch.rejects.map(\.reason) == ["column 11: byte 0xFF is not UTF-8"])
  }
}
