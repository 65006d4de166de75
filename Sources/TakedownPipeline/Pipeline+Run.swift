import Digests
import Tabular

extension Pipeline {
  /// What a call of `run` came to.
  package enum Outcome: Hashable, Sendable {
    /// A new run was kept; `isPublished` when `latest` points to it.
    case kept(run: String, isPublished: Bool)
    /// The stage gave the bytes that the last run has already.
    case unchanged(run: String)
    /// The stage was missing in the last run and is there again.
    case restored(run: String, isPublished: Bool)
  }

  /// Runs the stages from `first` to `last` into a new run; publishes it when it is whole.
  ///
  /// Earlier stages are carried over from the last run. When anything fails, nothing is kept. `log`
  /// takes one line a stage.
  package func run(
    from first: StageName = .ingest, to last: StageName = .emit, log: (String) -> Void
  ) async throws -> Outcome {
    let outputs = try OutputFolder(path: resolve(file.outputs), wait: wait)
    return try await build(in: outputs, first: first) { partial, record in
      for stage in StageName.allCases where first <= stage && stage <= last {
        record.add(try await run(stage, in: partial, log: log))
      }
      try record.write(to: partial)
      let run = try outputs.keep(partial)
      if last == .emit { try publish(run, in: outputs) }
      return .kept(run: run, isPublished: last == .emit)
    }
  }

  /// Runs one stage on what the last run left.
  ///
  /// The same bytes as before change nothing. A stage that the last run lacks is put in its place.
  /// Other bytes make a new run, in which the later stages are still to be run.
  package func run(only stage: StageName, log: (String) -> Void) async throws -> Outcome {
    let outputs = try OutputFolder(path: resolve(file.outputs), wait: wait)
    return try await build(in: outputs, first: stage) { partial, record in
      let report = try await run(stage, in: partial, log: log)
      record.add(report)
      guard let last = try outputs.lastRun else {
        try record.write(to: partial)
        return .kept(run: try outputs.keep(partial), isPublished: false)
      }
      let folder = outputs.folder(of: last)
      let place = folder + "/" + stage.folder
      if Folders.exists(place) {
        guard try Self.differs(place, from: report) else {
          try Folders.remove(partial)
          return .unchanged(run: last)
        }
        try record.write(to: partial)
        let run = try outputs.keep(partial)
        if stage == .emit { try publish(run, in: outputs) }
        return .kept(run: run, isPublished: stage == .emit)
      }
      let recorded = try RunRecord.digests(of: stage, in: folder)
      let isSame =
        recorded
        == Dictionary(uniqueKeysWithValues: report.outputs.map { ($0.path, $0.sha256) })
      let hasLater = StageName.allCases.contains {
        $0 > stage && Folders.exists(folder + "/" + $0.folder)
      }
      guard isSame || !hasLater else {
        // The later stages of the last run were made from something else.
        try record.write(to: partial)
        return .kept(run: try outputs.keep(partial), isPublished: false)
      }
      try outputs.synchronize(partial + "/" + stage.folder)
      try Folders.move(partial + "/" + stage.folder, to: place)
      try Folders.synchronize(folder)
      if !isSame { try record.write(to: folder) }
      try Folders.remove(partial)
      if stage == .emit { try publish(last, in: outputs) }
      return .restored(run: last, isPublished: stage == .emit)
    }
  }

  /// Prepares the folder of a new run with what is carried over, and removes it when `work` fails.
  private func build(
    in outputs: OutputFolder, first: StageName,
    work: (_ partial: String, _ record: inout RunRecord) async throws -> Outcome
  ) async throws -> Outcome {
    let partial = try outputs.makePartial()
    do {
      var record = RunRecord(self)
      for stage in StageName.allCases where stage < first {
        guard let last = try outputs.lastRun else { throw PipelineError.noRun }
        let folder = outputs.folder(of: last)
        guard Folders.exists(folder + "/" + stage.folder) else {
          throw PipelineError.missingStage(stage, neededBy: first)
        }
        try RunRecord.check(stage, in: folder, for: self)
        try Folders.link(
          folder + "/" + stage.folder, as: partial + "/" + stage.folder, mode: 0o700)
        try record.carry(stage, from: folder)
      }
      return try await work(partial, &record)
    } catch {
      try? Folders.remove(partial)
      throw error
    }
  }

  private func run(
    _ stage: StageName, in run: String, log: (String) -> Void
  ) async throws -> StageReport {
    let target = run + "/" + stage.folder
    let ingested = run + "/" + StageName.ingest.folder
    let normalized = run + "/" + StageName.normalize.folder
    let report =
      switch stage {
      case .ingest: try await IngestRun(pipeline: self).run(into: target)
      case .normalize: try await NormalizeRun(pipeline: self).run(ingested, into: target)
      case .compare:
        try await CompareRun(pipeline: self).run(normalized, ingested: ingested, into: target)
      case .emit: try EmitRun(pipeline: self).run(from: run, into: target)
      }
    log("\(stage.rawValue): \(report.summary)")
    return report
  }

  /// Whether a folder holds other files than a stage has just written.
  private static func differs(_ folder: String, from report: StageReport) throws -> Bool {
    let names = try Folders.files(below: folder)
    guard names == report.outputs.map(\.path) else { return true }
    for output in report.outputs
    where try Digest.sha256(file: folder + "/" + output.path) != output.sha256 {
      return true
    }
    return false
  }
}
