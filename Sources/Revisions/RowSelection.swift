import Bytes
package import Tabular

/// Some of the records of a `records.csv`, in their order.
package struct RowSelection: Sendable {
  private let scan: RecordScan
  private let isWanted: [Bool]
  private let without: [RowDifference.Place]

  /// - Parameters:
  ///   - scan: the scan of that `records.csv`.
  ///   - files: whether a file of the scan is taken, by its number.
  ///   - without: records that are left out all the same, in order.
  package init(_ scan: RecordScan, files: [Bool], without: [RowDifference.Place] = []) {
    self.scan = scan
    isWanted = files
    self.without = without
  }

  /// Appends those records of a chunk that are selected, byte for byte.
  package func append(_ chunk: CSVChunk, to rows: inout [UInt8]) {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    while cursor.next(text) {
      guard let row = RecordRow(cursor), let file = scan.number(of: row, in: text), isWanted[file],
        !isLeftOut(
          RowDifference.Place(
            file: Int32(truncatingIfNeeded: file), position: row.position(in: text)))
      else { continue }
      rows.append(text.extracting(row.whole))
    }
  }

  private func isLeftOut(_ place: RowDifference.Place) -> Bool {
    var (low, high) = (0, without.count)
    while low < high {
      let middle = low + (high - low) / 2
      if without[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < without.count && without[low] == place
  }
}
