import Bytes
import Tabular
import TestSupport
import Testing

struct BytesTests {
  private static let numbers: [Case<Int, String>] = [
    Case("zero", 0, "0"), Case("one digit", 7, "7"), Case("ten", 10, "10"),
    Case("a hundred less one", 99, "99"), Case("negative", -1_203, "-1203"),
    Case("the largest", Int.max, "9223372036854775807"),
    Case("the smallest", Int.min, "-9223372036854775808"),
  ]

  @Test(arguments: numbers)
  func `a whole number is written in decimal`(row: Case<Int, String>) {
    var bytes: [UInt8] = []
    bytes.append(decimal: row.input)
    #expect(String(decoding: bytes, as: UTF8.self) == row.expected)
  }

  private static let paddedNumbers: [Case<(Int, Int), String>] = [
    Case("a year", (2024, 4), "2024"), Case("an early year", (7, 4), "0007"),
    Case("a month", (3, 2), "03"), Case("a day", (31, 2), "31"),
  ]

  @Test(arguments: paddedNumbers)
  func `a number of fixed width has leading zeros`(row: Case<(Int, Int), String>) {
    var bytes: [UInt8] = []
    bytes.append(decimal: row.input.0, width: row.input.1)
    #expect(String(decoding: bytes, as: UTF8.self) == row.expected)
  }

  @Test func `spans of every length are appended whole`() {
    var random = SeededGenerator(seed: 1)
    var bytes: [UInt8] = []
    var expected: [UInt8] = []
    for length in Array(0...80) + [1_000, 0, 1] {
      let part = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      bytes.append(part.span)
      expected += part
    }
    #expect(bytes == expected)
    let copy = expected.span.array
    #expect(copy == expected)
  }

  @Test func `appending leaves a copy of the array as it was`() {
    var bytes: [UInt8] = [1, 2, 3]
    let copy = bytes
    bytes.append(copy.span)
    #expect(bytes == [1, 2, 3, 1, 2, 3])
    #expect(copy == [1, 2, 3])
  }

  private static let trimmings: [Case<String, String>] = [
    Case("nothing", "", ""), Case("only blanks", " \t ", ""), Case("both ends", "\t a b\t", "a b"),
    Case("other white space stays", "\u{A0}a\n", "\u{A0}a\n"),
  ]

  @Test(arguments: trimmings)
  func `spaces and tabs are trimmed`(row: Case<String, String>) {
    let trimmed = Array(row.input.utf8).span.trimmed.text
    #expect(trimmed == row.expected)
  }

  @Test func `equality is of all bytes`() {
    let abc = Array("abc".utf8)
    let literals = [abc.span.equals("abc"), abc.span.equals("abd"), abc.span.equals("ab")]
    #expect(literals == [true, false, false])
    let others = ["abc", "abC", "abcd", ""].map { abc.span.equals(Array($0.utf8).span) }
    #expect(others == [true, false, false, false])
  }

  private static let encodings: [Case<[UInt8], Int?>] = [
    Case("ASCII", Array("abc".utf8), nil), Case("two bytes", Array("é".utf8), nil),
    Case("a stray byte", [0x61, 0xff, 0x62], 1), Case("cut short", [0x61, 0x62, 0xc3], 2),
    Case("overlong", [0xc0, 0x80], 0), Case("a surrogate", [0x61, 0xed, 0xa0, 0x80], 1),
  ]

  @Test(arguments: encodings)
  func `the first byte that is not UTF-8 is found`(row: Case<[UInt8], Int?>) {
    let invalid = row.input.span.firstInvalidUTF8
    #expect(invalid == row.expected)
  }

  @Test func `ASCII and counts are told byte by byte`() {
    let text = Array("a,b,,é".utf8)
    let areASCII = [text.count, 5, 0].map { text.span.extracting(0..<$0).isASCII }
    #expect(areASCII == [false, true, true])
    let counts = [0x2c, 0x7a].map { text.span.count(of: $0) }
    #expect(counts == [3, 0])
  }

  @Test func `a record batch keeps fields, positions and rejects apart`() {
    var batch = RecordBatch(width: 2)
    for (position, fields) in [(1, ["a", ""]), (3, ["", "bc"])] {
      for field in fields { batch.append(field: Array(field.utf8).span) }
      batch.endRecord(position: position)
    }
    let reject = RejectedRow(
      position: 2, line: 3, column: nil, kind: .fieldCount, reason: "short", raw: [0x61])
    batch.append(reject: reject)
    #expect(batch.count == 2)
    #expect(batch.positions == [1, 3])
    #expect(batch.rejects == [reject])
    let texts = (0..<2).map { record in (0..<2).map { batch.text(record, $0) { $0.text } } }
    #expect(texts == [["a", ""], ["", "bc"]])
    #expect(batch.range(1, 1) == 1..<3)
  }
}
