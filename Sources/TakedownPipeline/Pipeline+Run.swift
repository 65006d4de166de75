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
    /// Nothing was to be done; `isPublished` when `latest` was pointed to the last run only now.
    case upToDate(run: String, isPublished: Bool)
  }

  /// Runs those of the stages from `first` to `last` that are not up to date into a new run;
  /// publishes it when it is whole.
  ///
  /// Everything else is carried over from the last run. Where nothing is to be done, no file is
  /// touched. When anything fails, nothing is kept. `log` takes one line a stage.
  package func run(
    from first: StageName = .ingest, to last: StageName = .emit,
    forcing forced: Set<StageName> = [], accepting accepted: Set<String> = [],
    log: (LogLine) -> Void
  ) async throws -> Outcome {
    try check(accepted: accepted)
    Interruption.enter(.running)
    Program.prepareIdentity()
    let outputs = try OutputFolder(path: resolve(file.outputs), wait: wait)
    if first == .ingest { missingNotes.forEach { log(LogLine(.info, $0)) } }
    let lastRun = try outputs.lastRun
    let staleness = try Staleness(pipeline: self, last: lastRun, forced: forced)
    let stages = StageName.allCases.filter { $0 <= last }
    var carried: [StageName] = []
    var due: (stage: StageName, reasons: [RunReason])?
    for stage in stages {
      if stage < first {
        try check(stage, of: lastRun, neededBy: first)
      } else {
        let reasons = try staleness.reasons(for: stage)
        guard reasons.isEmpty else {
          due = (stage, reasons)
          break
        }
      }
      carried.append(stage)
    }
    guard let due else {
      for stage in stages where stage >= first { log(.upToDate(stage)) }
      return try settle(lastRun, to: last, in: outputs, accepting: accepted, log: log)
    }

    return try await build(in: outputs) { partial, record in
      var changed: StageName?
      for stage in stages {
        let reasons =
          carried.contains(stage)
          ? []
          : stage == due.stage ? due.reasons : try staleness.reasons(for: stage, after: changed)
        if let lastRun, reasons.isEmpty {
          let reason = stage < first ? "not-asked-for" : "up-to-date"
          try carry(stage, from: lastRun, into: partial, &record, because: reason)
          if stage >= first { log(.upToDate(stage)) }
          continue
        }
        let report = try await run(
          stage, in: partial, outputs: outputs, after: lastRun, because: reasons, log: log)
        record.add(report, reasons: reasons)
        if changed == nil, lastRun?.agrees(with: report) != true { changed = stage }
      }
      return try keep(
        partial, &record, isWhole: last == .emit, in: outputs, accepting: accepted, log: log)
    }
  }

  /// Reads a run that is about to be kept once more: the release byte by byte, the files of the other
  /// stages by their sizes.
  private func confirm(_ partial: String) throws {
    let run = try RecordedRun(name: "", folder: partial)
    guard run.isSealed else { throw PipelineError.notAsWritten(RunRecord.name) }
    for stage in StageName.allCases {
      for (path, file) in run.outputs(of: stage).sorted(by: { $0.key < $1.key }) {
        let place = InputPlace(path: path, location: "\(partial)/\(stage.folder)/\(path)")
        let isWhole =
          stage == .emit
          ? try place.isStill(file) : Folders.size(ofFile: place.location) == file.byteCount
        guard isWhole else { throw PipelineError.notAsWritten("\(stage.folder)/\(path)") }
      }
    }
  }

  /// Runs one stage on what the last run left.
  ///
  /// The same bytes as before change nothing. A stage that the last run lacks is put in its place.
  /// Other bytes make a new run, in which the later stages are still to be run.
  package func run(only stage: StageName, log: (LogLine) -> Void) async throws -> Outcome {
    Interruption.enter(.running)
    let outputs = try OutputFolder(path: resolve(file.outputs), wait: wait)
    if stage == .ingest { missingNotes.forEach { log(LogLine(.info, $0)) } }
    let lastRun = try outputs.lastRun
    let earlier = StageName.allCases.filter { $0 < stage }
    for early in earlier { try check(early, of: lastRun, neededBy: stage) }
    return try await build(in: outputs) { partial, record in
      if let lastRun {
        for early in earlier {
          try carry(early, from: lastRun, into: partial, &record, because: "not-asked-for")
        }
      }
      let report = try await run(
        stage, in: partial, outputs: outputs, after: lastRun, because: [.forced], log: log)
      record.add(report, reasons: [.forced])
      guard let lastRun else {
        return try keep(partial, &record, isWhole: false, in: outputs, log: log)
      }
      let place = lastRun.folder + "/" + stage.folder
      if Folders.exists(place) {
        guard try lastRun.agrees(with: report) && lastRun.damages(of: stage).isEmpty else {
          return try keep(partial, &record, isWhole: stage == .emit, in: outputs, log: log)
        }
        try Folders.remove(partial)
        if stage == .emit, outputs.published != lastRun.name {
          return try settle(lastRun, to: .emit, in: outputs, accepting: [], log: log)
        }
        return .unchanged(run: lastRun.name)
      }
      let isSame = lastRun.agrees(with: report)
      let hasLater = StageName.allCases.contains {
        $0 > stage && Folders.exists(lastRun.folder + "/" + $0.folder)
      }
      guard isSame || !hasLater else {
        // The later stages of the last run were made from something else.
        return try keep(partial, &record, isWhole: false, in: outputs, log: log)
      }
      try outputs.synchronize(partial + "/" + stage.folder)
      try Folders.move(partial + "/" + stage.folder, to: place)
      try Folders.synchronize(lastRun.folder)
      if !isSame { try record.write(to: lastRun.folder) }
      try Folders.remove(partial)
      if stage == .emit {
        let restored = try RecordedRun(name: lastRun.name, folder: lastRun.folder)
        try publish(kept: restored, in: outputs, accepting: [], log: log)
      }
      return .restored(run: lastRun.name, isPublished: stage == .emit)
    }
  }

  /// Ends a call that has nothing to do; a run that was kept and not published is published now.
  private func settle(
    _ run: RecordedRun?, to last: StageName, in outputs: OutputFolder,
    accepting accepted: Set<String>, log: (LogLine) -> Void
  ) throws -> Outcome {
    guard let run else { throw PipelineError.noRun }
    try outputs.removeInterrupted()
    guard last == .emit else { return .upToDate(run: run.name, isPublished: false) }
    guard outputs.published != run.name else {
      try check(published: run, accepting: accepted, log: log)
      return .upToDate(run: run.name, isPublished: false)
    }
    try publish(kept: run, in: outputs, accepting: accepted, log: log)
    return .upToDate(run: run.name, isPublished: true)
  }

  /// Keeps a run that was built; publishes it where it is whole and no guard holds it back.
  private func keep(
    _ partial: String, _ record: inout RunRecord, isWhole: Bool, in outputs: OutputFolder,
    accepting accepted: Set<String> = [], log: (LogLine) -> Void
  ) throws -> Outcome {
    let report =
      isWhole
      ? try guardReport(
        record.section, published: outputs.publishedRun, accepting: accepted, log: log) : nil
    record.guards = report
    try record.write(to: partial)
    try confirm(partial)
    let run = try outputs.keep(partial)
    guard let report else { return .kept(run: run, isPublished: false) }
    try publish(run, under: report, in: outputs)
    return .kept(run: run, isPublished: true)
  }

  /// Refuses a stage of the last run that is missing, was made under other settings, or changed
  /// afterwards.
  private func check(
    _ stage: StageName, of run: RecordedRun?, neededBy needer: StageName
  ) throws {
    guard let run else { throw PipelineError.noRun }
    guard Folders.exists(run.folder + "/" + stage.folder) else {
      throw PipelineError.missingStage(stage, neededBy: needer)
    }
    guard run.isSealed else { throw PipelineError.changedFile(RunRecord.name) }
    guard run.section(of: stage)?["settings_sha256"]?.string == settingsDigest(of: stage) else {
      throw PipelineError.otherSettings(stage)
    }
    if let damage = try run.damages(of: stage).first {
      throw PipelineError.changedFile(damage.path)
    }
  }

  private func carry(
    _ stage: StageName, from run: RecordedRun, into partial: String, _ record: inout RunRecord,
    because reason: String
  ) throws {
    try Folders.link(
      run.folder + "/" + stage.folder, as: partial + "/" + stage.folder, mode: stage.folderMode)
    record.carry(stage, from: run, because: reason)
  }

  /// Prepares the folder of a new run, and removes it when `work` fails.
  private func build(
    in outputs: OutputFolder,
    work: (_ partial: String, _ record: inout RunRecord) async throws -> Outcome
  ) async throws -> Outcome {
    let partial = try outputs.makePartial()
    do {
      var record = RunRecord(self)
      let outcome = try await work(partial, &record)
      try outputs.removeInterrupted()
      return outcome
    } catch {
      try? Folders.remove(partial)
      try? outputs.removeInterrupted()
      throw error
    }
  }

  private func run(
    _ stage: StageName, in run: String, outputs: OutputFolder, after last: RecordedRun?,
    because reasons: [RunReason], log: (LogLine) -> Void
  ) async throws -> StageReport {
    let start = ContinuousClock.now
    let target = run + "/" + stage.folder
    let ingested = run + "/" + StageName.ingest.folder
    let normalized = run + "/" + StageName.normalize.folder
    let report =
      switch stage {
      case .ingest:
        try await IngestRun(pipeline: self, archives: archives(outputs, last)).run(into: target)
      case .normalize: try await NormalizeRun(pipeline: self).run(ingested, into: target)
      case .compare:
        try await CompareRun(pipeline: self).run(normalized, ingested: ingested, into: target)
      case .emit: try await EmitRun(pipeline: self).run(from: run, into: target)
      }
    for line in report.logLines(because: reasons, since: start) { log(line) }
    return report
  }

  /// From where parts of `ingest` may be taken over: what an interrupted run had read, and the last.
  private func archives(_ outputs: OutputFolder, _ last: RecordedRun?) throws -> [IngestArchive] {
    var folders: [String] = []
    if let interrupted = outputs.interrupted { folders.append(interrupted) }
    if let last, let parts = last.outputs(of: .ingest)[IngestOutputs.partsName] {
      let folder = last.folder + "/" + StageName.ingest.folder
      let place = InputPlace(path: parts.path, location: folder + "/" + parts.path)
      if try place.isStill(parts) { folders.append(last.folder) }
    }
    return folders.map { IngestArchive(folder: $0 + "/" + StageName.ingest.folder) }
  }
}
