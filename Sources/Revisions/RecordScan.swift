package import Bytes
package import Tabular
import TakedownModel

/// What each file of a run's `records.csv` holds, in memory bounded by the files.
///
/// Two scans compare only under the same hasher.
package struct RecordScan: Sendable {
  /// One file of a source.
  package struct File: Hashable, Sendable {
    package let source: String
    package let path: String
    package private(set) var records = 0
    /// The sum of the hashes of all records, whatever their order.
    private(set) var contents = KeyHash(high: 0, low: 0)

    package init(source: String, path: String) {
      self.source = source
      self.path = path
    }

    mutating func add(_ content: KeyHash) {
      records += 1
      contents = KeyHash(high: contents.high &+ content.high, low: contents.low &+ content.low)
    }

    /// Whether both hold the same records, in any order.
    func hasRecords(of other: File) -> Bool {
      records == other.records && contents == other.contents
    }
  }

  /// The files that have records, in the order of their first one.
  package private(set) var files: [File] = []
  private var origins = SpellingTable()
  private let hasher: KeyHasher

  package init(hasher: KeyHasher) {
    self.hasher = hasher
  }

  /// Takes in the records of a chunk of `records.csv`, the header row taken away.
  package mutating func add(_ chunk: CSVChunk) {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    while cursor.next(text) {
      guard let row = RecordRow(cursor) else { continue }
      let number = origins.insert(text.extracting(row.origin))
      if number == files.count {
        files.append(File(source: row.cell(0, of: text), path: row.cell(1, of: text)))
      }
      files[number].add(hasher.hash(text.extracting(row.content)))
    }
  }

  /// The number of the file that a record is of; nil where the scan knows none such.
  func number(of row: RecordRow, in text: Span<UInt8>) -> Int? {
    origins.number(of: text.extracting(row.origin))
  }
}
