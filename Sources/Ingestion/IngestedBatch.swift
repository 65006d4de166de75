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
  /// Rows that hold nothing but delimiters and white space: neither records nor rejects.
  package internal(set) var blankCount = 0
  /// The columns that are not empty in at least one record; of a CSV file all, since its header was
  /// matched.
  package internal(set) var filled: Set<RecordField> = []
  /// The line of the header of the second table of a CSV file in which the part ends; nil where it
  /// ends in the first.
  package internal(set) var otherHeaderLine: Int?
  /// What is odd about rows that are records all the same; of each code the first few.
  package private(set) var findings: [Finding] = []
  /// How many findings there are of each code, those that are not kept included.
  package private(set) var findingCounts: [FindingCode: Int] = [:]

  /// How many rows of the file the batch accounts for, blank ones included.
  package var rowCount: Int { recordCount + rejectCount + blankCount }

  /// Why the first reject is one; empty when there is none.
  package private(set) var firstReject = ""

  /// Findings of one code that are kept.
  package static let findingLimit = 100

  /// How many rejects there are of each code.
  package private(set) var rejectCounts: [FindingCode: Int] = [:]

  /// Adds a row that could not become a record; its raw text is kept up to 4 KiB; `encoding`
  /// is what the file was in before it was UTF-8.
  mutating func append(
    _ reject: RejectedRow, source: String, file: String, encoding: String = "UTF-8"
  ) {
    let code = reject.kind.code(encoding: encoding)
    rejects.append(
      csvRow: [
        source, file, String(reject.position), reject.line > 0 ? String(reject.line) : "",
        reject.column ?? "", code.name, reject.reason,
        String(decoding: reject.raw.prefix(4096), as: UTF8.self),
      ])
    if rejectCount == 0 { firstReject = reject.reason }
    rejectCount += 1
    rejectCounts[code, default: 0] += 1
  }

  /// Counts a finding; it is made only where it will be kept.
  mutating func note(_ code: FindingCode, _ finding: () -> Finding) {
    let count = findingCounts[code, default: 0]
    findingCounts[code] = count + 1
    if count < Self.findingLimit { findings.append(finding()) }
  }
}
