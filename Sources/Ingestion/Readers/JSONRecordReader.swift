import Bytes
package import Tabular

/// Turns JSON, a record a line or a whole document, into records.
///
/// A batch has one column for each field and a last one, `other`: a JSON object with those members
/// of the record that hold anything no field took, each as it stands in the file, in its order;
/// empty when there is none. The text of a field is that of a string, the digits of a number as they
/// were written, `true` or `false`, or the JSON text of an array or object; null is empty.
package struct JSONRecordReader: Sendable {
  /// Bytes of a rejected row that are kept.
  static let rawLimit = 4096

  let tree: JSONFieldTree
  private let width: Int

  /// - Parameter fields: for each column the pointers that may lead to it, from the record; the
  ///   first value that is neither null nor empty wins.
  package init(fields: [[JSONPointer]]) {
    tree = JSONFieldTree(fields)
    width = fields.count + 1
  }

  /// Reads lines of which each is a record; blank lines are none.
  ///
  /// A line that is not one well-formed object is a reject, and so is an object that has a key twice
  /// which a field speaks of or which goes to `other`.
  ///
  /// - Parameters:
  ///   - chunk: whole lines, without the byte order mark that may begin a file.
  ///   - firstLine: the number of the first of them in the file, 1-based.
  ///   - firstPosition: the ordinal of the first record among those of the file, 1-based.
  /// - Returns: the records and rejects, numbered together.
  package func readLines(
    _ chunk: Span<UInt8>, firstLine: Int, firstPosition: Int
  ) -> RecordBatch {
    var batch = emptyBatch
    var parser = JSONRecordParser(tree)
    var position = firstPosition
    var line = firstLine
    var start = 0
    while start < chunk.count {
      let end = Self.lineEnd(chunk, from: start)
      let text = chunk.extracting(start..<end)
      if !Self.isBlank(text) {
        do throws(JSONError) {
          var scanner = JSONScanner(text)
          try parser.read(&scanner, into: &batch, position: position, isWhole: true)
        } catch {
          batch.append(
            reject: RejectedRow(
              position: position, line: line, column: nil,
              reason: "column \(error.column): \(error.reason)", raw: Self.raw(text)))
        }
        position += 1
      }
      line += 1
      start = end + 1
    }
    return batch
  }

  /// Counts the lines of a chunk, and those that are not blank: records and rejects together.
  package static func countLines(in chunk: Span<UInt8>) -> (lines: Int, records: Int) {
    var lines = 0
    var records = 0
    var start = 0
    while start < chunk.count {
      let end = lineEnd(chunk, from: start)
      lines += 1
      if !isBlank(chunk.extracting(start..<end)) { records += 1 }
      start = end + 1
    }
    return (lines, records)
  }

  var emptyBatch: RecordBatch { RecordBatch(width: width) }
}

extension JSONRecordReader {
  /// The bytes of a rejected row that are kept: never a part of a character.
  static func raw(_ row: Span<UInt8>) -> [UInt8] {
    var end = row.count
    if end > 0, row[end - 1] == 0x0d { end -= 1 }
    guard end > rawLimit else { return row.extracting(0..<end).array }
    end = rawLimit
    while end > rawLimit - 4, row[end] & 0xc0 == 0x80 { end -= 1 }
    return row.extracting(0..<end).array
  }

  private static func isBlank(_ line: Span<UInt8>) -> Bool {
    for i in line.indices {
      switch line[i] {
      case 0x20, 0x09, 0x0d: continue
      default: return false
      }
    }
    return true
  }

  /// The place of the next line feed; the end of the chunk where there is none.
  private static func lineEnd(_ chunk: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var i = start
    while i + 8 <= chunk.count {
      let word =
        chunk.word(at: i).littleEndian
        ^ ones &* 0x0a
      // The lowest bit set is always right: a byte borrows only from those above it.
      let found = (word &- ones) & ~word & (ones &* 0x80)
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < chunk.count, chunk[i] != 0x0a { i += 1 }
    return i
  }
}
