import Ingestion
import Tabular
import TakedownModel

/// What the rows of one file became, or of several files together.
struct FileSums {
  private(set) var records = 0
  private(set) var rejects = 0
  private(set) var rejectsByCode: [FindingCode: Int] = [:]
  private(set) var counts = 0
  /// Rows that the source leaves out by its own declaration, and blank ones, by the reason.
  private(set) var leftOut: [String: Int] = [:]
  /// Columns that are not empty in at least one record, or row of counts.
  private(set) var filled: Set<RecordField> = []
  private(set) var filledCounts: Set<CountField> = []
  private(set) var firstReject = ""

  init() {}

  var leftOutCount: Int { leftOut.values.reduce(0, +) }
  var rows: Int { records + rejects + counts + leftOutCount }

  /// Adds a part of the file; `repeated` of its counts are in the stage already.
  mutating func add(_ batch: FileBatch, repeatedCounts repeated: Int = 0) {
    records += batch.ingested.recordCount
    rejects += batch.ingested.rejectCount
    rejectsByCode.merge(batch.ingested.rejectCounts, uniquingKeysWith: +)
    counts += batch.counts.count - repeated
    leftOut.merge(batch.leftOut, uniquingKeysWith: +)
    if repeated > 0 { leftOut["repeats a count", default: 0] += repeated }
    filled.formUnion(batch.ingested.filled)
    filledCounts.formUnion(batch.filledCounts)
    if firstReject.isEmpty { firstReject = batch.ingested.firstReject }
  }

  mutating func add(_ other: FileSums) {
    records += other.records
    rejects += other.rejects
    rejectsByCode.merge(other.rejectsByCode, uniquingKeysWith: +)
    counts += other.counts
    leftOut.merge(other.leftOut, uniquingKeysWith: +)
    filled.formUnion(other.filled)
    filledCounts.formUnion(other.filledCounts)
  }

  /// One line on what became of the rows of so many files.
  func summary(files: Int) -> String {
    "rows \(rows), files \(files): records \(records), rejects \(rejects)"
      + (counts > 0 ? ", counts \(counts)" : "")
      + (leftOutCount > 0 ? ", left out \(leftOutCount)" : "")
  }
}

extension FileSums {
  /// As a later run reads it again; sums of counts are never kept.
  var json: JSONValue {
    .object([
      "records": .integer(records), "rejects": .integer(rejects),
      "rejects_by_code": .counts(rejectsByCode, by: \.name),
      "left_out": .counts(leftOut, by: \.self),
      "filled": .array(
        RecordField.allCases.filter(filled.contains).map { .string($0.rawValue) }),
      "first_reject": .string(firstReject),
    ])
  }

  /// Sums as `json` has them; nil for anything else.
  init?(_ json: JSONValue) {
    guard let records = json["records"]?.integer, let rejects = json["rejects"]?.integer,
      let rejectsByCode = json["rejects_by_code"]?.counts(by: FindingCode.named),
      let leftOut = json["left_out"]?.counts(by: { $0 }),
      let firstReject = json["first_reject"]?.string
    else { return nil }
    self.records = records
    self.rejects = rejects
    self.rejectsByCode = rejectsByCode
    self.leftOut = leftOut
    self.firstReject = firstReject
    filled = Set(
      (json["filled"]?.elements ?? []).compactMap { RecordField(rawValue: $0.string ?? "") })
  }
}
