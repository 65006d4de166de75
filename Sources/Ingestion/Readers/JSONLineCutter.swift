import Bytes
import Tabular

/// Cuts text into chunks of whole lines, none of which takes much memory.
struct JSONLineCutter {
  private var source: any ByteSource
  private var block: [UInt8] = []
  /// The lines between these places are whole and not yet cut.
  private var start = 0
  private var wholeEnd = 0
  private var nextLine = 1
  private var isAtStart = true
  private var isAtEnd = false
  private static let blockSize = 1 << 18
  /// Lines of a chunk, since each takes memory of its own when it is read.
  private static let chunkLines = 2048

  init(_ source: any ByteSource) {
    self.source = source
  }

  /// The next lines; nil at the end.
  mutating func next(firstPosition: Int) throws -> JSONLinesChunk? {
    while true {
      while start < wholeEnd {
        let (cut, bytes) = firstLines()
        let chunk = JSONLinesChunk(
          bytes: bytes, rowCount: cut.records, firstLine: nextLine, firstPosition: firstPosition)
        start += cut.end
        nextLine += cut.lines
        if cut.records > 0 { return chunk }
      }
      guard !isAtEnd else { return nil }
      if let chunk = try fill(firstPosition: firstPosition) { return chunk }
    }
  }

  private func firstLines() -> (cut: JSONRecordReader.LineCount, bytes: [UInt8]) {
    let rest = block.span.extracting(start..<wholeEnd)
    let cut = JSONRecordReader.countLines(in: rest, upTo: Self.chunkLines)
    return (cut, rest.extracting(0..<cut.end).array)
  }

  /// Reads another block; returns a reject when a line has become too long.
  private mutating func fill(firstPosition: Int) throws -> JSONLinesChunk? {
    block.removeFirst(start)
    start = 0
    let known = block.count
    isAtEnd = try source.read(into: &block, upTo: Self.blockSize) == 0
    if isAtStart, block.count >= 3 || isAtEnd {
      isAtStart = false
      if block.starts(with: [0xef, 0xbb, 0xbf]) { block.removeFirst(3) }
    }
    wholeEnd = isAtEnd ? block.count : Self.lastLineEnd(block.span, from: min(known, block.count))
    guard wholeEnd == 0, block.count > JSONRecordReader.recordLimit else { return nil }
    return try skipLine(firstPosition: firstPosition)
  }

  /// The place after the last line feed that is not before `start`; 0 when there is none.
  private static func lastLineEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = text.count
    while end > start {
      if text[end - 1] == 0x0a { return end }
      end -= 1
    }
    return 0
  }

  /// Steps over a line without keeping more of it than a reject shows.
  private mutating func skipLine(firstPosition: Int) throws -> JSONLinesChunk {
    let raw = JSONRecordReader.raw(block.span)
    var end = block.count
    while end == block.count, !isAtEnd {
      block.removeAll(keepingCapacity: true)
      isAtEnd = try source.read(into: &block, upTo: Self.blockSize) == 0
      end = block.span.firstIndex(of: 0x0a, from: 0)
    }
    let row = RejectedRow(
      position: firstPosition, line: nextLine, column: nil, kind: .tooLong,
      reason: "column 1: \(JSONRecordReader.tooLong("line"))", raw: raw)
    nextLine += 1
    start = min(end + 1, block.count)
    wholeEnd = isAtEnd ? block.count : max(start, Self.lastLineEnd(block.span, from: start))
    var batch = RecordBatch(width: 1)
    batch.append(reject: row)
    return JSONLinesChunk(batch: batch)
  }
}
