import Bytes
import Tabular
package import TakedownModel

/// What one chunk of a file became: rows of `records.csv` and of `rejects.csv`.
package struct IngestedBatch: Sendable {
  /// Rows of `records.csv`, without the header.
  package internal(set) var records: [UInt8] = []
  /// Rows of `rejects.csv`, without the header.
  package internal(set) var rejects: [UInt8] = []
  package internal(set) var recordCount = 0
  package internal(set) var rejectCount = 0
  /// The columns that are not empty in at least one record; of a CSV file all, since its header was
  /// matched.
  package internal(set) var filled: Set<RecordField> = []

  /// How many rows of the file the batch accounts for.
  package var rowCount: Int { recordCount + rejectCount }

  /// Why the first reject is one; empty when there is none.
  package private(set) var firstReject = ""

  /// Adds a row that could not become a record; its raw text is kept up to 4 KiB.
  mutating func append(_ reject: RejectedRow, source: String, file: String) {
    rejects.append(
      csvRow: [
        source, file, String(reject.position), String(reject.line), reject.column ?? "",
        reject.reason, String(decoding: reject.raw.prefix(4096), as: UTF8.self),
      ])
    if rejectCount == 0 { firstReject = reject.reason }
    rejectCount += 1
  }
}
