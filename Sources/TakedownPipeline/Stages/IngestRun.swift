import Bytes
import Ingestion
import Tabular
import TakedownModel

/// Runs the stage `ingest`: from the sources' files to `1-ingest/`.
struct IngestRun {
  let pipeline: Pipeline

  func run(into folder: String) async throws -> StageReport {
    let outputs = try StageOutputs(folder: folder, stage: .ingest)
    let records = try outputs.table("records.csv", columns: StageColumns.records)
    let rejects = try outputs.table("rejects.csv", columns: StageColumns.rejects)
    var files = Table(columns: StageColumns.files)
    var inputs: [WrittenFile] = []
    var totals = (rows: 0, records: 0, rejects: 0)

    for (number, source) in pipeline.file.sources.enumerated() {
      let layout = SourceLayout(source)
      for path in try pipeline.files(of: source, keyPath: "sources[\(number)].path") {
        let input = try FileSource(path: pipeline.resolve(path))
        var (recordCount, rejectCount) = (0, 0)
        do {
          var file = try FileIngest(layout: layout, file: path, source: input)
          let ingest = file.ingest
          try await concurrentMap(
            jobs: pipeline.jobs, next: { try file.next() }, transform: { ingest($0) }
          ) { batch in
            try records.write(batch.records.span)
            try rejects.write(batch.rejects.span)
            recordCount += batch.recordCount
            rejectCount += batch.rejectCount
          }
          guard file.rowCount == recordCount + rejectCount else {
            throw PipelineError.unbalanced(
              "\(path): \(file.rowCount) rows, \(recordCount) records, \(rejectCount) rejects")
          }
        }
        let written = WrittenFile(
          path: path, byteCount: input.byteCount, sha256: input.finish())
        inputs.append(written)
        files.append([
          source.id, path, String(written.byteCount), written.sha256, source.format.rawValue,
          "UTF-8", String(recordCount + rejectCount), String(recordCount), String(rejectCount),
        ])
        totals.rows += recordCount + rejectCount
        totals.records += recordCount
        totals.rejects += rejectCount
      }
    }
    if let published = try published(&inputs) {
      try outputs.write(published.csv, to: "published.csv")
    }
    try outputs.write(files.csv, to: "files.csv")

    var report = StageReport(stage: .ingest, outputs: outputs.finish())
    report.inputs = inputs
    report.counts = [
      .init("files", .integer(files.rows.count)), .init("rows", .integer(totals.rows)),
      .init("records", .integer(totals.records)), .init("rejects", .integer(totals.rejects)),
    ]
    report.summary = """
      \(totals.rows) rows of \(files.rows.count) files: \(totals.records) records, \
      \(totals.rejects) rejects
      """
    return report
  }

  /// The published figures of all registers as one table; nil when there is none.
  private func published(_ inputs: inout [WrittenFile]) throws -> Table? {
    var all: Table?
    for (number, register) in pipeline.file.published.enumerated() {
      let path = register.path
      guard Folders.isRegularFile(pipeline.resolve(path)) else {
        throw PipelineError.noFiles(keyPath: "published[\(number)].path", pattern: path)
      }
      let bytes = try Folders.read(pipeline.resolve(path))
      inputs.append(
        WrittenFile(path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes)))
      do {
        let table = try Table(csv: bytes)
        guard table.columns == PublishedColumns.all else {
          throw PipelineError.malformed(
            file: path,
            reason: """
              line 1: the columns are \(table.columns.joined(separator: ",")); expected \
              \(PublishedColumns.all.joined(separator: ","))
              """)
        }
        var merged = all ?? Table(columns: table.columns)
        for row in table.rows { merged.append(row) }
        all = merged
      } catch let error as TableError {
        throw PipelineError.malformed(file: path, reason: error.description)
      }
    }
    return all
  }
}

/// The columns of a register of published figures.
private enum PublishedColumns {
  static let all = [
    "figure_id", "publisher", "published_on", "agency", "measure", "counts", "period_start",
    "period_end", "qualifier", "value", "change_stated", "change_base", "source_title",
    "source_url",
  ]
}
