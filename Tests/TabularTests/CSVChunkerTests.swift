import Bytes
import Tabular
import TestSupport
import Testing

struct CSVChunkerTests {
  @Test func `chunks hold whole records and say where they stand`() throws {
    let text = "a,b\n\n\"c\nd\",e\r\nf,g\n"
    let walk = try CSVWalk(Array(text.utf8), chunkSize: 6)
    let chunks = walk.chunks
    let texts = chunks.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts == ["a,b\n\n", "\"c\nd\",e\r\n", "f,g\n"])
    #expect(chunks.map(\.firstLine) == [1, 3, 5])
    #expect(chunks.map(\.firstPosition) == [1, 2, 3])
    #expect(chunks.map(\.records) == [1, 1, 1])
    #expect(chunks.map(\.isPlain) == [true, true, true])
    #expect(chunks.map(\.isASCII) == [true, true, true])
  }

  @Test func `a chunk knows whether it is ASCII`() throws {
    for (text, isASCII) in [("a\n", true), ("é\n", false), ("a\0\n", false)] {
      let chunk = try #require(try CSVWalk(Array(text.utf8), chunkSize: 1 << 10).chunks.first)
      #expect(chunk.isASCII == isASCII)
    }
  }

  @Test func `the general reading begins only with the first odd chunk`() throws {
    let text = "a,b\nc,d\ne\",f\ng,h\n"
    let walk = try CSVWalk(Array(text.utf8), chunkSize: 4)
    #expect(walk.chunks.map(\.isPlain) == [true, true, false, false])
    #expect(walk.records.count == 4)
  }

  @Test func `a record longer than a chunk is read whole`() throws {
    let long = String(repeating: "x\n", count: 5000)
    let text = "a\n\"\(long)\",b\nc\n"
    let walk = try CSVWalk(Array(text.utf8), chunkSize: 100, readSize: 33)
    #expect(walk.faults.isEmpty)
    #expect(walk.records.map(\.line) == [1, 2, 5003])
    #expect(walk.records[1].fields.first == Array(long.utf8))
  }

  @Test(arguments: ["", "x\"y"])
  func `of short records a chunk holds some thousands, also after a long one`(odd: String) throws {
    let long = String(repeating: "x", count: 1 << 17)
    let text = "\(long),\(odd)\n" + String(repeating: "a\n", count: 100_000)
    var chunker = CSVChunker(
      ArraySource(Array(text.utf8)), dialect: .standard, chunkSize: 1 << 16, isLenient: true)
    var records = 0
    var bytes: [UInt8] = []
    while let chunk = try chunker.next() {
      #expect(chunk.records <= 32_768)
      #expect(chunk.firstPosition == records + 1)
      #expect(chunk.firstLine == records + 1)
      records += chunk.records
      bytes += chunk.bytes
    }
    #expect(records == 100_001)
    #expect(bytes == Array(text.utf8))
  }

  private static let limits: [Case<String, CSVError?>] = [
    Case("of the limit", String(repeating: "x", count: 50) + "\n", nil),
    Case(
      "one byte beyond", "\n\n" + String(repeating: "x", count: 51) + "\n",
      CSVError.recordTooLong(line: 3, limit: 50)),
    Case(
      "a quote that swallows the file", "a\n\"" + String(repeating: "x\n", count: 500),
      CSVError.recordTooLong(line: 2, limit: 50)),
    Case(
      "a quote that swallows an odd file", "a\"\n\"" + String(repeating: "x\n", count: 500),
      CSVError.recordTooLong(line: 2, limit: 50)),
  ]

  @Test(arguments: limits)
  func `a record has a limit`(row: Case<String, CSVError?>) throws {
    for size in [1, 7, 32] {
      let walk = try CSVWalk(Array(row.input.utf8), chunkSize: size, recordLimit: 50)
      #expect(walk.error == row.expected, "chunks of \(size)")
    }
  }

  private static let headers: [Case<String, Header>] = [
    Case("an empty file", "", Header(names: nil, rows: [], lines: [])),
    Case("only blank lines", "\n\r\n\n", Header(names: nil, rows: [], lines: [])),
    Case("only a header", "a,b\n", Header(names: ["a", "b"], rows: [], lines: [])),
    Case("only a header, no line end", "a,b", Header(names: ["a", "b"], rows: [], lines: [])),
    Case(
      "a header and rows", "a,b\n1,2\n3,4",
      Header(names: ["a", "b"], rows: ["1", "3"], lines: [2, 3])),
    Case(
      "blank lines before and after", "\n\n a , b \n\n1,2\n",
      Header(names: ["a", "b"], rows: ["1"], lines: [5])),
    Case(
      "a header over two lines", "\u{FEFF}\"a\nb\",\"c \"\"d\"\"\"\r\n1,2\r\n",
      Header(names: ["a\nb", "c \"d\""], rows: ["1"], lines: [3])),
    Case("one column", "a\n1\n2\n", Header(names: ["a"], rows: ["1", "2"], lines: [2, 3])),
    Case("CR only", "a\r1\r2\r", Header(names: ["a"], rows: ["1", "2"], lines: [2, 3])),
  ]

  @Test(arguments: headers)
  func `the header is read first and the records count from 1 after it`(
    row: Case<String, Header>
  ) throws {
    for size in [1, 2, 5, 1 << 20] {
      var chunker = CSVChunker(
        ArraySource(Array(row.input.utf8)), dialect: .standard, chunkSize: size)
      #expect(try chunker.header() == row.expected.names)
      var rows: [String] = []
      var lines: [Int] = []
      while let chunk = try chunker.next() {
        var cursor = CSVCursor(chunk, dialect: .standard)
        while cursor.next(chunk.bytes.span) {
          lines.append(cursor.line(chunk.bytes.span))
          rows.append(
            chunk.bytes.span.extracting(cursor.fields[0].start..<cursor.fields[0].end).text)
          #expect(cursor.position == rows.count)
        }
      }
      #expect(rows == row.expected.rows)
      #expect(lines == row.expected.lines)
    }
  }

  struct Header: Sendable {
    let names: [String]?
    let rows: [String]
    let lines: [Int]
  }

  @Test func `what the source throws comes through`() {
    struct Broken: Error {}
    struct BrokenSource: ByteSource {
      mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
        throw Broken()
      }
    }
    #expect(throws: Broken.self) {
      var chunker = CSVChunker(BrokenSource(), dialect: .standard)
      _ = try chunker.next()
    }
  }

  @Test func `errors say what was found, where and what to do`() {
    #expect(
      CSVError.unterminatedQuote(line: 3).description == """
        line 3: a quote opens here and is never closed; expected a closing quote before the \
        end of the file; close it, or double it where it is part of the text
        """)
    #expect(
      CSVError.straySecondQuote(openedOnLine: 2, line: 5).description == """
        line 2: a quote opens here, and text follows the quote that closes it on line 5; \
        expected a delimiter or a line end there; a quote is missing in between
        """)
    #expect(
      CSVError.recordTooLong(line: 7, limit: 50).description == """
        line 7: the record that begins here is longer than 50 bytes; expected a line end \
        before; check the quotes and the delimiter
        """)
  }
}
