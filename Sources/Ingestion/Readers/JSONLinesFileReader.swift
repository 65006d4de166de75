import Bytes
import Tabular
import TakedownModel

/// Cuts a file of one JSON object a line into chunks of whole lines.
///
/// A line that is no record costs no other. A file whose first record goes on over several lines, or
/// that is one array, is read as JSON documents in a row.
struct JSONLinesFileReader: FileReader {
  /// Reads the lines of a chunk.
  let records: JSONRecordReader
  private(set) var rowCount = 0
  private var lines: JSONLineCutter
  private var documents: JSONFileReader?

  init(layout: SourceLayout, file: String, source: any ByteSource) throws {
    records = try JSONRecordReader(layout: layout, file: file)
    var source = source
    var start: [UInt8] = []
    while start.count < Self.sniffSize,
      try source.read(into: &start, upTo: Self.sniffSize - start.count) > 0
    {}
    let whole = ResumedSource(start, source)
    lines = JSONLineCutter(whole)
    if Self.isDocument(start.span) {
      documents = try JSONFileReader(layout: layout, records: nil, file: file, source: whole)
    }
  }

  mutating func next() throws -> FileIngest.Work? {
    if documents != nil {
      guard let batch = try documents?.nextBatch() else { return nil }
      rowCount += batch.count + batch.rejects.count
      return .lines(JSONLinesChunk(batch: batch))
    }
    guard let chunk = try lines.next(firstPosition: rowCount + 1) else { return nil }
    rowCount += chunk.rowCount
    return .lines(chunk)
  }
}

extension JSONLinesFileReader {
  private static let sniffSize = 1 << 20

  /// Whether the first value of a file is sound, as far as it goes, and no record on one line.
  private static func isDocument(_ start: Span<UInt8>) -> Bool {
    var whole = JSONScanner(start)
    whole.skipByteOrderMark()
    while let next = whole.peek(), next == 0x1e { whole.skip(to: whole.offset + 1) }
    let first = whole.peek()
    let place = whole.offset
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let lineEnd = start.firstIndex(of: 0x0a, from: place)
    var line = JSONScanner(start.extracting(place..<lineEnd))
    if (try? line.skipValue()) != nil {
      guard first == UInt8(ascii: "["), line.peek() == nil else { return false }
      // One line that is an array: a document, unless other lines follow.
      whole.skip(to: lineEnd)
      return whole.peek() == nil
    }
    do throws(JSONError) {
      _ = try whole.skipValue()
      return true
    } catch {
      // A value that goes on after what was read.
      return first == UInt8(ascii: "[") || error.offset >= start.count
    }
  }
}
