import Bytes
import Tabular
import TestSupport
import Testing

/// Dialects beyond RFC 4180, and quotes that nothing closes.
struct CSVDialectTests {
  typealias Rows = [[String]]

  private struct Reading: Hashable {
    var rows: Rows = []
    var lines: [Int] = []
    /// The number of each faulty row, and whether its quote is never closed.
    var faulty: [Int: Bool] = [:]
  }

  private static func read(
    _ text: [UInt8], _ dialect: CSVDialect, chunkSize: Int, isLenient: Bool = true
  ) throws -> Reading {
    var reading = Reading()
    var chunker = CSVChunker(
      ArraySource(text), dialect: dialect, chunkSize: chunkSize, isLenient: isLenient)
    while let chunk = try chunker.next() {
      var cursor = CSVCursor(chunk, dialect: dialect)
      let before = reading.rows.count
      while cursor.next(chunk.bytes.span) {
        reading.lines.append(cursor.line(chunk.bytes.span))
        if cursor.faultyField != nil { reading.faulty[reading.rows.count] = cursor.isUnclosed }
        reading.rows.append(
          cursor.fields.map { field in
            var bytes: [UInt8] = []
            bytes.append(field, of: chunk.bytes.span, dialect: dialect)
            return bytes.span.text
          })
      }
      #expect(reading.rows.count - before == chunk.records)
    }
    return reading
  }

  private static let backslash = CSVDialect(escape: 0x5c)
  private static let spaced = CSVDialect(skipsSpaces: true)
  private static let comma2 = CSVDialect(delimiter: 0x2c, delimiterTail: 0x20)
  private static let section = CSVDialect(delimiter: 0xc2, delimiterTail: 0xa7)

