import Bytes
import Tabular

/// Whole lines of JSON, with their place in the file, or what was already read of them.
package struct JSONLinesChunk: Sendable {
  /// Records and rejects that the lines hold.
  let rowCount: Int
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstPosition: Int
  private let batch: RecordBatch?

  init(bytes: [UInt8], rowCount: Int, firstLine: Int, firstPosition: Int) {
    self.bytes = bytes
    self.rowCount = rowCount
    self.firstLine = firstLine
    self.firstPosition = firstPosition
    batch = nil
  }

  init(batch: RecordBatch) {
    self.batch = batch
    rowCount = batch.count + batch.rejects.count
    (bytes, firstLine, firstPosition) = ([], 0, 0)
  }

  /// The records of the lines; a line that is no JSON object is a reject.
  func read(_ reader: JSONRecordReader) -> RecordBatch {
    batch ?? reader.readLines(bytes.span, firstLine: firstLine, firstPosition: firstPosition)
  }
}
