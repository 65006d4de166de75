import Bytes
import Tabular
import Testing
import XMLStreaming

struct XMLRefusalTests {
  static func outcome(
    _ text: String, step: Int, maximumDepth: Int = 256, maximumRecordLength: Int = 10_000_000
  ) throws -> (error: XMLError?, records: Int) {
    var reader = try XMLRecordReader(
      record: XMLPath("log/account"), fields: [[try XMLPath("handle")]],
      maximumDepth: maximumDepth, maximumRecordLength: maximumRecordLength)
    var rest = Array(text.utf8)[...]
    do {
      while !rest.isEmpty {
        let part = Array(rest.prefix(step))
        rest = rest.dropFirst(part.count)
        try reader.push(part.span)
      }
      try reader.finish()
      return (nil, reader.takeBatch().count)
    } catch {
      return (error, reader.takeBatch().count)
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int
    let records: Int
    let reason: String

    init(_ name: String, _ text: String, line: Int = 1, records: Int = 0, _ reason: String) {
      self.name = name
      self.text = text
      self.line = line
      self.records = records
      self.reason = reason
    }

    var testDescription: String { name }
  }

  static let record = "<account><handle>a</handle></account>"

  static let cases = [
    Case("empty", "", "the document has no element"),
    Case("white space only", " \n ", "the document has no element"),
    Case("no element", "<!-- -->\n", line: 2, "the document has no element"),
    Case("not XML", "handle,platform\n", "expected an XML document, found other text"),
    Case(
      "truncated in a tag", "<log>\(record)<account><handle>b</hand", records: 1, "expected '>'"),
    Case("truncated in a text", "<log>\(record)<account><handle>b", records: 1, "ends before"),
    Case("truncated between records", "<log>\(record)\n", records: 1, "ends before"),
    Case("mismatched tags", "<log><account><handle>a</account></log>", "mismatch"),
    Case("two roots", "<log>\(record)</log><log>\(record)</log>", records: 1, "Extra content"),
    Case("text after the root", "<log>\(record)</log>\njunk", line: 2, records: 1, "Extra content"),
    Case("bare ampersand", "<log><account><handle>a & b</handle></account></log>", "EntityRef"),
    Case("unknown entity", "<log><account><handle>&x;</handle></account></log>", "'x' not defined"),
    Case(
      "unknown entity in an attribute", "<log><account id='&x;'/></log>", "'x' not defined"),
    Case("twice the same attribute", "<log a='1' a='2'/>", "redefined"),
    Case("control character", "<log>\u{1}</log>", "Char"),
    Case(
      "internal entity", "<!DOCTYPE log [<!ENTITY a 'x'>]>\n<log>\(record)</log>", "an entity"),
    Case(
      "billion laughs",
      "<!DOCTYPE log [\n<!ENTITY a 'x'>\n<!ENTITY b '&a;&a;&a;'>\n]>\n<log>&b;</log>", line: 2,
      "an entity"),
    Case(
      "external entity",
      "<!DOCTYPE log [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><log>&f;</log>", "an entity"),
    Case(
      "parameter entity",
      "<!DOCTYPE log [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><log>\(record)</log>",
      "an entity"),
    Case(
      "undeclared parameter entity", "<!DOCTYPE log [ %p; ]><log><account>&x;</account></log>",
      "not"),
    Case(
      "unparsed entity",
      "<!DOCTYPE log [<!NOTATION n SYSTEM 'n'><!ENTITY u SYSTEM 'u' NDATA n>]><log/>", "an entity"),
    Case(
      "external document type", "<!DOCTYPE log SYSTEM 'http://127.0.0.1:9/none.dtd'>\n<log/>",
      "outside the document"),
    Case(
      "public document type", "<!DOCTYPE log PUBLIC 'p' 'http://127.0.0.1:9/none.dtd'><log/>",
      "outside the document"),
    Case("unknown encoding", "<?xml version='1.0' encoding='x-none'?><log/>", "encoding"),
  ]

  @Test(arguments: cases)
  func `a document that is not whole, sound and self-contained is refused`(_ test: Case) throws {
    for step in [Int.max, 1] {
      let (error, records) = try Self.outcome(test.text, step: step)
      let found = try #require(error)
      #expect(found.reason.contains(test.reason), "\(found)")
      #expect(found.line == test.line, "\(found)")
      #expect(found.column >= 1)
      #expect(records == test.records)
      #expect(!found.reason.hasSuffix("\n"))
    }
  }

  @Test func `bytes that do not fit the encoding are refused`() throws {
    for encoding in ["", " encoding='UTF-8'", " encoding='US-ASCII'"] {
      var reader = try XMLRecordReader(record: XMLPath("log"), fields: [])
      let text =
        Array("<?xml version='1.0'\(encoding)?>\n<log>".utf8) + [0xff, 0xe9] + Array("</log>".utf8)
      #expect(throws: XMLError.self) {
        try reader.push(text.span)
        try reader.finish()
      }
    }
  }

  @Test func `a document type without entities is no obstacle`() throws {
    let text =
      "<!DOCTYPE log [<!ELEMENT log ANY><!ATTLIST account kind CDATA 'user'>]>\n<log>"
      + "\(Self.record)</log>"
    let (error, records) = try Self.outcome(text, step: 1)
    #expect(error == nil)
    #expect(records == 1)
  }

  @Test func `a prefix that no namespace has is no obstacle`() throws {
    let (error, records) = try Self.outcome("<log><x:account/></log>", step: .max)
    #expect(error == nil)
    #expect(records == 1)
  }

  @Test func `elements may be open to the depth that is allowed`() throws {
    func nested(_ depth: Int) -> String {
      "<log>" + String(repeating: "<a>", count: depth - 1)
        + String(repeating: "</a>", count: depth - 1) + "</log>"
    }
    #expect(try Self.outcome(nested(256), step: .max).error == nil)
    let error = try #require(try Self.outcome(nested(257), step: .max).error)
    #expect(error.reason == "elements are nested more than 256 deep")
    #expect(try Self.outcome(nested(4), step: .max, maximumDepth: 3).error != nil)
    #expect(try Self.outcome(nested(2000), step: .max, maximumDepth: 2000).error == nil)
  }

  @Test func `a record has no more text than is allowed`() throws {
    func document(_ length: Int) -> String {
      "<log><account><handle>\(String(repeating: "x", count: length))</handle></account></log>"
    }
    #expect(try Self.outcome(document(998), step: .max, maximumRecordLength: 1000).error == nil)
    let error = try #require(
      try Self.outcome(document(999), step: .max, maximumRecordLength: 1000).error)
    #expect(error.reason == "one record holds more than 1000 bytes of text")
    #expect(try Self.outcome(document(11_000_000), step: .max).error != nil)
  }

  @Test func `long names cannot multiply into a large record`() throws {
    let name = String(repeating: "n", count: 500)
    let text =
      "<log><account><\(name)>" + String(repeating: "<a>x</a>", count: 1000)
      + "</\(name)></account></log>"
    let error = try #require(
      try Self.outcome(text, step: .max, maximumRecordLength: 10_000).error)
    #expect(error.reason == "one record holds more than 10000 bytes that no field takes")
  }

  @Test func `after a fault every call throws it again`() throws {
    var reader = try XMLRecordReader(record: XMLPath("log"), fields: [])
    let first = #expect(throws: XMLError.self) { try reader.push(Array("<log></x>".utf8).span) }
    let second = #expect(throws: XMLError.self) { try reader.push(Array("<log/>".utf8).span) }
    let third = #expect(throws: XMLError.self) { try reader.finish() }
    #expect(first == second)
    #expect(first == third)
  }
}
