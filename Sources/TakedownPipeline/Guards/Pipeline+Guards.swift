import Foundation
import Tabular
import TakedownModel

// What holds a publication back.
extension Pipeline {
  /// Holds what a run counted against the guards of all sources.
  ///
  /// - Parameters:
  ///   - section: what the record of the run says of a stage.
  ///   - recorded: the guards as the record has them.
  ///   - published: the run that is published; nil where there is none.
  ///   - accepted: the guards that are let pass.
  ///   - log: is told of those among them that hold nothing back, and of what cannot be measured.
  /// - Returns: what each guard found; nothing of a source that the record does not count apart.
  /// - Throws: `ZoneError`, which the pipeline file's check rules out.
  func guardReport(
    _ section: (StageName) -> JSONValue?, recorded: [JSONValue] = [], published: RecordedRun?,
    accepting accepted: Set<String>, log: (LogLine) -> Void
  ) throws -> GuardReport {
    guard file.sources.contains(where: { !$0.guards.names.isEmpty }) else {
      return GuardReport([])
    }
    let (ingest, normalize) = (section(.ingest), section(.normalize))
    let today = try today
    var results: [GuardResult] = []
    for source in file.sources where !source.guards.names.isEmpty {
      let counts = SourceCounts(source.id, ingest: ingest, normalize: normalize)
      let former = published.flatMap { run in
        run.isSealed ? (run: run.name, rows: run.counts(of: source.id)?.rows) : nil
      }
      guard let counts else { continue }
      results +=
        GuardCheck(
          source: source.id, settings: source.guards, counts: counts, former: former, today: today
        ).results
    }
    if let published, !published.isSealed {
      log(
        LogLine(
          .warning,
          """
          the record of run \(published.name), which is published, is not as it was written; no rise or \
          fall is measured against it
          """))
    }
    var report = GuardReport(results)
    report.accept(accepted, recorded: recorded)
    for name in accepted.subtracting(report.accepted.map(\.id)).sorted() {
      log(LogLine(.warning, "--accept \(name): the guard holds nothing back"))
    }
    return report
  }

  /// The last day of the current period where the pipeline file says it, else the present day in the
  /// reporting zone.
  var today: CalendarDate {
    get throws {
      if let asOf = file.reporting.asOf { return asOf }
      let zone = try ZoneTable(identifier: file.reporting.timeZone)
      return zone.day(atUTC: Int(Date().timeIntervalSince1970.rounded(.down)))
    }
  }

  /// Publishes a run unless a guard holds it back.
  ///
  /// - Throws: `PipelineError.held`.
  func publish(_ run: String, under report: GuardReport, in outputs: OutputFolder) throws {
    guard report.tripped.isEmpty else {
      throw PipelineError.held(run: run, isPublished: false, report.tripped)
    }
    try publish(run, in: outputs)
  }

  /// Publishes a run that was kept before, unless a guard holds it back, or still does.
  ///
  /// What has been let pass is noted in its record; where a guard holds, nothing is touched.
  func publish(
    kept run: RecordedRun, in outputs: OutputFolder, accepting accepted: Set<String>,
    log: (LogLine) -> Void
  ) throws {
    // One that is published already is not measured against itself.
    guard outputs.published != run.name else { return try publish(run.name, in: outputs) }
    let report = try guardReport(
      run.section, recorded: run.guards, published: outputs.publishedRun, accepting: accepted,
      log: log)
    if report.tripped.isEmpty, !report.agrees(with: run.guards) {
      try run.write(guards: report.results.map(\.json))
    }
    try publish(run.name, under: report, in: outputs)
  }

  /// Says where a guard would hold back the run that is published: a source has become late since, or
  /// the limit was set afterwards.
  ///
  /// - Throws: `PipelineError.held`.
  func check(
    published run: RecordedRun, accepting accepted: Set<String>, log: (LogLine) -> Void
  ) throws {
    let report = try guardReport(
      run.section, recorded: run.guards, published: nil, accepting: accepted, log: log
    ).withoutChanges
    guard report.tripped.isEmpty else {
      throw PipelineError.held(run: run.name, isPublished: true, report.tripped)
    }
    let guards = report.merged(into: run.guards)
    let isNew = report.accepted.contains { !$0.isRecorded(in: run.guards) }
    if isNew { try run.write(guards: guards) }
  }

  /// Refuses names of guards that no source has.
  func check(accepted names: Set<String>) throws {
    let known = file.sources.flatMap { source in
      source.guards.names.map { GuardResult.id(source.id, $0) }
    }
    for name in names.sorted() where !known.contains(name) {
      throw PipelineError.unknownGuard(name, known: known)
    }
  }
}
