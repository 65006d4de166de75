package import Bytes

/// Cuts a CSV file into chunks of whole records, in order, in memory bounded by the chunk.
///
/// One fast pass decides for each chunk whether it is plain. From the first chunk that is not, the
/// rest of the file goes through `CSVGrammar`. A lenient chunker throws for no quote: a row whose
/// quote nothing closes ends with its line, and the rows after it are read.
package struct CSVChunker {
  private let grammar: CSVGrammar
  private var source: any ByteSource
  private let chunkSize: Int
  /// Bytes of the next chunk: of short records fewer, since what becomes of one may be long.
  private var nextSize: Int
  private let recordLimit: Int
  private var carry: [UInt8] = []
  private var isAtEnd = false
  private var isAtStart = true
  private var isPlain: Bool
  private var nextLine: Int
  private var nextPosition = 1

  /// Bytes of the first chunk, when it is not known how long the records are.
  private static let firstSize = 64 << 10
  /// Records that a chunk should hold at most; one holds up to four times as many where they get
  /// shorter.
  private static let recordsPerChunk = 8 << 10

  /// The source begins on the line `firstLine` of its file, 1-based.
  package init(
    _ source: any ByteSource, dialect: CSVDialect, chunkSize: Int = 1 << 20,
    recordLimit: Int = 64 << 20, isLenient: Bool = false, firstLine: Int = 1
  ) {
    precondition(chunkSize > 0 && recordLimit > 0, "a chunk holds something")
    self.source = source
    self.grammar = CSVGrammar(dialect, isLenient: isLenient)
    isPlain = dialect.canBePlain
    nextLine = firstLine
    self.chunkSize = chunkSize
    nextSize = Swift.min(chunkSize, Self.firstSize)
    self.recordLimit = recordLimit
  }

  /// The next chunk; nil at the end of the file.
  ///
  /// - Throws: `CSVError`, or what the source throws.
  package mutating func next() throws -> CSVChunk? {
    var buffer = carry
    carry = []
    var size = nextSize
    while true {
      try fill(&buffer, to: size)
      if buffer.isEmpty {
        if isAtEnd { return nil }
        // All that has come so far was the byte order mark.
        continue
      }
      let isTooLong = buffer.count > recordLimit
      if let cut = try cut(buffer) ?? (isTooLong ? cutUnclosed(buffer) : nil) {
        if cut.end < buffer.count {
          carry = buffer.span.extracting(cut.end...).array
          if cut.end < carry.count {
            // A chunk must not hold on to the room of a buffer that has grown.
            buffer = buffer.span.extracting(0..<cut.end).array
          } else {
            buffer.removeLast(buffer.count - cut.end)
          }
        }
        let chunk = CSVChunk(
          bytes: buffer, isPlain: isPlain, isLenient: grammar.isLenient, isASCII: cut.isASCII,
          firstLine: nextLine, firstPosition: nextPosition, records: cut.records)
        nextLine += cut.lines
        nextPosition += cut.records
        let recordSize = cut.records > 0 ? cut.end / cut.records : chunkSize
        nextSize = Swift.min(chunkSize, Swift.max(recordSize, 1) * Self.recordsPerChunk)
        return chunk
      }
      guard !isTooLong else {
        throw CSVError.recordTooLong(line: nextLine, limit: recordLimit)
      }
      // Twice as much each time, so that a long record is not scanned over and over.
      size = Swift.min(Swift.max(buffer.count * 2, chunkSize), recordLimit + 1)
    }
  }

  /// The fields of the first record as text, trimmed; nil when the file has no record.
  ///
  /// To be called before `next()`, which then begins after the header: its records count from 1.
  package mutating func header() throws -> [String]? {
    while let first = try next() {
      var offset = 0
      var fields: [CSVField] = []
      while fields.isEmpty && offset < first.bytes.count {
        _ = grammar.read(first.bytes.span, at: &offset, isFinal: true, fields: &fields)
      }
      guard !fields.isEmpty else { continue }
      guard fields.count < CSVField.limit else {
        throw CSVError.tooManyColumns(line: first.firstLine)
      }
      nextLine = first.line(at: offset)
      nextPosition = 1
      carry = first.bytes.span.extracting(offset...).array + carry
      return fields.map { field in
        var name: [UInt8] = []
        name.append(field, of: first.bytes.span, dialect: grammar.dialect)
        return name.span.trimmed.text
      }
    }
    return nil
  }

  /// Reads on until the buffer holds `size` bytes or the source is at its end.
  private mutating func fill(_ buffer: inout [UInt8], to size: Int) throws {
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let size = isAtStart ? Swift.max(size, byteOrderMark.count) : size
    if buffer.count < size && !isAtEnd { buffer.reserveCapacity(size) }
    while buffer.count < size && !isAtEnd {
      isAtEnd = try source.read(into: &buffer, upTo: size - buffer.count) == 0
    }
    if isAtStart {
      isAtStart = false
      if buffer.starts(with: byteOrderMark) { buffer.removeFirst(byteOrderMark.count) }
    }
  }

  private struct Cut {
    var end: Int
    var lines: Int
    var records: Int
    var isASCII: Bool
  }

  /// Where the buffer can be cut after a record; nil when it must grow first.
  private mutating func cut(_ buffer: [UInt8]) throws -> Cut? {
    if isPlain {
      let dialect = grammar.dialect
      let scan = DelimitedScan(
        buffer.span, quote: dialect.quote ?? 0, delimiter: dialect.delimiter)
      isPlain = scan.isPlain && !(isAtEnd && scan.endsInsideQuotes)
      if isPlain {
        // Many short records after a long one, for which the buffer has grown.
        guard scan.records <= 4 * Self.recordsPerChunk else { return try cutByGrammar(buffer) }
        guard isAtEnd else {
          guard scan.lastRecordEnd > 0 else { return nil }
          return Cut(
            end: scan.lastRecordEnd, lines: scan.lines, records: scan.records,
            isASCII: scan.isASCII)
        }
        let rest = buffer.count - scan.lastRecordEnd
        let isBlank = rest == 0 || rest == 1 && buffer.last == 0x0d
        return Cut(
          end: buffer.count, lines: scan.lines, records: scan.records + (isBlank ? 0 : 1),
          isASCII: scan.isASCII)
      }
    }
    return try cutByGrammar(buffer)
  }

  private func cutByGrammar(_ buffer: [UInt8]) throws -> Cut? {
    let text = buffer.span
    var offset = 0
    var fields: [CSVField] = []
    var cut = Cut(end: 0, lines: 0, records: 0, isASCII: false)
    func line(_ offset: Int) -> Int {
      nextLine + text.lineEnds(in: 0..<offset)
    }
    while offset < text.count {
      let start = offset
      switch grammar.read(text, at: &offset, isFinal: isAtEnd, fields: &fields) {
      case .record:
        if !fields.isEmpty { cut.records += 1 }
      case .faulty(let field, let spansLines):
        if spansLines {
          throw CSVError.straySecondQuote(
            openedOnLine: line(fields[field].start), line: line(fields[field].end))
        }
        cut.records += 1
      case .unclosed: cut.records += 1
      case .incomplete(let quoteOffset):
        if isAtEnd, let quoteOffset {
          throw CSVError.unterminatedQuote(line: line(quoteOffset))
        }
        cut.lines = text.lineEnds(in: 0..<start)
        return start == 0 ? nil : cut
      }
      cut.end = offset
      if cut.records >= Self.recordsPerChunk { break }
    }
    cut.lines = text.lineEnds(in: 0..<cut.end)
    return cut
  }

  /// Cuts off a row that is too long because its quote is not closed; nil where that is not why.
  private mutating func cutUnclosed(_ buffer: [UInt8]) -> Cut? {
    guard grammar.isLenient else { return nil }
    let text = buffer.span
    var offset = 0
    var fields: [CSVField] = []
    let outcome = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
    guard case .unclosed = outcome, offset < text.count else { return nil }
    isPlain = false
    return Cut(
      end: offset, lines: text.lineEnds(in: 0..<offset), records: 1, isASCII: false)
  }
}
