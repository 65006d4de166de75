import Bytes
import Ingestion
import Tabular
import TakedownModel
import XMLStreaming

extension FuzzTarget {
  /// An XML document says the same however it is cut, and is refused as a whole or kept in part.
  ///
  /// The first three bytes choose the path of the records, the limits and the size of the pieces.
  static let xml = FuzzTarget(name: "xml") { input in
    let record = input.choose(["log/row", "//row", "*", "log//row"])
    let limits = input.choose([(256, 10_000_000), (4, 40)])
    let pieceSize = input.choose(Array(1...16))
    let bytes = input.rest
    let whole = XMLText(bytes, record, limits, pieceSize: .max)
    let pieces = XMLText(bytes, record, limits, pieceSize: pieceSize)
    require(
      (whole.error == nil) == (pieces.error == nil),
      "\(whole.error ?? "no error"), in pieces \(pieces.error ?? "no error")")
    if whole.error == nil {
      require(whole.rows == pieces.rows, "\(whole.rows), in pieces \(pieces.rows)")
    }
    checkIngest(bytes, record, pieceSize)
  }

  /// A partial document is kept exactly where the source says so, its fault being one more reject.
  private static func checkIngest(_ bytes: [UInt8], _ record: String, _ pieceSize: Int) {
    func layout(keepsPartial: Bool) -> SourceLayout {
      SourceLayout(
        id: "log", format: .xml(record: record),
        fields: [.account: ["@url", "handle/text"], .platform: ["//where"], .category: ["."]],
        keepsPartial: keepsPartial)
    }
    let strict = IngestedFile(layout(keepsPartial: false), bytes)
    let kept = IngestedFile(layout(keepsPartial: true), bytes)
    let pieces = IngestedFile(layout(keepsPartial: false), bytes, pieceSize: pieceSize)
    require((strict.error == nil) == (pieces.error == nil), "an error depends on the pieces")
    if strict.error == nil {
      require(strict == kept && strict == pieces, "a sound document is read in several ways")
      require(strict.rejectCount == 0, "a sound document has rejects")
    } else if kept.error == nil {
      require(kept.rejectCount == 1, "\(kept.rejectCount) rejects where a document breaks off")
    }
    for row in kept.rows {
      guard let other = row.last, !other.isEmpty else { continue }
      do throws(JSONError) {
        _ = try JSONValue(parsing: other.span)
      } catch {
        fatalError("other is no JSON: \(error): \(shown(other))")
      }
    }
  }
}

/// The records of an XML document that arrives in pieces.
private struct XMLText {
  private(set) var rows: [[[UInt8]]] = []
  private(set) var error: String?

  init(_ bytes: [UInt8], _ record: String, _ limits: (depth: Int, length: Int), pieceSize: Int) {
    do throws(XMLError) {
      try read(bytes, XMLPath(record), limits, pieceSize)
    } catch {
      require(!error.reason.isEmpty, "an error without a reason")
      self.error = error.description
    }
  }

  private mutating func read(
    _ bytes: [UInt8], _ record: XMLPath, _ limits: (depth: Int, length: Int), _ pieceSize: Int
  ) throws(XMLError) {
    var reader = try XMLRecordReader(
      record: record,
      fields: [
        [XMLPath("@url"), XMLPath("handle/text")], [XMLPath("//where")], [XMLPath(".")],
        [XMLPath("*/@id")],
      ],
      maximumDepth: limits.depth, maximumRecordLength: limits.length)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + min(pieceSize, bytes.count))
      try reader.push(bytes.span.extracting(start..<end))
      take(reader.takeBatch())
      start = end
    }
    try reader.finish()
    take(reader.takeBatch())
    require(reader.recordCount == rows.count, "\(reader.recordCount) records, \(rows.count) taken")
  }

  private mutating func take(_ batch: RecordBatch) {
    for index in 0..<batch.count {
      require(batch.positions[index] == rows.count + 1, "a position is left out")
      rows.append((0..<batch.width).map { Array(batch.bytes[batch.range(index, $0)]) })
    }
  }
}
