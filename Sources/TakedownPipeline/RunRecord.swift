import Digests
import Foundation
import Tabular

/// The record of a run, `run.json`: the only file that holds times and the host.
struct RunRecord {
  static let name = "run.json"

  private var started: String
  private let pipeline: Pipeline
  /// The section of each stage, in the order of the stages.
  private var stages: [StageName: JSONValue] = [:]
  /// Nil where no guard has looked, since the run has no release.
  var guards: GuardReport?

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    started = Self.now
  }

  /// Notes what a stage did, why, and under which settings.
  mutating func add(_ report: StageReport, reasons: [RunReason]) {
    guard case .object(let members) = report.json else { return }
    stages[report.stage] = .object(
      [.init("ran", true), .init("reasons", .array(reasons.map(\.json)))] + members + [
        .init("settings_sha256", .string(pipeline.settingsDigest(of: report.stage))),
        .init("program", .string(Program.identity)),
      ])
  }

  /// Takes over what the record of the last run says of a stage that is not run again.
  mutating func carry(_ stage: StageName, from run: RecordedRun, because reason: String) {
    guard case .object(let members)? = run.section(of: stage) else { return }
    stages[stage] = .object(
      [.init("ran", false), .init("reasons", [.object(["reason": .string(reason)])])]
        + members.filter { $0.key != "ran" && $0.key != "reasons" })
  }

  /// What the record says of a stage; nil where the run has not got to it.
  func section(of stage: StageName) -> JSONValue? { stages[stage] }

  /// Writes the record into the folder of a run, and the same as an event of OpenLineage beside it.
  func write(to run: String) throws {
    let record = JSONValue.object([
      "version": 1,
      "program": .object(["name": .string(Program.name), "version": .string(Program.version)]),
      "started": .string(started),
      "ended": .string(Self.now),
      "host": .string(ProcessInfo.processInfo.hostName),
      "pipeline": .object(["path": .string(pipeline.path), "sha256": .string(pipeline.digest)]),
      "parameters": pipeline.parameters,
      "stages": .object(
        StageName.allCases.compactMap { name in
          stages[name].map { .init(name.rawValue, $0) }
        }),
      "guards": guards?.json,
    ])
    let event = LineageEvent(
      record: record, job: pipeline.name, outputs: pipeline.file.outputs
    ).json
    let lineage = try put(Array(event.prettyText.utf8), LineageEvent.name, into: run)
    _ = try put(Seal.closing(record.setting("lineage", to: lineage.json)), Self.name, into: run)
  }

  private func put(_ bytes: [UInt8], _ name: String, into run: String) throws -> WrittenFile {
    let written = try OutputFile.replace(bytes, at: run + "/" + name, mode: 0o640)
    return WrittenFile(path: name, byteCount: written.byteCount, sha256: written.sha256)
  }

  private static var now: String {
    Date().ISO8601Format()
  }
}
