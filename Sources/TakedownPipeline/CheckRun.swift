import Bytes
import Containers
import Ingestion
import Normalization
import Tabular
import TakedownModel

/// Reads all inputs as a run would, writes nothing, and notes everything that is wrong.
struct CheckRun {
  private(set) var report: CheckReport
  private let pipeline: Pipeline
  private var stage: Normalize
  private var dateHints = DateHints()
  private var deduplicator = Deduplicator()
  private var unmapped: [NormalizedBatch.Unmapped: Int] = [:]
  private var fileCount = 0
  private var sums = FileSums()
  private var notCounted = 0
  private var ledger = CountsLedger()

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
      } catch {
        try report.append(error, of: pipeline.name)
      }
    }
    do {
      try await surveyRecords()
    } catch {
      try report.append(error, of: pipeline.name)
    }
    for (number, source) in pipeline.file.sources.enumerated() {
      do {
        try await check(source, number)
      } catch {
        try report.append(error, of: pipeline.name)
      }
    }
    try noteUnmapped()
    for hint in dateHints.hints {
      report.append(
        Finding(
          file: hint.file, record: hint.position, column: hint.column, code: .dateForm,
          message: hint.message))
    }
    let bySource = deduplicator.bySource.values
    report.summary =
      pipeline.missingNotes + [
        sums.summary(files: fileCount),
        """
        records \(sums.records): counted \(bySource.reduce(0) { $0 + $1.counted }), duplicates \
        \(bySource.reduce(0) { $0 + $1.duplicates }), not counted \(notCounted)
        """,
      ] + report.counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
  }

  /// Has the records say what must be known of all of them; those of the sources that this concerns
  /// are read once for that alone, and what is wrong with them is found later.
  private mutating func surveyRecords() async throws {
    guard let none = RecordSurvey(stage) else { return }
    var survey = none
    for (number, source) in pipeline.file.sources.enumerated() where none.concerns(source.id) {
      var files = try SourceFiles(pipeline, source, number: number)
      while let input = Self.readable(&files) {
        do {
          try await Self.gather(input, source, none, into: &survey, jobs: pipeline.jobs)
        } catch {
          if error is ContainerError || error is FileError { files.skip() }
        }
      }
    }
    for error in survey.dates?.errors ?? [] {
      report.append(
        Finding(
          file: error.file, column: error.column, code: .dateOrder, message: error.description))
    }
    stage = survey.stageAfterwards
  }

  /// The next file that can be opened; nil after the last.
  private static func readable(_ files: inout SourceFiles) -> InputFile? {
    while true {
      do {
        return try files.next()
      } catch {
        files.skip()
      }
    }
  }

  private static func gather(
    _ input: InputFile, _ source: SourceSettings, _ none: RecordSurvey,
    into survey: inout RecordSurvey, jobs: Int
  ) async throws {
    var own = none
    var reading = try SourceReading(source, input)
    try await reading.read(jobs: jobs) { batch in
      var chunker = CSVChunker(ArraySource(batch.ingested.records), dialect: .standard)
      while let chunk = try chunker.next() { own.merge(try none.gathered(from: chunk)) }
    }
    survey.merge(own)
  }

  private mutating func check(_ source: SourceSettings, _ number: Int) async throws {
    var own: [(file: WrittenFile, sums: FileSums)] = []
    var files = try SourceFiles(pipeline, source, number: number)
    while let input = try next(of: &files) {
      fileCount += 1
      do {
        let sums = try await check(input, source)
        own.append((try input.written(), sums))
        try pipeline.refuseUseless(input.path, sums)
        try pipeline.refuseRepetition(own, of: source)
      } catch {
        // What is wrong with the container would be found again with its next member.
        if error is ContainerError || error is FileError { files.skip() }
        try report.append(error, of: pipeline.name)
      }
    }
    for finding in files.findings { report.append(finding) }
    let ownSums = own.reduce(into: FileSums()) { $0.add($1.sums) }
    sums.add(ownSums)
    try pipeline.check(ownSums, of: source, number)
  }

  /// The next file that can be opened; nil after the last.
  private mutating func next(of files: inout SourceFiles) throws -> InputFile? {
    while true {
      do {
        return try files.next()
      } catch {
        files.skip()
        try report.append(error, of: pipeline.name)
      }
    }
  }

  private mutating func check(
    _ input: InputFile, _ source: SourceSettings
  ) async throws -> FileSums {
    var reading = try SourceReading(source, input)
    var sums = FileSums()
    try await reading.read(jobs: pipeline.jobs) { batch in
      var repeated = 0
      for row in batch.counts where try !ledger.add(row) { repeated += 1 }
      sums.add(batch, repeatedCounts: repeated)
      try note(batch.ingested)
    }
    for finding in reading.findings { report.append(finding) }
    for (code, count) in reading.unkept { report.add(count, of: code) }
    return sums
  }

  private mutating func note(_ ingested: IngestedBatch) throws {
    for finding in ingested.findings { report.append(finding) }
    for (code, count) in ingested.findingCounts {
      report.add(count - ingested.findings.count { $0.code == code }, of: code)
    }
    for row in try Self.rows(ingested.rejects, StageColumns.rejects) {
      report.append(
        Finding(
          file: row[1], line: Int(row[3]), record: Int(row[2]), column: row[4],
          code: FindingCode.named(row[5]) ?? .rejectedRow, message: row[6]))
    }
    for batch in try Self.normalized(ingested, by: stage) {
      var kept: [UInt8] = []
      var repeated: [UInt8] = []
      deduplicator.add(batch, takedowns: &kept, duplicates: &repeated)
      notCounted += batch.notCounted.values.reduce(0, +)
      unmapped.merge(batch.unmapped, uniquingKeysWith: +)
      dateHints.merge(batch.dateHints)
      for row in try Self.rows(batch.issues, StageColumns.issues) {
        report.append(
          Finding(
            file: row[1], record: Int(row[2]), column: row[4],
            code: FindingCode.named(row[3]) ?? .rejectedRow,
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
          file: pipeline.name, code: FindingCode.named("unmapped-\(row[0])") ?? .unmappedCategory,
          message: message))
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
