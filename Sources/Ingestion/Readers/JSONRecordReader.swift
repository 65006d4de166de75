import Bytes
package import Tabular

/// Turns JSON, a record a line or a whole document, into records.
///
/// A batch has one column for each field and a last one, `other`: a JSON object with those members
/// of the record that hold anything no field took, each as it stands in the file, in its order;
/// empty when there is none. The text of a field is that of a string, the digits of a number as they
/// were written, `true` or `false`, or the JSON text of an array or object; null is empty.
package struct JSONRecordReader: Sendable {
  let tree: JSONFieldTree
  private let width: Int

  /// - Parameters:
  ///   - fields: for each column the pointers that may lead to it, from the record; the first value
  ///     that is neither null nor empty wins.
  ///   - hasListRecords: whether a record may be an array, as if it were an object whose keys are
  ///     the numbers of its elements.
  package init(fields: [[JSONPointer]], hasListRecords: Bool = false) {
    tree = JSONFieldTree(fields, hasListRecords: hasListRecords)
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
    batch.reserve(records: chunk.count / 200, bytes: chunk.count)
    var parser = JSONRecordParser(tree)
    let isUTF8 = chunk.firstInvalidUTF8 == nil
    var position = firstPosition
    var line = firstLine
    var start = 0
    while start < chunk.count {
      let end = chunk.firstIndex(of: 0x0a, from: start)
      let place = Self.firstPlace(chunk, start..<end)
      if place < end {
        let text = chunk.extracting(place..<end)
        do throws(JSONError) {
          guard text.count <= Self.recordLimit else {
            throw JSONError(
              at: 0, of: text, kind: .text(.tooLong), reason: Self.tooLong("line"))
          }
          _ = try parser.read(
            text, from: 0, isUTF8: isUTF8, isWhole: true, into: &batch, position: position)
        } catch {
          batch.append(
            reject: Self.reject(
              error, place - start, chunk.extracting(start..<end), position: position, line: line))
        }
        position += 1
      }
      line += 1
      start = end + 1
    }
    return batch
  }

  private static func reject(
    _ fault: JSONError, _ place: Int, _ row: Span<UInt8>, position: Int, line: Int
  ) -> RejectedRow {
    let text = row.extracting(place...)
    var reason = "column \(place + fault.column): \(fault.reason)"
    if fault.offset >= text.count {
      reason += ": a record ends with its line; where records go on, set 'format' to 'json'"
    }
    return RejectedRow(
      position: position, line: line, column: column(ofFaultAt: fault.offset, in: text),
      kind: fault.rejectKind, reason: reason, raw: raw(row))
  }

  /// Counts the lines of a chunk, and those that are not blank: records and rejects together.
  package static func countLines(in chunk: Span<UInt8>) -> (lines: Int, records: Int) {
    let cut = countLines(in: chunk, upTo: .max)
    return (cut.lines, cut.records)
  }

  /// Lines, those of them that are not blank, and the place after the last.
  struct LineCount {
    let lines: Int
    let records: Int
    let end: Int
  }

  /// Counts lines up to a number of them.
  static func countLines(
    in chunk: Span<UInt8>, upTo limit: Int
  ) -> LineCount {
    var lines = 0
    var records = 0
    var start = 0
    while start < chunk.count, lines < limit {
      let end = chunk.firstIndex(of: 0x0a, from: start)
      lines += 1
      if firstPlace(chunk, start..<end) < end { records += 1 }
      start = end + 1
    }
    return LineCount(lines: lines, records: records, end: min(start, chunk.count))
  }

  var emptyBatch: RecordBatch { RecordBatch(width: width) }
}

extension JSONRecordReader {
  /// Where the text of a line begins: after white space and the separator of RFC 7464.
  @inline(__always)
  private static func firstPlace(_ chunk: Span<UInt8>, _ line: Range<Int>) -> Int {
    var place = line.lowerBound
    while place < line.upperBound {
      switch chunk[place] {
      case 0x20, 0x09, 0x0d, 0x1e: place += 1
      default: return place
      }
    }
    return place
  }
}
