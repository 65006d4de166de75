import Bytes
import Normalization
import Tabular
import TakedownModel

/// Runs the stage `normalize`: from `1-ingest/` to `2-normalize/`.
struct NormalizeRun {
  let pipeline: Pipeline
  /// Whether a file without one usable record ends the run, as it must where figures are published.
  var refusesUselessFiles = true

  func run(_ ingested: String, into folder: String) async throws -> StageReport {
    let records = ingested + "/records.csv"
    let settings = try pipeline.normalizeSettings()
    var stage = Normalize(settings: settings, hasher: KeyHasher())
    let survey = try await survey(of: records, stage)
    if let survey { stage = survey.stageAfterwards }
    let informed = stage
    var input = try StageFile(records, columns: StageColumns.records)
    let outputs = try StageOutputs(folder: folder, stage: .normalize)
    let takedowns = try outputs.table("takedowns.csv", columns: StageColumns.takedowns)
    let duplicates = try outputs.table("duplicates.csv", columns: StageColumns.duplicates)
    let issues = try outputs.table("issues.csv", columns: StageColumns.issues)

    var deduplicator = Deduplicator()
    var recordCount = 0
    var notCounted: [NotCounted: Int] = [:]
    var notCountedBySource: [String: Int] = [:]
    var faultyBySource: [String: Int] = [:]
    var issueCounts: [String: Int] = [:]
    var dateHints = DateHints()
    var links = AccountLinks()
    var unmapped: [NormalizedBatch.Unmapped: Int] = [:]
    try await concurrentMap(
      jobs: pipeline.jobs, next: { try input.next() }, transform: { try informed.run($0) }
    ) { batch in
      var rows: [UInt8] = []
      var repeated: [UInt8] = []
      rows.reserveCapacity(batch.rows.count)
      deduplicator.add(batch, takedowns: &rows, duplicates: &repeated)
      try takedowns.write(rows.span)
      try duplicates.write(repeated.span)
      try issues.write(batch.issues.span)
      recordCount += batch.recordCount
      Log.progress { "normalize: \(recordCount) records" }
      notCounted.merge(batch.notCounted, uniquingKeysWith: +)
      notCountedBySource.merge(batch.notCountedBySource, uniquingKeysWith: +)
      faultyBySource.merge(batch.faultyBySource, uniquingKeysWith: +)
      issueCounts.merge(batch.issueCounts, uniquingKeysWith: +)
      dateHints.merge(batch.dateHints)
      links.merge(batch.links)
      unmapped.merge(batch.unmapped, uniquingKeysWith: +)
    }

    for file in deduplicator.byFile
    where refusesUselessFiles && file.usable == 0 && file.unusable > 0 {
      let cells = try Table(csv: Array("source,file,\n\(file.origin)\n".utf8)).rows[0]
      let hint = dateHints.hints.first { $0.source == cells[0] && $0.file == cells[1] }
      throw PipelineError.uselessFile(
        file: cells[1], rows: file.unusable,
        reason: file.reason + (hint.map { "; " + $0.message } ?? ""))
    }

    var accounting = Table(
      columns: ["source", "records", "counted", "duplicates", "not_counted"])
    var sums = Deduplicator.Added()
    var bySource: [JSONValue.Member] = []
    let unmappedPlatforms = unmapped.filter { $0.key.register == "platforms" }
    for source in pipeline.file.sources where source.kind == .records {
      let added = deduplicator.bySource[source.id] ?? .init()
      let left = notCountedBySource[source.id] ?? 0
      sums.counted += added.counted
      sums.duplicates += added.duplicates
      accounting.append([
        source.id, String(added.counted + added.duplicates + left), String(added.counted),
        String(added.duplicates), String(left),
      ])
      let unknown = unmappedPlatforms.reduce(0) {
        $1.key.source == source.id ? $0 + $1.value : $0
      }
      bySource.append(
        .init(
          source.id,
          .object([
            "records": .integer(added.counted + added.duplicates + left),
            "counted": .integer(added.counted), "duplicates": .integer(added.duplicates),
            "not_counted": .integer(left),
            "not_counted_for_a_fault": .integer(faultyBySource[source.id] ?? 0),
            "unmapped_platform": .integer(unknown),
            "last_day": added.lastDay.map { .string($0.description) } ?? .null,
          ])))
    }
    let left = notCounted.values.reduce(0, +)
    guard recordCount == sums.counted + sums.duplicates + left else {
      throw PipelineError.unbalanced(
        """
        \(recordCount) records, \(sums.counted) counted, \(sums.duplicates) duplicates, \(left) not \
        counted
        """)
    }
    var reasons = Table(columns: ["reason", "records"])
    for reason in NotCounted.allCases {
      reasons.append([reason.rawValue, String(notCounted[reason] ?? 0)])
    }
    try outputs.write(accounting.csv, to: "accounting.csv")
    try outputs.write(reasons.csv, to: "not-counted.csv")
    try outputs.write(links.accounts().csv, to: "accounts.csv")
    try outputs.write(links.links().csv, to: "links.csv")
    if let evidence = survey?.dates { try outputs.write(evidence.table.csv, to: "date-orders.csv") }
    try outputs.write(
      UnmappedTable(unmapped, settings: settings).table.csv, to: "unmapped.csv")

    var report = StageReport(stage: .normalize, outputs: outputs.finish())
    report.counts = [
      .init("records", .integer(recordCount)), .init("counted", .integer(sums.counted)),
      .init("duplicates", .integer(sums.duplicates)), .init("not_counted", .integer(left)),
      .init(
        "not_counted_by_reason",
        .object(
          NotCounted.allCases.map { .init($0.rawValue, .integer(notCounted[$0] ?? 0)) })),
      .init(
        "issues",
        .object(
          issueCounts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })),
      .init("by_source", .object(bySource)),
    ]
    report.summary = """
      records \(recordCount): counted \(sums.counted), duplicates \(sums.duplicates), not counted \
      \(left)
      """
    return report
  }

  /// What all records say together, in a reading of its own; nil, without one, where nothing need be
  /// known of all.
  ///
  /// - Throws: `PipelineError` where a column does not decide its order of day and month.
  private func survey(of records: String, _ stage: Normalize) async throws -> RecordSurvey? {
    guard let none = RecordSurvey(stage) else { return nil }
    var input = try StageFile(records, columns: StageColumns.records)
    var survey = none
    try await concurrentMap(
      jobs: pipeline.jobs, next: { try input.next() }, transform: { try none.gathered(from: $0) }
    ) {
      survey.merge($0)
    }
    let errors = survey.dates?.errors ?? []
    guard errors.isEmpty else { throw PipelineError.dateOrder(errors) }
    return survey
  }
}
