import Bytes
import Ingestion
import Tabular
import TakedownModel

/// The files that `ingest` writes, row by row as the sources are read.
struct IngestOutputs {
  private let outputs: StageOutputs
  let records: OutputFile
  let rejects: OutputFile
  let findings: OutputFile
  /// Only where a source has counts.
  private let counts: OutputFile?
  private var ledger = CountsLedger()
  var files = Table(columns: StageColumns.files)
  /// How many findings there are of each code, those that are not kept included.
  var findingCounts: [FindingCode: Int] = [:]
  /// Of one file, how many findings of each code are kept.
  private var kept: [FindingCode: Int] = [:]
  private static let findingLimit = 100
  /// One line for each file on disk, as it is finished.
  let parts: OutputFile
  static let partsName = "parts.ndjson"

  init(folder: String, hasCounts: Bool) throws {
    outputs = try StageOutputs(folder: folder, stage: .ingest)
    records = try outputs.table("records.csv", columns: StageColumns.records)
    rejects = try outputs.table("rejects.csv", columns: StageColumns.rejects)
    findings = try outputs.table("findings.csv", columns: StageColumns.findings)
    parts = try outputs.open(Self.partsName)
    counts = hasCounts ? try outputs.table("counts.csv", columns: StageColumns.counts) : nil
  }

  /// Writes a part of a file.
  ///
  /// - Returns: how many of its counts were there already.
  mutating func write(_ batch: FileBatch, source: String) throws -> Int {
    try records.write(batch.ingested.records.span)
    try rejects.write(batch.ingested.rejects.span)
    for finding in batch.ingested.findings { try keep(finding, source: source) }
    findingCounts.merge(batch.ingested.findingCounts, uniquingKeysWith: +)
    var csv: [UInt8] = []
    var repeated = 0
    for row in batch.counts {
      if try ledger.add(row) {
        csv.append(csvRow: row.cells)
      } else {
        repeated += 1
      }
    }
    try counts?.write(csv.span)
    return repeated
  }

  /// Writes what is to be said of a whole file, or of a container, and counts what is not kept.
  mutating func write(
    _ findings: [Finding], unkept: [FindingCode: Int] = [:], source: String
  ) throws {
    findingCounts.merge(unkept, uniquingKeysWith: +)
    for finding in findings {
      findingCounts[finding.code, default: 0] += 1
      try keep(finding, source: source)
    }
  }

  /// Notes a file that has been read.
  ///
  /// - Returns: its row in `files.csv`.
  mutating func append(
    _ file: WrittenFile, _ source: SourceSettings, _ reading: SourceReading, _ sums: FileSums
  ) -> [String] {
    kept = [:]
    let declared = source.format == .csv ? CSVDeclaration(source).description : ""
    let row = [
      source.id, file.path, String(file.byteCount), file.sha256, source.format.rawValue,
      reading.encoding, source.encoding ?? "", reading.dialect, declared, String(sums.rows),
      String(sums.records), String(sums.rejects), String(sums.counts), String(sums.leftOutCount),
    ]
    files.append(row)
    return row
  }

  /// Ends all files; `published` is the table of published figures.
  mutating func finish(published: Table?) throws -> [WrittenFile] {
    if let published { try outputs.write(published.csv, to: "published.csv") }
    try outputs.write(files.csv, to: "files.csv")
    return outputs.finish()
  }

  private mutating func keep(_ finding: Finding, source: String) throws {
    let count = kept[finding.code, default: 0]
    guard count < Self.findingLimit else { return }
    kept[finding.code] = count + 1
    var row: [UInt8] = []
    row.append(
      csvRow: [
        source, finding.file, finding.line.map { String($0) } ?? "",
        finding.record.map { String($0) } ?? "", finding.column ?? "", finding.severity.rawValue,
        finding.code.name, finding.message,
      ])
    try findings.write(row.span)
  }
}
