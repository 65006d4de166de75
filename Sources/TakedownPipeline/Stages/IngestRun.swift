import Bytes
import Digests
import Ingestion
import Tabular
import TakedownModel

/// Runs the stage `ingest`: from the sources' files to `1-ingest/`.
struct IngestRun {
  let pipeline: Pipeline

  func run(into folder: String) async throws -> StageReport {
    var outputs = try IngestOutputs(
      folder: folder, hasCounts: pipeline.file.sources.contains { $0.kind == .counts })
    var inputs: [WrittenFile] = []
    var sums = FileSums()
    var fileCount = 0
    for (number, source) in pipeline.file.sources.enumerated() {
      var files = try SourceFiles(pipeline, source, number: number)
      var own: [(file: WrittenFile, sums: FileSums)] = []
      while let input = try files.next() {
        own.append(try await read(input, source, &outputs))
        try pipeline.refuseRepetition(own, of: source)
      }
      try outputs.write(files.findings, source: source.id)
      let ownSums = own.reduce(into: FileSums()) { $0.add($1.sums) }
      try pipeline.check(ownSums, of: source, number)
      inputs += files.inputs
      fileCount += own.count
      sums.add(ownSums)
    }
    let published = try published(&inputs)
    var report = StageReport(stage: .ingest, outputs: try outputs.finish(published: published))
    report.inputs = inputs
    report.add(sums, files: fileCount, findings: outputs.findingCounts)
    return report
  }

  private func read(
    _ input: InputFile, _ source: SourceSettings, _ outputs: inout IngestOutputs
  ) async throws -> (file: WrittenFile, sums: FileSums) {
    var reading = try SourceReading(source, input)
    var sums = FileSums()
    try await reading.read(jobs: pipeline.jobs) { batch in
      let repeated = try outputs.write(batch, source: source.id)
      sums.add(batch, repeatedCounts: repeated)
    }
    try pipeline.refuseUseless(input.path, sums)
    try outputs.write(reading.findings, unkept: reading.unkept, source: source.id)
    let file = try input.written()
    outputs.append(file, source, reading, sums)
    return (file, sums)
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

extension StageReport {
  /// Notes what became of the rows of all files.
  fileprivate mutating func add(_ sums: FileSums, files: Int, findings: [FindingCode: Int]) {
    func object(_ counts: [(String, Int)]) -> JSONValue {
      .object(counts.sorted { $0.0 < $1.0 }.map { .init($0.0, .integer($0.1)) })
    }
    counts = [
      .init("files", .integer(files)), .init("rows", .integer(sums.rows)),
      .init("records", .integer(sums.records)), .init("rejects", .integer(sums.rejects)),
      .init("rejects_by_code", object(sums.rejectsByCode.map { ($0.key.name, $0.value) })),
      .init("counts", .integer(sums.counts)),
      .init("left_out", object(sums.leftOut.map { ($0.key, $0.value) })),
      .init("findings", object(findings.map { ($0.key.name, $0.value) })),
    ]
    summary = sums.summary(files: files)
  }
}