  private static let dialects: [Case<(String, CSVDialect), Rows>] = [
    Case("an escaped quote", (#""a \" b",c"#, backslash), [[#"a " b"#, "c"]]),
    Case("an escaped escape before the end", (#""C:\\",c"#, backslash), [[#"C:\"#, "c"]]),
    Case("an escaped delimiter without quotes", (#"a\,b,c"#, backslash), [["a,b", "c"]]),
    Case(
      "an escape before anything else is text", (#"C:\new,"\t""#, backslash),
      [
        [#"C:\new"#, #"\t"#]
      ]),
    Case("doubled quotes beside escapes", (#""a "" \" b""#, backslash), [[#"a " " b"#]]),
    Case("an escape does not hide a line end", ("a\\\nb\n", backslash), [["a\\"], ["b"]]),
    Case("spaces around quotes", ("a , \"b, c\" ,d\n", spaced), [["a ", "b, c", "d"]]),
    Case("spaces without quotes stay", (" a, b\n", spaced), [[" a", " b"]]),
    Case("comma and space", ("a, \"b, c\", d,e\n", comma2), [["a", "b, c", "d,e"]]),
    Case("a delimiter beyond ASCII", ("a§b§\"c§d\"\n", section), [["a", "b", "c§d"]]),
    Case(
      "comments", ("#x\na#,b\n#\"\nc,d\n", CSVDialect(comment: 0x23)), [["a#", "b"], ["c", "d"]]),
    Case("a comment at the end", ("a\n# b", CSVDialect(comment: 0x23)), [["a"]]),
    Case("no quote", ("\"a,b\"\n", CSVDialect(quote: nil)), [["\"a", "b\""]]),
    Case("apostrophes", ("'a,b','c''d'\n", CSVDialect(quote: 0x27)), [["a,b", "c'd"]]),
  ]

  @Test(arguments: dialects)
  func `a dialect is read in chunks of every size`(row: Case<(String, CSVDialect), Rows>) throws {
    for size in [1, 2, 3, 5, 64, 1 << 20] {
      let reading = try Self.read(Array(row.input.0.utf8), row.input.1, chunkSize: size)
      #expect(reading.rows == row.expected, "chunks of \(size)")
      #expect(reading.faulty.isEmpty)
    }
  }

  private static let unclosed: [Case<String, [Int: Bool]>] = [
    Case("never closed", "a\nb,\"c\nd\ne\n", [1: true]),
    Case("never closed, the last line", "a\nb,\"c", [1: true]),
    Case(
      "closed on a later line and followed by text", "a\n\"b\n\"c\"d\ne\n", [1: true, 2: false]),
    Case("two of them", "a,\"b\nc\nd,\"e\nf\n", [0: true, 2: true]),
    Case("CR LF", "a\r\n\"b\r\nc\r\n", [1: true]),
    Case("lone CR", "a\r\"b\rc\r", [1: true]),
    Case("after a sound field of two lines", "\"a\nb\",\"c\nd\n", [0: true]),
  ]

  @Test(arguments: unclosed)
  func `a quote that nothing closes costs its line and no other`(
    row: Case<String, [Int: Bool]>
  ) throws {
    for size in [1, 2, 3, 64, 1 << 20] {
      let reading = try Self.read(Array(row.input.utf8), .standard, chunkSize: size)
      #expect(reading.faulty == row.expected, "chunks of \(size)")
      let lines = Set(reading.lines).count
      #expect(lines == reading.rows.count, "chunks of \(size)")
    }
  }

  @Test func `a quote that swallows more than a record may hold costs its line`() throws {
    let text = "a\n\"b\n" + String(repeating: "row\n", count: 100)
    for size in [1, 7, 64] {
      var chunker = CSVChunker(
        ArraySource(Array(text.utf8)), dialect: .standard, chunkSize: size, recordLimit: 50,
        isLenient: true)
      var records = 0
      while let chunk = try chunker.next() { records += chunk.records }
      #expect(records == 102, "chunks of \(size)")
    }
  }

  @Test func `a record that is too long for another reason is an error all the same`() {
    let text = "a\n" + String(repeating: "x", count: 100)
    #expect(throws: CSVError.recordTooLong(line: 2, limit: 50)) {
      var chunker = CSVChunker(
        ArraySource(Array(text.utf8)), dialect: .standard, chunkSize: 8, recordLimit: 50,
        isLenient: true)
      while try chunker.next() != nil {}
    }
  }

  private static let all: [CSVDialect] = [
    .standard, backslash, spaced, comma2, section, CSVDialect(comment: 0x23),
    CSVDialect(quote: nil), CSVDialect(delimiter: 0x3b, quote: 0x27, escape: 0x5c, comment: 0x23),
  ]

  @Test(arguments: all)
  func `chunks of any size hold the records of the whole`(dialect: CSVDialect) throws {
    var random = SeededGenerator(seed: 11)
    let pieces = ["a", "b", " ", ",", ", ", "\"", "'", "\\", "#", ";", "§", "\n", "\r\n", "\r"]
    for _ in 0..<60 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        text.append(pieces.randomElement(using: &random) ?? "")
      }
      let whole = try Self.read(text, dialect, chunkSize: 1 << 20)
      for size in [1, 2, 3, 7, 31, 64, 65] {
        let parts = try Self.read(text, dialect, chunkSize: size)
        #expect(parts == whole, "chunks of \(size) of \(text)")
      }
    }
  }

  @Test func `a dialect is told in words`() {
    #expect(CSVDialect.standard.description == #"delimiter ',' quote '"'"#)
    let odd = CSVDialect(
      delimiter: 0x09, quote: nil, escape: 0x5c, comment: 0x23, skipsSpaces: true)
    #expect(
      odd.description == #"delimiter tab no quote escape '\' comment '#' spaces around quotes"#)
    #expect(Self.section.description == #"delimiter '§' quote '"'"#)
    #expect(CSVDialect(delimiter: 0x1f).description == #"delimiter 0x1f quote '"'"#)
  }
}
