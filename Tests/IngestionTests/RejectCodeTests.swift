import Bytes
import Tabular
import TakedownModel
import Testing

@testable import Ingestion

/// The codes of rows that become no record.
struct RejectCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let format: SourceLayout.Format
    let text: [UInt8]
    let encoding: String?
    let keepsPartial: Bool

    init(
      _ code: String, _ format: SourceLayout.Format, _ text: String, then bytes: [UInt8] = [],
      _ end: String = "", encoding: String? = nil, keepsPartial: Bool = false
    ) {
      self.code = code
      self.format = format
      self.text = Array(text.utf8) + bytes + Array(end.utf8)
      self.encoding = encoding
      self.keepsPartial = keepsPartial
    }

    var testDescription: String { code }
  }

  private static let csv = SourceLayout.Format.csv(CSVDeclaration())
  private static let json = SourceLayout.Format.json(records: nil)
  private static let xml = SourceLayout.Format.xml(record: "log/r")

  static let cases = [
    Case("field-count", csv, "a,b\n1,2\n3\n"),
    Case("unclosed-quote", csv, "a,b\n1,\"2\n3,4\n5,6\n"),
    Case("text-after-quote", csv, "a,b\n1,\"2\"x\n3,4\n"),
    Case("not-utf-8", csv, "a,b\n1,2\n", then: [0xeb], ",4\n5,6\n"),
    Case("undecodable-row", csv, "a,b\n1,2\n", then: [0x81], ",4\n", encoding: "windows-1252"),
    Case("nul-byte", csv, "a,b\n1,2\nx", then: [0], ",4\n5,6\n"),
    Case("total-row", csv, "b,a\n1,2\nTotal,\n"),
    Case("repeated-header", csv, "a,b\n1,2\na,b\n"),
    Case("malformed-json", .ndjson, "{\"a\":1}\n{\"a\":}\n"),
    Case("not-utf-8", .ndjson, "{\"a\":1}\n{\"a\":\"", then: [0xeb], "\"}\n"),
    Case(
      "undecodable-row", .ndjson, "{\"a\":1}\n{\"a\":\"", then: [0x81], "\"}\n",
      encoding: "windows-1252"),
    Case("repeated-key", .ndjson, "{\"a\":1}\n{\"a\":1,\"a\":2}\n"),
    Case("half-surrogate", .ndjson, "{\"a\":1}\n{\"a\":\"\\ud83d\"}\n"),
    Case("not-an-object", .ndjson, "{\"a\":1}\n7\n"),
    Case(
      "nested-too-deep", .ndjson,
      "{\"a\":1}\n{\"a\":" + String(repeating: "[", count: 600)
        + String(repeating: "]", count: 600) + "}\n"),
    Case(
      "record-too-long", .ndjson,
      "{\"a\":1}\n{\"a\":\"" + String(repeating: "x", count: 17 << 20) + "\"}\n"),
    Case(
      "record-too-long", json,
      "[{\"a\":1},{\"a\":\"" + String(repeating: "x", count: 17 << 20) + "\"}]"),
    Case("malformed-json", json, "[{\"a\":1},{\"a\":01}]"),
    Case("repeated-key", json, "[{\"a\":1},{\"a\":1,\"a\":2}]"),
    Case("half-surrogate", json, "[{\"a\":1},{\"a\":\"\\udc00\"}]"),
    Case("not-an-object", json, "[{\"a\":1},null]"),
    Case("broken-off", xml, "<log><r><a>1</a></r><r><a>2</a>", keepsPartial: true),
  ]

  @Test(arguments: cases)
  func `a row that becomes no record has a code`(test: Case) throws {
    let layout = SourceLayout(
      id: "s", format: test.format, fields: [.account: ["a"]], encoding: test.encoding,
      keepsPartial: test.keepsPartial)
    var file = try FileIngest(layout: layout, file: "log", source: ArraySource(test.text))
    var counts: [FindingCode: Int] = [:]
    var rejects: [UInt8] = []
    rejects.append(csvRow: StageColumns.rejects)
    var rejectCount = 0
    while let work = try file.next() {
      let batch = file.ingest(work)
      counts.merge(batch.rejectCounts, uniquingKeysWith: +)
      rejects += batch.rejects
      rejectCount += batch.rejectCount
    }
    #expect(counts.map { "\($0.key.name) \($0.value)" } == ["\(test.code) 1"])
    #expect(rejectCount == 1)
    #expect(try Table(csv: rejects).rows.map { $0[5] } == [test.code])
  }

  @Test func `every kind of reject has a code of its own`() {
    let codes = RejectKind.allCases.map { $0.code(encoding: "UTF-8") }
    #expect(Set(codes).count == codes.count)
    #expect(!codes.contains(.rejectedRow))
    #expect(RejectKind.encoding.code(encoding: "") == .notUTF8)
    #expect(RejectKind.encoding.code(encoding: "windows-1252") == .undecodableRow)
  }
}
