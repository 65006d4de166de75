import Bytes
package import Tabular

extension JSONRecordReader {
  /// Reads the records of a JSON document; see the version with a callback.
  package func readDocument(
    _ document: Span<UInt8>, recordsAt pointer: JSONPointer?
  ) throws(JSONError) -> [RecordBatch] {
    var batches: [RecordBatch] = []
    try readDocument(document, recordsAt: pointer) { batches.append($0) }
    return batches
  }

  /// Reads the records of a JSON document, which must be well-formed to its end.
  ///
  /// An element of the list that is not an object is a reject, and so is one that has a key twice.
  /// A field's pointer that begins with `../` is followed from the object around the list, with
  /// `../../` from the one around that: for records at `/days/*/records`, `../date` is the date of
  /// the day and `../../agency` a member of the document itself.
  ///
  /// - Parameters:
  ///   - document: the whole text, with or without a byte order mark.
  ///   - pointer: where the list of records is; nil when the document is the list. A segment `*` at
  ///     an array stands for each of its elements; an element without the rest of the pointer has
  ///     no records.
  ///   - firstLine: the line of the file on which the document begins.
  ///   - firstPosition: the ordinal of its first record in the file.
  ///   - batchSize: records and rejects of a batch; the last has fewer.
  ///   - take: is given each batch, none when there are no records, and none before the whole
  ///     document was found to be right.
  /// - Throws: `JSONError` for a document that is ill-formed or has no list there.
  package func readDocument(
    _ document: Span<UInt8>, recordsAt pointer: JSONPointer?, firstLine: Int = 1,
    firstPosition: Int = 1, batchSize: Int = 4096, _ take: (RecordBatch) -> Void
  ) throws(JSONError) {
    var finder = JSONListFinder(pointer: pointer, outward: tree.outward.map(\.pointer))
    let lists = try finder.lists(in: document)
    var parser = JSONRecordParser(tree)
    var batch = emptyBatch
    var position = firstPosition
    var place = JSONPlace()
    for list in lists {
      parser.outwardTexts = list.outwardTexts
      var scanner = JSONScanner(document, from: list.start)
      try scanner.open()
      while try scanner.nextElement() {
        _ = scanner.peek()
        let start = scanner.offset
        let rest = document.extracting(start..<list.end)
        do throws(JSONError) {
          // Places are counted from the record, so that a reject costs no more than its own text.
          let length = try parser.read(
            rest, from: 0, isUTF8: false, isWhole: false, into: &batch, position: position)
          scanner.skip(to: start + length)
        } catch {
          let end = try scanner.skipValue().end
          place.move(to: start, in: document)
          let line = firstLine + place.line - 1
          let fault = JSONError(
            line: line + error.line - 1,
            column: error.line == 1 ? place.column + error.column - 1 : error.column,
            offset: error.offset, kind: error.kind, reason: error.reason)
          let text = document.extracting(start..<end)
          batch.append(
            reject: RejectedRow(
              position: position, line: line,
              column: Self.column(ofFaultAt: error.offset, in: text), kind: error.rejectKind,
              reason: Self.reason(fault, recordLine: line), raw: Self.raw(text)))
        }
        position += 1
        if batch.count + batch.rejects.count >= batchSize {
          take(batch)
          batch = emptyBatch
        }
      }
    }
    if batch.count + batch.rejects.count > 0 { take(batch) }
  }
}

/// Line and column of places that are asked for in ascending order.
private struct JSONPlace {
  private var offset = 0
  private var lineStart = 0
  private(set) var line = 1

  var column: Int { offset - lineStart + 1 }

  mutating func move(to offset: Int, in text: Span<UInt8>) {
    for i in self.offset..<max(self.offset, offset) where text[i] == 0x0a {
      line += 1
      lineStart = i + 1
    }
    self.offset = offset
  }
}
