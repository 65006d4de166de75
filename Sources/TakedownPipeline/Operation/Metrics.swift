import Foundation
import Tabular

/// How the last run went, for Prometheus's textfile collector.
struct Metrics {
  /// The exit status.
  let status: Int32
  /// When the run ended, in seconds since 1970.
  let ended: Double
  /// How long it took.
  let seconds: Double
  /// How long each stage took that has run.
  let stages: [StageName: Double]
  /// The outputs folder.
  let outputs: String

  /// Puts the file in its place in one step, readable by all.
  func write(to path: String) throws(FileError) {
    let file = try FileDescriptor.writing(path + ".new", mode: 0o644)
    try file.write(Array(text.utf8).span)
    try file.synchronize()
    try Folders.move(path + ".new", to: path)
  }

  /// In the text format of Prometheus.
  var text: String {
    var text = ""
    func add(_ name: String, _ help: String, _ samples: [(labels: String, value: String)]) {
      guard !samples.isEmpty else { return }
      text += "# HELP takedowns_\(name) \(help)\n# TYPE takedowns_\(name) gauge\n"
      for sample in samples { text += "takedowns_\(name)\(sample.labels) \(sample.value)\n" }
    }
    add(
      "build_info", "The version of the program.",
      [(Self.label("version", Program.version), "1")])
    add(
      "last_run_timestamp_seconds", "When the last run ended.", [("", LogLine.thousandths(ended))])
    add("last_run_success", "Whether the last run did what it was asked to.", [("", success)])
    add("last_run_exit_status", "The exit status of the last run.", [("", String(status))])
    add(
      "last_run_duration_seconds", "How long the last run took.",
      [("", LogLine.thousandths(seconds))])
    add(
      "last_run_stage_duration_seconds",
      "How long each stage of the last run took; only of stages that were not up to date.",
      StageName.allCases.compactMap { stage in
        stages[stage].map { (Self.label("stage", stage.rawValue), LogLine.thousandths($0)) }
      })
    add(
      "release_timestamp_seconds", "When the run ended that is published.",
      release.map { [("", LogLine.thousandths($0))] } ?? [])
    let sources = sources
    for (column, help) in [
      ("rows", "Rows in the files of each source, in the last run that was kept."),
      ("records", "Rows that became records."), ("rejects", "Rows that could not be used."),
    ] {
      add(
        "source_\(column)", help,
        sources.map { (Self.label("source", $0.name), String($0.sums[column] ?? 0)) })
    }
    return text
  }

  private var success: String { status == 0 ? "1" : "0" }

  /// When the published run ended; nil where there is none, or its record does not say.
  private var release: Double? {
    let record = try? JSONValue(file: outputs + "/latest/" + RunRecord.name)
    return record?["ended"]?.string.flatMap { try? Date($0, strategy: .iso8601) }?
      .timeIntervalSince1970
  }

  /// The sums of each source in the last run that was kept, in the order of the sources.
  private var sources: [(name: String, sums: [String: Int])] {
    guard let run = try? KeptRuns(outputs: outputs).last,
      let files = try? StageFile.table(run.folder + "/" + StageName.ingest.folder + "/files.csv"),
      let source = files.index(of: "source")
    else { return [] }
    var sources: [(name: String, sums: [String: Int])] = []
    for row in files.rows {
      if sources.last?.name != row[source] { sources.append((row[source], [:])) }
      for column in ["rows", "records", "rejects"] {
        guard let index = files.index(of: column), let count = Int(row[index]) else { continue }
        sources[sources.count - 1].sums[column, default: 0] += count
      }
    }
    return sources
  }

  private static func label(_ name: String, _ value: String) -> String {
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "{\(name)=\"\(escaped)\"}"
  }
}
