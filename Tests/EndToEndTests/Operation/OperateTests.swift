import Foundation
import Glibc
import Testing

/// Whom a run tells how it ended.
struct OperateTests {
  // MARK: - Metrics

  /// The samples of a file of metrics by their names and labels.
  private static func samples(_ workspace: Workspace) throws -> [String: Double] {
    var samples: [String: Double] = [:]
    for line in try workspace.text("takedowns.prom").split(separator: "\n")
    where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      samples[String(parts[0])] = Double(parts[1])
      #expect(samples[String(parts[0])] != nil, "\(line)")
    }
    return samples
  }

  @Test func `metrics are written after each run, however it ended`() throws {
    let workspace = try OperationExample.workspace(operate: #"{ "metrics": "takedowns.prom" }"#)
    try workspace.write(OperationExample.log + "X,short\n", to: "inputs/b.csv")
    try workspace.succeed("run")
    var samples = try Self.samples(workspace)
    #expect(samples["takedowns_build_info{version=\"0.1.0\"}"] == 1)
    #expect(samples["takedowns_last_run_success"] == 1)
    #expect(samples["takedowns_last_run_exit_status"] == 0)
    #expect(samples["takedowns_source_rows{source=\"uk-nca\"}"] == 5)
    #expect(samples["takedowns_source_records{source=\"uk-nca\"}"] == 4)
    #expect(samples["takedowns_source_rejects{source=\"uk-nca\"}"] == 1)
    for stage in ["ingest", "normalize", "compare", "emit"] {
      #expect(
        samples["takedowns_last_run_stage_duration_seconds{stage=\"\(stage)\"}"] != nil, "\(stage)")
    }
    let now = Date().timeIntervalSince1970
    let released = try #require(samples["takedowns_release_timestamp_seconds"])
    #expect(abs(now - released) < 600)
    #expect(abs(now - (samples["takedowns_last_run_timestamp_seconds"] ?? 0)) < 600)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: workspace.folder.appending(path: "takedowns.prom").path)
    #expect((attributes[.posixPermissions] as? Int) == 0o644)
    #expect(!workspace.exists("takedowns.prom.new"))

    try workspace.succeed("run")
    samples = try Self.samples(workspace)
    #expect(samples["takedowns_last_run_success"] == 1)
    #expect(samples["takedowns_last_run_stage_duration_seconds{stage=\"emit\"}"] == nil)

    try workspace.remove("inputs/a.csv")
    try workspace.remove("inputs/b.csv")
    #expect(try workspace.run(["run"]).status == 3)
    samples = try Self.samples(workspace)
    #expect(samples["takedowns_last_run_success"] == 0)
    #expect(samples["takedowns_last_run_exit_status"] == 3)
    #expect(samples["takedowns_release_timestamp_seconds"] == released, "it is still published")
  }

  @Test func `metrics tell of a run that was interrupted`() throws {
    let workspace = try OperationExample.workspace(operate: #"{ "metrics": "takedowns.prom" }"#)
    try OperationExample.addEndlessLog(workspace)
    let command = try RunningCommand(["run"], in: workspace)
    try command.wait { workspace.exists("outputs/runs/.partial/1-ingest") }
    command.send(SIGTERM)
    #expect(command.end() == 143)
    #expect(try Self.samples(workspace)["takedowns_last_run_exit_status"] == 143)
  }

  @Test func `metrics that cannot be written leave the release published`() throws {
    let workspace = try OperationExample.workspace(operate: #"{ "metrics": "nowhere/x.prom" }"#)
    let result = try workspace.run(["run"])
    #expect(result.status == 4, "\(result)")
    #expect(result.error.contains("Error: operate.metrics: cannot create"), "\(result)")
    #expect(workspace.latest != nil)
  }

  // MARK: - Hooks

  private static func hooked(_ script: String, seconds: Int = 60) throws -> Workspace {
    let workspace = try OperationExample.workspace(
      operate: """
        { "on_success": ["./hook", "well", "two words; $HOME"], "on_failure": ["./hook", "badly"],
          "hook_seconds": \(seconds) }
        """)
    try OperationExample.script(script, workspace, at: "hook")
    return workspace
  }

  private static let telling = """
    echo "$1|$2|$TAKEDOWNS_OUTCOME|$TAKEDOWNS_STATUS" >> told
    [ -z "$TAKEDOWNS_RUN" ] || [ -d "$TAKEDOWNS_RUN_FOLDER/release" ] || exit 9
    [ -z "$TAKEDOWNS_RELEASE" ] || [ -f "$TAKEDOWNS_RELEASE/headlines.txt" ] || exit 8
    [ -f "$TAKEDOWNS_PIPELINE" ] || exit 7
    env > environment
    echo said by the hook
    """

  @Test func `hooks are told how the run ended, and no secret`() throws {
    let workspace = try Self.hooked(Self.telling)
    let key = String(repeating: "0f", count: 32)
    let first = try workspace.run(["run"], environment: ["TAKEDOWNS_EXCHANGE_KEY": key])
    #expect(first.status == 0, "\(first)")
    #expect(first.error.contains("operate.on_success: said by the hook\n"), "\(first)")
    #expect(first.output.isEmpty)
    let environment = try workspace.text("environment")
    #expect(environment.contains("TAKEDOWNS_RUN="))
    #expect(!environment.contains(key))
    #expect(!environment.contains("sample_one"))
    #expect(try workspace.succeed("run", "--quiet").error.isEmpty)
    try workspace.remove("inputs/a.csv")
    #expect(try workspace.run(["run"]).status == 3)
    #expect(
      try workspace.text("told") == """
        well|two words; $HOME|published|0
        well|two words; $HOME|up-to-date|0
        badly||failed|3

        """, "arguments go through no shell")
  }

  @Test func `a hook that fails unpublishes nothing`() throws {
    let workspace = try Self.hooked("exit 3")
    let result = try workspace.run(["run"])
    #expect(result.status == 4, "\(result)")
    #expect(
      result.error.hasSuffix(
        "Error: operate.on_success: ended with status 3; what the run did holds\n"), "\(result)")
    #expect(workspace.latest != nil)
    try workspace.remove("inputs/a.csv")
    let failed = try workspace.run(["run"])
    #expect(failed.status == 3, "the run's own status wins")
    #expect(failed.error.contains("operate.on_failure: ended with status 3\n"), "\(failed)")
  }

  @Test func `a hook that takes too long is ended`() throws {
    let workspace = try Self.hooked("echo begun; sleep 100", seconds: 1)
    let result = try workspace.run(["run"])
    #expect(result.status == 4, "\(result)")
    #expect(result.error.contains("operate.on_success: begun\n"), "\(result)")
    #expect(result.error.contains("took longer than 1 s and was ended"), "\(result)")
  }

  @Test func `a hook that is not there is named`() throws {
    let workspace = try OperationExample.workspace(operate: #"{ "on_success": ["./none"] }"#)
    let result = try workspace.run(["run"])
    #expect(result.status == 4)
    #expect(result.error.contains("operate.on_success: cannot start"), "\(result)")
  }

  @Test func `whom a run tells makes no stage run again`() throws {
    let workspace = try OperationExample.workspace()
    try workspace.succeed("run")
    try workspace.write(
      OperationExample.pipeline(operate: #"{ "metrics": "takedowns.prom" }"#), to: "pipeline.json")
    let before = try workspace.files(below: "outputs")
    #expect(try workspace.succeed("run").error.contains("up to date: run "))
    #expect(try workspace.files(below: "outputs") == before)
    #expect(workspace.exists("takedowns.prom"))
  }

  // MARK: - Lineage

  @Test func `a run is an event of OpenLineage too`() throws {
    let workspace = try OperationExample.workspace()
    try workspace.succeed("run", "--config", workspace.folder.path + "/pipeline.json")
    func event() throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: workspace.bytes("outputs/latest/openlineage.json"))
          as? [String: Any])
    }
    let first = try event()
    #expect(Set(first.keys).isSuperset(of: ["eventTime", "producer", "schemaURL", "run", "job"]))
    #expect(first["eventType"] as? String == "COMPLETE")
    let run = try #require(first["run"] as? [String: Any])
    let id = try #require(run["runId"] as? String)
    #expect(UUID(uuidString: id) != nil && id.dropFirst(14).first == "8", "\(id)")
    let counts = (run["facets"] as? [String: Any])?["takedowns_counts"] as? [String: Any]
    #expect((counts?["ingest"] as? [String: Any])?["rows"] as? Int == 2)
    let job = try #require(first["job"] as? [String: Any])
    #expect(job["name"] as? String == "pipeline.json")
    let inputs = try #require(first["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["name"] as? String } == ["inputs/a.csv"])
    let outputs = try #require(first["outputs"] as? [[String: Any]])
    let names = outputs.compactMap { $0["name"] as? String }
    #expect(names.contains("outputs/latest/release/headlines.json"))
    for dataset in inputs + outputs { #expect(dataset["namespace"] as? String == "file") }
    let text = try workspace.text("outputs/latest/openlineage.json")
    #expect(!text.contains(workspace.folder.path), "it names no folder of this machine")
    try Self.expectFacetsNamed(first)
  }

  /// Every facet says who made it and by which schema.
  private static func expectFacetsNamed(_ value: Any) throws {
    if let list = value as? [Any] { for element in list { try expectFacetsNamed(element) } }
    for (key, member) in value as? [String: Any] ?? [:] {
      if ["facets", "inputFacets", "outputFacets"].contains(key) {
        for (name, facet) in try #require(member as? [String: [String: Any]]) {
          for field in ["_producer", "_schemaURL"] {
            let uri = try #require(facet[field] as? String, "\(name)")
            #expect(URL(string: uri)?.scheme != nil, "\(uri)")
          }
        }
      }
      try expectFacetsNamed(member)
    }
  }
}
