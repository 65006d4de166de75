import Bytes
import Ingestion
import Normalization
import Tabular
import TakedownModel

/// Reads all inputs as a run would, writes nothing, and notes everything that is wrong.
struct CheckRun {
  private(set) var report: CheckReport
  private let pipeline: Pipeline
  private let stage: Normalize
  private var deduplicator = Deduplicator()
  private var unmapped: [NormalizedBatch.Unmapped: Int] = [:]
  private var files = 0
  private var rows = 0
  private var records = 0
  private var rejects = 0
  private var notCounted = 0

  /// `limit` findings of one code are kept for a file.
  init(_ pipeline: Pipeline, keeping limit: Int) throws {
    self.pipeline = pipeline
    stage = Normalize(settings: try pipeline.normalizeSettings(), hasher: KeyHasher())
    report = CheckReport(keeping: limit)
  }

  mutating func run() async throws {
    for (number, register) in pipeline.file.published.enumerated() {
      do {
        let bytes = try pipeline.publishedBytes(register, number)
        _ = try pipeline.publishedFigures(bytes, path: register.path)
      } catch let error as PipelineError {
        report.append(unreadable: pipeline.name, error.description)
      }
    }
    for (number, source) in pipeline.file.sources.enumerated() {
      do {
        try await check(source, number)
      } catch let error as PipelineError {
        report.append(unreadable: pipeline.name, error.description)
      }
    }
    try noteUnmapped()
    let sums = deduplicator.bySource.values
    report.summary =
      [
        "rows \(rows), files \(files): records \(records), rejects \(rejects)",
        """
        records \(records): counted \(sums.reduce(0) { $0 + $1.counted }), duplicates \
        \(sums.reduce(0) { $0 + $1.duplicates }), not counted \(notCounted)
        """,
      ] + report.counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  }

  private mutating func check(_ source: SourceSettings, _ number: Int) async throws {
    var filled: Set<RecordField> = []
    let before = records
    for path in try pipeline.files(of: source, keyPath: "sources[\(number)].path") {
      files += 1
      do {
        filled.formUnion(try await check(path, SourceLayout(source)))
      } catch let error as IngestError {
        report.append(unreadable: error.file, error.reason)
      }
    }
    try pipeline.checkFilled(source, number, filled, records: records - before)
  }

  /// The columns that the file fills.
  private mutating func check(
    _ path: String, _ layout: SourceLayout
  ) async throws -> Set<RecordField> {
    let stage = stage
    var file = try FileIngest(
      layout: layout, file: path, source: FileSource(path: pipeline.resolve(path)))
    let ingest = file.ingest
    var filled: Set<RecordField> = []
    try await concurrentMap(
      jobs: pipeline.jobs, next: { try file.next() },
      transform: { work in
        let batch = ingest(work)
        return (batch, try Self.normalized(batch, by: stage))
      }
    ) { ingested, normalized in
      filled.formUnion(ingested.filled)
      try note(ingested, normalized)
    }
    return filled
  }

  private mutating func note(_ ingested: IngestedBatch, _ normalized: [NormalizedBatch]) throws {
    rows += ingested.rowCount
    records += ingested.recordCount
    rejects += ingested.rejectCount
    for row in try Self.rows(ingested.rejects, StageColumns.rejects) {
      report.append(
        Finding(
          file: row[1], line: Int(row[3]), record: Int(row[2]), column: row[4],
          severity: .error, code: "rejected-row", message: row[5]))
    }
    let excluding = Set(NotCounted.allCases.map(\.rawValue))
    for batch in normalized {
      var kept: [UInt8] = []
      var repeated: [UInt8] = []
      deduplicator.add(batch, takedowns: &kept, duplicates: &repeated)
      notCounted += batch.notCounted.values.reduce(0, +)
      unmapped.merge(batch.unmapped, uniquingKeysWith: +)
      for row in try Self.rows(batch.issues, StageColumns.issues) {
        report.append(
          Finding(
            file: row[1], record: Int(row[2]), column: row[4],
            severity: excluding.contains(row[3]) ? .error : .warning, code: row[3],
            message: "'\(row[5].prefix(40))': \(row[6])"))
      }
    }
  }

  private mutating func noteUnmapped() throws {
    for row in UnmappedTable(unmapped, settings: stage.settings).table.rows {
      let names = row[4].split(separator: ";").map { "'\($0.drop { $0 == " " })'" }
      let near = names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
      let message =
        row[1].isEmpty
        ? "nothing says which one it is in \(row[2]) records; expected a name or an address"
        : """
        '\(row[1].prefix(40))' in \(row[2]) records is in no register of \(row[0])\(near); add it \
        to registers.\(row[0])
        """
      report.append(
        Finding(
          file: pipeline.name, severity: .warning, code: "unmapped-\(row[0])", message: message))
    }
  }

  private static func normalized(
    _ batch: IngestedBatch, by stage: Normalize
  ) throws -> [NormalizedBatch] {
    var chunker = CSVChunker(ArraySource(batch.records), dialect: .standard)
    var batches: [NormalizedBatch] = []
    while let chunk = try chunker.next() { batches.append(try stage.run(chunk)) }
    return batches
  }

  private static func rows(_ bytes: [UInt8], _ columns: [String]) throws -> [[String]] {
    guard !bytes.isEmpty else { return [] }
    var csv: [UInt8] = []
    csv.append(csvRow: columns)
    return try Table(csv: csv + bytes).rows
  }
}
