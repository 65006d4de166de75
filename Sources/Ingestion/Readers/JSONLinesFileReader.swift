import Bytes
import Tabular
import TakedownModel

/// Cuts a file of one JSON object a line into chunks of whole lines.
struct JSONLinesFileReader: FileReader {
  /// Reads the lines of a chunk.
  let records: JSONRecordReader
  private(set) var rowCount = 0
  private var source: any ByteSource
  private var carry: [UInt8] = []
  private var nextLine = 1
  private var isAtStart = true
  private var isAtEnd = false
  private static let blockSize = 1 << 20

  init(layout: SourceLayout, file: String, source: any ByteSource) throws {
    records = try JSONRecordReader(layout: layout, file: file)
    self.source = source
  }

  mutating func next() throws -> FileIngest.Work? {
    while !isAtEnd {
      var buffer = carry
      carry = []
      isAtEnd = try source.read(into: &buffer, upTo: Self.blockSize) == 0
      if isAtStart {
        isAtStart = false
        if buffer.starts(with: [0xef, 0xbb, 0xbf]) { buffer.removeFirst(3) }
      }
      if !isAtEnd {
        guard let end = buffer.lastIndex(of: 0x0a) else {
          carry = buffer
          continue
        }
        carry = Array(buffer[(end + 1)...])
        buffer.removeLast(carry.count)
      }
      guard !buffer.isEmpty else { continue }
      let chunk = JSONLinesChunk(bytes: buffer, firstLine: nextLine, firstPosition: rowCount + 1)
      let (lines, records) = JSONRecordReader.countLines(in: buffer.span)
      nextLine += lines
      rowCount += records
      return .lines(chunk)
    }
    return nil
  }
}

/// Whole lines of JSON, with their place in the file.
package struct JSONLinesChunk: Sendable {
  let bytes: [UInt8]
  let firstLine: Int
  let firstPosition: Int

  /// The records of the lines; a line that is no JSON object is a reject.
  func read(_ reader: JSONRecordReader) -> RecordBatch {
    reader.readLines(bytes.span, firstLine: firstLine, firstPosition: firstPosition)
  }
}
