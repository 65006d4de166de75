import Tabular

/// Tells whether a stage must run, or what the last run left of it still holds.
///
/// Contents decide, never times: the files that the stage reads, its settings, the program, and what
/// the stages before have left.
struct Staleness {
  let pipeline: Pipeline
  /// Nil where there is none.
  let last: RecordedRun?
  let forced: Set<StageName>
  /// Whether the record of the last run is as it was written.
  private let hasSoundRecord: Bool

  /// - Throws: `FileError` where the record of the last run cannot be read.
  init(pipeline: Pipeline, last: RecordedRun?, forced: Set<StageName>) throws {
    self.pipeline = pipeline
    self.last = last
    self.forced = forced
    hasSoundRecord = try last?.recordDamages().isEmpty ?? true
  }

  /// Why a stage must run; empty where it is up to date.
  ///
  /// Looks at the stage's own files, which takes a reading of all of them, only where nothing else
  /// makes it run. `changed` is the first stage of this run that left something else than in the last
  /// one. Throws `FileError` where a file cannot be read.
  func reasons(for stage: StageName, after changed: StageName? = nil) throws -> [RunReason] {
    guard let last else { return [.neverRun] }
    guard hasSoundRecord else { return [.damagedRecord] }
    guard last.has(stage), let section = last.section(of: stage) else { return [.neverRun] }
    var reasons: [RunReason] = []
    if forced.contains(stage) { reasons.append(.forced) }
    if section["program"]?.string != Program.identity {
      let version = section["program"]?.string?.split(separator: " ").first
      reasons.append(.otherProgram(version.map(String.init) ?? "unknown"))
    }
    if section["settings_sha256"]?.string != pipeline.settingsDigest(of: stage) {
      reasons.append(.otherSettings)
    }
    let inputs = try InputChanges(
      pipeline.inputs(of: stage, beside: last.name), since: last.inputs(of: stage))
    if !inputs.isEmpty { reasons.append(.otherInputs(inputs)) }
    if let changed { reasons.append(.earlierStage(changed)) }
    if reasons.isEmpty, let damage = try last.damages(of: stage).first {
      reasons.append(.damagedOutput(damage.path))
    }
    return reasons
  }
}
