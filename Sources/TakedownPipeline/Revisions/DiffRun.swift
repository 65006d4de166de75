import Revisions
import Tabular
import TakedownModel

/// Compares the figures of two runs, and works out what each change is due to.
struct DiffRun {
  let pipeline: Pipeline
  let old: KeptRun
  let new: KeptRun

  private typealias Cause = (part: RevisionPart, text: String)

  func run(log: (String) -> Void) async throws -> RevisionReport {
    let before = try old.figures
    let after = try new.figures
    for run in [old, new] where !Folders.exists(run.records) {
      return report(
        [before, nil, nil, nil, after], isSplit: false,
        limits: ["\(run.name) has no records any longer, so no reasons can be given"])
    }
    let states: RecordStates
    do {
      states = try RecordStates(from: old, to: new)
    } catch let error as PipelineError {
      return report(
        [before, nil, nil, nil, after], isSplit: false, limits: [error.description])
    }
    let causes = try causes(states)
    guard before != after else {
      return report([before, before, before, before, after], isSplit: true, causes: causes)
    }

    // A part without a cause is 0, so that only what lies between two causes is counted anew.
    let parts = RevisionPart.allCases
    let present = Set(causes.map { $0.part })
    let last = parts.lastIndex { present.contains($0) } ?? 0
    var tables: [Table?] = [before]
    var limits: [String] = []
    for (place, part) in parts.enumerated() {
      if place >= last {
        tables.append(after)
      } else if !present.contains(part) {
        tables.append(tables[place])
      } else {
        log("counting anew, up to the part '\(part.rawValue)'")
        switch try await counted(states, after: part) {
        case .table(let table): tables.append(table)
        case .failure(let reason):
          tables.append(nil)
          limits.append(limit(part, reason))
        }
      }
    }
    return report(tables, isSplit: true, causes: causes, limits: limits + mixed(states))
  }

  /// A state's figures, or why it has none.
  private enum Counted {
    case table(Table)
    case failure(String)
  }

  private func counted(_ states: RecordStates, after part: RevisionPart) async throws -> Counted {
    do {
      return .table(try await figures(states, after: part))
    } catch let error as PipelineError {
      return .failure(error.description)
    } catch let error as ConfigurationError {
      return .failure("\(error)")
    }
  }

  private func report(
    _ states: [Table?], isSplit: Bool, causes: [Cause] = [], limits: [String] = []
  ) -> RevisionReport {
    RevisionReport(
      from: old.name, to: new.name, states: states, isSplit: isSplit, causes: causes,
      limits: limits)
  }

  private func limit(_ part: RevisionPart, _ reason: String) -> String {
    "the part '\(part.rawValue)' is told with the next one, since between them nothing can be "
      + "counted: \(reason)"
  }

  /// The figures of the records after a part, by the stages themselves under the new run's settings.
  private func figures(_ states: RecordStates, after part: RevisionPart) async throws -> Table {
    let pipeline = try Pipeline(of: new, withSourcesOf: old, like: pipeline)
    let scratch = try ScratchFolder(in: pipeline.resolve(self.pipeline.file.outputs))
    defer { scratch.remove() }
    func folder(_ stage: StageName) -> String { scratch.path + "/" + stage.folder }
    try Folders.make(folder(.ingest), mode: 0o700)
    try states.write(after: part, to: folder(.ingest) + "/records.csv")
    _ = try await NormalizeRun(pipeline: pipeline, refusesUselessFiles: false)
      .run(folder(.ingest), into: folder(.normalize))
    _ = try await CompareRun(pipeline: pipeline).run(
      folder(.normalize), ingested: folder(.ingest), into: folder(.compare))
    return try StageFile.table(folder(.compare) + "/counts.csv")
  }

  // MARK: - What happened

  private func causes(_ states: RecordStates) throws -> [Cause] {
    var causes: [Cause] = []
    let keyPaths = ParameterChanges(from: old, to: new).keyPaths
    if !keyPaths.isEmpty { causes.append((.rules, keyPaths.joined(separator: ", "))) }
    if old.programVersion != new.programVersion {
      causes.append((.rules, "program \(old.programVersion) → \(new.programVersion)"))
    }
    for file in states.rereadFiles {
      causes.append((.rules, "\(file.source): \(file.path) reads otherwise, its bytes the same"))
    }
    for (source, sums) in sums(states) where sums.restated + sums.withdrawn > 0 {
      causes.append(
        (.restated, "\(source): \(sums.restated) restated, \(sums.withdrawn) withdrawn"))
    }
    for (source, sums) in sums(states) where sums.late > 0 {
      causes.append((.late, "\(source): \(sums.late)"))
    }
    let oldIDs = try old.sourcesRead
    let newIDs = try new.sourcesRead
    for id in newIDs where !oldIDs.contains(id) { causes.append((.sources, "\(id) is new")) }
    for id in oldIDs where !newIDs.contains(id) { causes.append((.sources, "\(id) is gone")) }
    return causes
  }

  private func sums(
    _ states: RecordStates
  ) -> [(source: String, sums: RowDifference.Sums)] {
    guard let difference = states.difference else { return [] }
    return zip(states.sources, difference.sums).map { (source: $0, sums: $1) }
  }

  /// Sources of which both the files and the way they are read changed: their records are taken as
  /// they were read, so that other rules of reading look like restated records.
  private func mixed(_ states: RecordStates) -> [String] {
    let changed = ParameterChanges(from: old, to: new).keyPaths
    let reading = ["fields", "constants", "format", "encoding", "records", "where", "derive"]
    return sums(states).compactMap { source, sums in
      let isReadOtherwise = reading.contains { key in
        changed.contains { $0.hasPrefix("sources.\(source).\(key)") }
      }
      guard isReadOtherwise, sums.restated + sums.withdrawn > 0 else { return nil }
      return "\(source): its files changed and so did how they are read; records that read "
        + "otherwise are taken for restated ones"
    }
  }
}
