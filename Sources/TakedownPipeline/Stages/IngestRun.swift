import Bytes
import Ingestion
import Tabular
import TakedownModel

/// Runs the stage `ingest`: from the sources' files to `1-ingest/`.
struct IngestRun {
  let pipeline: Pipeline

  /// What one file became.
  private struct FileSums {
    var input: WrittenFile
    var records = 0
    var rejects = 0
    var filled: Set<RecordField> = []
    var firstReject = ""

    var rows: Int { records + rejects }
  }

  func run(into folder: String) async throws -> StageReport {
    let outputs = try StageOutputs(folder: folder, stage: .ingest)
    let records = try outputs.table("records.csv", columns: StageColumns.records)
    let rejects = try outputs.table("rejects.csv", columns: StageColumns.rejects)
    var files = Table(columns: StageColumns.files)
    var all: [FileSums] = []

    for (number, source) in pipeline.file.sources.enumerated() {
      var own: [FileSums] = []
      for path in try pipeline.files(of: source, keyPath: "sources[\(number)].path") {
        let sums = try await read(path, SourceLayout(source), records, rejects)
        files.append([
          source.id, path, String(sums.input.byteCount), sums.input.sha256,
          source.format.rawValue, "UTF-8", String(sums.rows), String(sums.records),
          String(sums.rejects),
        ])
        if let same = own.first(where: { $0.input.sha256 == sums.input.sha256 && $0.rows > 0 }) {
          throw PipelineError.sameFile(source: source.id, first: same.input.path, second: path)
        }
        own.append(sums)
      }
      try pipeline.checkFilled(
        source, number, own.reduce(into: []) { $0.formUnion($1.filled) },
        records: own.reduce(0) { $0 + $1.records })
      all += own
    }
    var inputs = all.map(\.input)
    if let published = try published(&inputs) {
      try outputs.write(published.csv, to: "published.csv")
    }
    try outputs.write(files.csv, to: "files.csv")

    let (read, refused) = (
      all.reduce(0) { $0 + $1.records }, all.reduce(0) { $0 + $1.rejects }
    )
    var report = StageReport(stage: .ingest, outputs: outputs.finish())
    report.inputs = inputs
    report.counts = [
      .init("files", .integer(all.count)), .init("rows", .integer(read + refused)),
      .init("records", .integer(read)), .init("rejects", .integer(refused)),
    ]
    report.summary =
      "rows \(read + refused), files \(all.count): records \(read), rejects \(refused)"
    return report
  }

  private func read(
    _ path: String, _ layout: SourceLayout, _ records: OutputFile, _ rejects: OutputFile
  ) async throws -> FileSums {
    let input = try FileSource(path: pipeline.resolve(path))
    var file = try FileIngest(layout: layout, file: path, source: input)
    let ingest = file.ingest
    var sums = FileSums(input: WrittenFile(path: path, byteCount: 0, sha256: ""))
    try await concurrentMap(
      jobs: pipeline.jobs, next: { try file.next() }, transform: { ingest($0) }
    ) { batch in
      try records.write(batch.records.span)
      try rejects.write(batch.rejects.span)
      sums.records += batch.recordCount
      sums.rejects += batch.rejectCount
      sums.filled.formUnion(batch.filled)
      if sums.firstReject.isEmpty { sums.firstReject = batch.firstReject }
    }
    guard file.rowCount == sums.rows else {
      throw PipelineError.unbalanced(
        "\(path): \(file.rowCount) rows, \(sums.records) records, \(sums.rejects) rejects")
    }
    guard sums.records > 0 || sums.rejects == 0 else {
      throw PipelineError.uselessFile(file: path, rows: sums.rows, reason: sums.firstReject)
    }
    sums.input = WrittenFile(path: path, byteCount: input.byteCount, sha256: input.finish())
    return sums
  }

  /// The published figures of all registers as one table; nil when there is none.
  private func published(_ inputs: inout [WrittenFile]) throws -> Table? {
    var all: Table?
    for (number, register) in pipeline.file.published.enumerated() {
      let path = register.path
      let bytes = try pipeline.publishedBytes(register, number)
      inputs.append(
        WrittenFile(path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes)))
      let table = try pipeline.publishedFigures(bytes, path: path)
      var merged = all ?? Table(columns: table.columns)
      for row in table.rows { merged.append(row) }
      all = merged
    }
    return all
  }
}
