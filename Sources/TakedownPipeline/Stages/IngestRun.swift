import Bytes
import Digests
import Ingestion
import Tabular
import TakedownModel

/// Runs the stage `ingest`: from the sources' files to `1-ingest/`.
///
/// A file that an earlier run has read, with the same bytes and under the same rules, is not read
/// again: what it left is taken over.
struct IngestRun {
  let pipeline: Pipeline
  /// Where parts are taken from, the first that has one.
  var archives: [IngestArchive] = []

  private struct OwnFiles {
    var files: [(file: WrittenFile, sums: FileSums)] = []
    var inputs: [WrittenFile] = []
    var takenOver: [String] = []
  }

  func run(into folder: String) async throws -> StageReport {
    var outputs = try IngestOutputs(
      folder: folder, hasCounts: pipeline.file.sources.contains { $0.kind == .counts })
    var inputs: [WrittenFile] = []
    var sums = FileSums()
    var fileCount = 0
    var takenOver: [String] = []
    var bySource: [JSONValue.Member] = []
    for (number, source) in pipeline.file.sources.enumerated() {
      let own = try await read(source, number, &outputs)
      let ownSums = own.files.reduce(into: FileSums()) { $0.add($1.sums) }
      try pipeline.check(ownSums, of: source, number)
      inputs += own.inputs
      fileCount += own.files.count
      takenOver += own.takenOver
      sums.add(ownSums)
      bySource.append(.init(source.id, ownSums.summary(files: own.files.count, of: source)))
    }
    let published = try published(&inputs)
    var report = StageReport(stage: .ingest, outputs: try outputs.finish(published: published))
    report.inputs = inputs
    report.add(
      sums, files: fileCount, takenOver: takenOver.count, findings: outputs.findingCounts)
    report.counts.append(.init("by_source", .object(bySource)))
    report.details = takenOver.map { "\($0) as read before" }
    return report
  }

  /// Reads the files of a source, or takes over what they left before.
  private func read(
    _ source: SourceSettings, _ number: Int, _ outputs: inout IngestOutputs
  ) async throws -> OwnFiles {
    let keyPath = "sources[\(number)].path"
    let rules = pipeline.ingestRules(of: number)
    var own = OwnFiles()
    for file in try pipeline.files(of: source, keyPath: keyPath) {
      let places = pipeline.places(of: file.path)
      if let (part, archive) = try part(of: source, rules, places) {
        try outputs.take(part, from: archive, rules: rules)
        own.inputs += part.inputs
        own.takenOver += part.members.map(\.file.path)
        for member in part.members {
          own.files.append((member.file, member.sums))
          try pipeline.refuseRepetition(own.files, of: source)
        }
        continue
      }
      let place = outputs.place
      var files = SourceFiles(pipeline, path: file.path, members: file.members, keyPath: keyPath)
      var members: [IngestPart.Member] = []
      while let input = try files.next() {
        let member = try await read(input, source, &outputs)
        members.append(member)
        own.files.append((member.file, member.sums))
        try pipeline.refuseRepetition(own.files, of: source)
      }
      try outputs.write(files.findings, source: source.id)
      own.inputs += files.inputs
      // What a count became depends on the files before.
      guard source.kind == .records else { continue }
      try outputs.note(files.inputs, members, source: source.id, rules: rules, since: place)
    }
    return own
  }

  private func part(
    of source: SourceSettings, _ rules: String, _ files: [InputPlace]
  ) throws -> (IngestPart, IngestArchive)? {
    for archive in archives {
      if let part = try archive.part(of: source.id, rules: rules, files: files) {
        return (part, archive)
      }
    }
    return nil
  }

  private func read(
    _ input: InputFile, _ source: SourceSettings, _ outputs: inout IngestOutputs
  ) async throws -> IngestPart.Member {
    var reading = try SourceReading(source, input)
    var sums = FileSums()
    try await reading.read(jobs: pipeline.jobs) { batch in
      let repeated = try outputs.write(batch, source: source.id)
      sums.add(batch, repeatedCounts: repeated)
      Log.progress { "ingest: \(sums.rows) rows of \(input.path)" }
    }
    try pipeline.refuseUseless(input.path, sums)
    try outputs.write(reading.findings, unkept: reading.unkept, source: source.id)
    let file = try input.written()
    let row = outputs.append(file, source, reading, sums)
    return IngestPart.Member(file: file, sums: sums, row: row)
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

extension FileSums {
  /// What the files of a source became, as the record of a run has it.
  fileprivate func summary(files: Int, of source: SourceSettings) -> JSONValue {
    .object([
      "files": .integer(files), "rows": .integer(rows - leftOutCount),
      "records": .integer(records), "rejects": .integer(rejects), "counts": .integer(counts),
      "left_out": .integer(leftOutCount),
      "missing": source.allowsMissing && files == 0 ? true : nil,
    ])
  }
}

extension StageReport {
  /// Notes what became of the rows of all files.
  fileprivate mutating func add(
    _ sums: FileSums, files: Int, takenOver: Int, findings: [FindingCode: Int]
  ) {
    counts = [
      .init("files", .integer(files)), .init("files_taken_over", .integer(takenOver)),
      .init("rows", .integer(sums.rows)),
      .init("records", .integer(sums.records)), .init("rejects", .integer(sums.rejects)),
      .init("rejects_by_code", .counts(sums.rejectsByCode, by: \.name)),
      .init("counts", .integer(sums.counts)),
      .init("left_out", .counts(sums.leftOut, by: \.self)),
      .init("findings", .counts(findings, by: \.name)),
    ]
    summary = sums.summary(files: files)
    if takenOver > 0 { summary += "; \(takenOver) files as read before" }
  }
}
