import Digests
import Foundation
import Tabular

/// The record of a run, `run.json`: the only file that holds times and the host.
struct RunRecord {
  private var started: String
  private let pipeline: Pipeline
  /// The section of each stage, in the order of the stages.
  private var stages: [StageName: JSONValue] = [:]

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    started = Self.now
  }

  /// Notes what a stage did, and under which settings.
  mutating func add(_ report: StageReport) {
    guard case .object(let members) = report.json else { return }
    let digest = JSONValue.Member(
      "settings_sha256", .string(pipeline.settingsDigest(of: report.stage)))
    stages[report.stage] = .object(members + [digest])
  }

  /// Refuses a stage of an earlier run that was made under other settings, or changed afterwards.
  static func check(_ stage: StageName, in run: String, for pipeline: Pipeline) throws {
    let section = try read(run)["stages"]?[stage.rawValue]
    guard section?["settings_sha256"]?.string == pipeline.settingsDigest(of: stage) else {
      throw PipelineError.otherSettings(stage)
    }
    let recorded = try digests(of: stage, in: run)
    let folder = run + "/" + stage.folder
    for path in Set(recorded.keys).union(try Folders.files(below: folder)).sorted() {
      guard Folders.exists(folder + "/" + path),
        try Digest.sha256(file: folder + "/" + path) == recorded[path]
      else { throw PipelineError.changedFile(stage, path: stage.folder + "/" + path) }
    }
  }

  /// Takes over what an earlier run's record says of a stage that is not run again.
  mutating func carry(_ stage: StageName, from run: String) throws {
    guard let section = try Self.read(run)["stages"]?[stage.rawValue],
      case .object(let members) = section
    else { return }
    stages[stage] = .object(
      [.init("ran", false), .init("reason", "not asked for: carried over from the last run")]
        + members.filter { $0.key != "ran" && $0.key != "reason" })
  }

  /// The digests of a stage's outputs by path, as the record of a run has them.
  static func digests(of stage: StageName, in run: String) throws -> [String: String] {
    let outputs = try read(run)["stages"]?[stage.rawValue]?["outputs"]?.elements ?? []
    var digests: [String: String] = [:]
    for output in outputs {
      if let path = output["path"]?.string { digests[path] = output["sha256"]?.string }
    }
    return digests
  }

  /// Writes the record into the folder of a run.
  func write(to run: String) throws {
    let record = JSONValue.object([
      "version": 1,
      "program": .object(["name": .string(Program.name), "version": .string(Program.version)]),
      "started": .string(started),
      "ended": .string(Self.now),
      "host": .string(ProcessInfo.processInfo.hostName),
      "pipeline": .object(["path": .string(pipeline.path), "sha256": .string(pipeline.digest)]),
      "parameters": pipeline.file.withDefaults,
      "stages": .object(
        StageName.allCases.compactMap { name in
          stages[name].map { .init(name.rawValue, $0) }
        }),
    ])
    let path = run + "/run.json"
    _ = try OutputFile.write(Array(record.prettyText.utf8), to: path + ".new", mode: 0o640)
    try Folders.move(path + ".new", to: path)
  }

  private static func read(_ run: String) throws -> JSONValue {
    guard Folders.exists(run + "/run.json") else { return .object([JSONValue.Member]()) }
    return try JSONValue(file: run + "/run.json")
  }

  private static var now: String {
    Date().ISO8601Format()
  }
}
