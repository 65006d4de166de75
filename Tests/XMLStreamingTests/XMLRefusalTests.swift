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
      "entity of a document type elsewhere",
      "<!DOCTYPE log SYSTEM 'http://127.0.0.1:9/none.dtd'>\n<log>&x;</log>", line: 2,
      "'x' not defined"),
    Case(
      "entity of a document type elsewhere, in an attribute",
      "<!DOCTYPE log PUBLIC 'p' 'none.dtd'>\n<log a='&x;'/>", line: 2, "'x' not defined"),
    Case("document type without a space", "<!DOCTYPElog>\n<log/>", "no space"),
    Case("depth of a hundred thousand", String(repeating: "<a>", count: 100_000), "more than 256"),
    Case(
      "wide encoding declared in narrow text",
      "<?xml version='1.0' encoding='utf-16'?><log/>", "'utf-16', which its bytes are not"),
    Case(
      "encoding with a request to drop bytes",
      "<?xml version='1.0' encoding='ASCII//IGNORE'?><log/>", "encoding"),
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

  @Test(arguments: [
    "<!DOCTYPE log [<!ELEMENT log ANY><!ATTLIST account kind CDATA 'user'>]>\n",
    "<!DOCTYPE log SYSTEM 'http://127.0.0.1:9/none.dtd'>\n",
    "<!DOCTYPE log PUBLIC '-//none' 'file:///none.dtd' [<!ELEMENT log ANY>]>\n",
    "<!DOCTYPE log>", "<?xml version='1.1'?><!-- > --><?pi > ?>\n",
  ])
  func `a document type without entities is no obstacle`(start: String) throws {
    for step in [Int.max, 1] {
      let (error, records) = try Self.outcome("\(start)<log>\(Self.record)</log>", step: step)
      #expect(error == nil)
      #expect(records == 1)
    }
  }

  @Test func `a document cut anywhere is never a shorter one`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><!-- c --><!DOCTYPE log [<!ELEMENT log ANY>]>
      <log a="1"><account id='x&amp;y'><handle>a&#x20;<![CDATA[b]]>\u{e9}</handle></account><?p i?></log>
      """
    let bytes = Array(text.utf8)
    #expect(try Self.outcome(text, step: .max).error == nil)
    for step in [Int.max, 1] {
      for length in 0..<bytes.count {
        var reader = try XMLRecordReader(record: XMLPath("log/account"), fields: [])
        let part = Array(bytes.prefix(length))
        #expect(throws: XMLError.self, "\(length) bytes in steps of \(step)") {
          if step == 1 {
            for byte in part { try reader.push([byte].span) }
          } else {
            try reader.push(part.span)
          }
          try reader.finish()
        }
      }
    }
  }

  @Test func `a NUL anywhere is refused`() throws {
    let bytes = Array("<log a='1'><account>b<!-- c --><![CDATA[d]]></account></log>\n".utf8)
    for place in 0...bytes.count {
      var reader = try XMLRecordReader(record: XMLPath("log/account"), fields: [])
      let damaged = bytes.prefix(place) + [0] + bytes.dropFirst(place)
      #expect(throws: XMLError.self, "NUL at \(place)") {
        try reader.push(Array(damaged).span)
        try reader.finish()
      }
    }
  }

  @Test(arguments: [
    ("<log><account><handle>", "x"), ("<log><account handle='", "x"), ("<log><account><", "n"),
    ("<log><account ", "n"), ("<log><account><!--", "x"), ("<log><account><![CDATA[", "x"),
    ("<log><account><?p ", "x"), ("<log><account>", "<a/>"), ("<log><account>", "<a b='1'/>"),
    ("<!DOCTYPE log [<!ELEMENT log ANY>", "<!ELEMENT a ANY>"), ("<log><account ", "a='1' "),
    ("<log><account>", "<a>"),
  ])
  func `what has no end is refused before it fills the memory`(start: String, part: String) throws {
    var reader = try XMLRecordReader(record: XMLPath("log/account"), fields: [])
    let piece = Array(String(repeating: part, count: 65_536 / part.utf8.count).utf8)
    var pushed = 0
    let error = #expect(throws: XMLError.self) {
      try reader.push(Array(start.utf8).span)
      while pushed < 1700 {
        try reader.push(piece.span)
        pushed += 1
      }
      try reader.finish()
    }
    #expect(pushed < 1700, "\(String(describing: error))")
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
    #expect(try Self.outcome(document(1000), step: .max, maximumRecordLength: 1000).error == nil)
    let error = try #require(
      try Self.outcome(document(1001), step: .max, maximumRecordLength: 1000).error)
    #expect(error.reason == "one record holds more than 1000 bytes of text")
    #expect(try Self.outcome(document(11_000_000), step: .max).error != nil)
  }

  @Test func `a record has no more elements and attributes than is allowed`() throws {
    func document(_ count: Int) -> String {
      "<log><account>\(String(repeating: "<a/>", count: count))</account></log>"
    }
    let limit = 32_000
    #expect(try Self.outcome(document(1999), step: .max, maximumRecordLength: limit).error == nil)
    let error = try #require(
      try Self.outcome(document(2000), step: .max, maximumRecordLength: limit).error)
    #expect(error.reason == "one record holds more than 2000 elements and attributes")
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

  @Test func `a document of too many different names is refused`() throws {
    let names = (0..<300_000).map { "<n\($0)/>" }.joined()
    let (error, _) = try Self.outcome("<log>\(Self.record)\(names)</log>", step: 1 << 16)
    #expect(error?.reason.contains("different names") == true)
  }
}
