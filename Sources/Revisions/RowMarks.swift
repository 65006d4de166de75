package import Bytes
package import Tabular

/// The records of the files that are to be compared, as hashes, 40 bytes each.
package struct RowMarks: Sendable {
  struct Mark: Sendable {
    /// The number of the file in the scan.
    let file: Int32
    /// The number of its source.
    let source: Int32
    let position: Int
    let content: KeyHash
    /// The account as the log writes it; 0 where it names none.
    let account: UInt64
  }

  private(set) var marks: [Mark] = []
  private let scan: RecordScan
  private let isWanted: [Bool]
  private let sources: [Int32]
  private let hasher: KeyHasher
  private var key: [UInt8] = []

  /// - Parameters:
  ///   - scan: the scan of the run's records.
  ///   - states: what each file of the scan is; only those that are to be compared are taken.
  ///   - sourceIDs: the sources in an order that both runs' marks share.
  ///   - hasher: the one of the scan.
  package init(
    _ scan: RecordScan, states: [FilePairing.State], sourceIDs: [String], hasher: KeyHasher
  ) {
    self.scan = scan
    isWanted = states.map { $0 == .compared }
    sources = scan.files.map { file in
      Int32(truncatingIfNeeded: sourceIDs.firstIndex(of: file.source) ?? -1)
    }
    self.hasher = hasher
  }

  /// Takes in the records of a chunk of `records.csv`, the header row taken away.
  package mutating func add(_ chunk: CSVChunk) {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    while cursor.next(text) {
      guard let row = RecordRow(cursor), let file = scan.number(of: row, in: text), isWanted[file]
      else { continue }
      key.removeAll(keepingCapacity: true)
      row.appendAccount(of: text, to: &key)
      marks.append(
        Mark(
          file: Int32(truncatingIfNeeded: file), source: sources[file],
          position: row.position(in: text), content: hasher.hash(text.extracting(row.content)),
          account: key.isEmpty ? 0 : hasher.hash(key.span).low))
    }
  }
}
