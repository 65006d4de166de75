import Foundation

/// What a hook is told: names, a status and paths, and nothing out of a record.
struct HookEnvironment {
  let pipeline: Pipeline
  let status: Int32
  let outcome: String
  /// Nil where none was kept.
  let run: String?

  /// `NAME=VALUE` each: those of this process, without what is ours alone, and those on the run.
  var variables: [String] {
    let outputs = URL(fileURLWithPath: pipeline.resolve(pipeline.file.outputs)).path
    var own = [
      "STATUS": String(status), "OUTCOME": outcome,
      "PIPELINE": URL(fileURLWithPath: pipeline.path).path,
    ]
    let release = outputs + "/latest/release"
    if Folders.exists(release) { own["RELEASE"] = release }
    if let run {
      own["RUN"] = run
      own["RUN_FOLDER"] = outputs + "/runs/" + run
    }
    let prefix = "TAKEDOWNS_"
    // The key of an exchange is among them.
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix(prefix) }
    return
      (inherited.map { "\($0.key)=\($0.value)" } + own.map { "\(prefix)\($0.key)=\($0.value)" })
      .sorted()
  }
}
