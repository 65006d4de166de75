import Bytes
import Tabular
import TestSupport

/// What `CSVChunker` and `CSVCursor` make of a text, in the words of the reference.
struct CSVWalk {
  var chunks: [CSVChunk] = []
  var records: [ReferenceCSV.Record] = []
  var error: CSVError?
  /// What does not hold of the chunks; empty when all is well.
  var faults: [String] = []

  private let lines: [Int]
  private var offset = 0

  init(
    _ text: [UInt8], dialect: CSVDialect = .standard, chunkSize: Int, readSize: Int = .max,
    recordLimit: Int = 64 << 20
  ) throws {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    lines = ReferenceCSV.lines(text.starts(with: mark) ? Array(text.dropFirst(3)) : text)
    var chunker = CSVChunker(
      DribblingSource(text, size: readSize), dialect: dialect, chunkSize: chunkSize,
      recordLimit: recordLimit)
    do {
      while let chunk = try chunker.next() {
        walk(chunk, dialect)
        chunks.append(chunk)
      }
    } catch let error as CSVError {
      self.error = error
    }
  }

  /// The fields of each record as text.
  var texts: [[String]] {
    records.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
  }

  private mutating func walk(_ chunk: CSVChunk, _ dialect: CSVDialect) {
    if chunk.bytes.isEmpty { faults.append("a chunk is empty") }
    if chunk.firstPosition != records.count + 1 {
      faults.append("first position \(chunk.firstPosition) after \(records.count) records")
    }
    if chunk.firstLine != lines[offset] {
      faults.append("first line \(chunk.firstLine), expected \(lines[offset])")
    }
    offset += chunk.bytes.count
    if chunk.isASCII, chunk.bytes.contains(where: { $0 == 0 || $0 >= 0x80 }) {
      faults.append("not ASCII: \(chunk.bytes)")
    }

    let bytes = chunk.bytes.span
    let grammar = CSVGrammar(dialect)
    var cursor = CSVCursor(chunk, dialect: dialect)
    var count = 0
    var grammarOffset = 0
    while cursor.next(bytes) {
      count += 1
      let line = cursor.line(bytes)
      if line != chunk.line(at: cursor.range.lowerBound) { faults.append("lines differ: \(line)") }
      let fields = cursor.fields.map { field in
        var text: [UInt8] = []
        text.append(field, of: bytes, quote: dialect.quote)
        return text
      }
      records.append(
        ReferenceCSV.Record(
          position: cursor.position, line: line, fields: fields, faultyField: cursor.faultyField))

      // The readable reading of the same bytes, field for field.
      var expected: [CSVField] = []
      var start = grammarOffset
      while expected.isEmpty && grammarOffset < bytes.count {
        start = grammarOffset
        _ = grammar.read(bytes, at: &grammarOffset, isFinal: true, fields: &expected)
      }
      if cursor.fields != expected || cursor.range != start..<grammarOffset {
        faults.append("\(cursor.fields) in \(cursor.range), by the grammar \(expected)")
      }
    }
    if cursor.next(bytes) { faults.append("a record after the end") }
    if count != chunk.records { faults.append("\(chunk.records) records said, \(count) walked") }
  }
}

/// An array as a source that gives a few bytes at a time.
struct DribblingSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let part = rest.prefix(min(limit, size))
    buffer.append(contentsOf: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
