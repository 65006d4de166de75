import Foundation
import Testing

/// What a run does again, and what it takes over, by contents alone.
struct RerunTests {
  private static let pipeline = """
    {
      "version": 1,
      "reporting": { "year_start": "07-01", "as_of": "2025-03-31" },
      "publish": { "png": false },
      "sources": [{
        "id": "nca", "agency": "uk-nca", "path": "inputs/nca/*.csv", "format": "csv",
        "fields": { "platform": "p", "account": "a", "action_date": "d" },
        "constants": { "action": "removed" }
      }, {
        "id": "hsi", "agency": "us-hsi", "path": "inputs/hsi/*.tar", "format": "csv",
        "fields": { "platform": "p", "account": "a", "action_date": "d" },
        "constants": { "action": "removed" }
      }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }]
    }
    """

  private static let january =
    "p,a,d\nX,sample_a,2024-08-01\nX,sample_b,2025-01-02\nX,,2025-01-03\n"
  private static let february = "p,a,d\nX,sample_c,2025-02-01\nX,sample_d,2025-02-02,,,\n"

  private static func published() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline, to: "pipeline.json")
    try workspace.write(january, to: "inputs/nca/2025-01.csv")
    try workspace.write("p,a,d\nX,sample_h,2024-09-01\n", to: "inputs/hsi/logs/a.csv")
    try workspace.write("p,a,d\nX,sample_i,2025-02-01\n", to: "inputs/hsi/logs/b.csv")
    try workspace.pack("inputs/hsi/logs", into: "inputs/hsi/logs.tar")
    try workspace.succeed("run")
    return workspace
  }

  /// What `run --dry-run` says of each stage.
  private static func plan(_ workspace: Workspace, _ arguments: String...) throws -> [String] {
    try workspace.run(["run", "--dry-run"] + arguments).output.split(separator: "\n")
      .map(String.init)
  }

  private static let idle = ["ingest", "normalize", "compare", "emit"].map { "\($0): up to date" }

  @Test func `where nothing has changed no file is touched`() throws {
    let workspace = try Self.published()
    let before = try workspace.stamps(below: "outputs")
    #expect(try Self.plan(workspace) == Self.idle)
    let result = try workspace.succeed("run")
    #expect(result.error.contains("emit: up to date\nup to date: run "), "\(result)")
    #expect(try workspace.stamps(below: "outputs") == before)
    let quiet = try workspace.succeed("run", "--quiet")
    #expect(quiet.output + quiet.error == "")
  }

  @Test func `times and the form of the pipeline file do not count`() throws {
    let workspace = try Self.published()
    try workspace.write(try workspace.text("inputs/nca/2025-01.csv"), to: "inputs/nca/2025-01.csv")
    let squeezed = Self.pipeline.replacing("  ", with: "").replacing("\n", with: "")
    try workspace.write(squeezed, to: "pipeline.json")
    #expect(try Self.plan(workspace) == Self.idle)
  }

  /// What is done to a workspace, what the plan says then, and which stages run.
  struct Change: CustomTestStringConvertible {
    let testDescription: String
    var arguments: [String] = []
    var work: @Sendable (Workspace) throws -> Void = { _ in }
    let first: String
    let ran: [String]
  }

  static let changes = [
    Change(
      testDescription: "a new file", work: { try $0.write(february, to: "inputs/nca/2025-02.csv") },
      first: "ingest: runs (inputs-changed: 1 new, inputs/nca/2025-02.csv)",
      ran: ["ingest", "normalize", "compare", "emit"]),
    Change(
      testDescription: "a changed file",
      work: { try $0.write(january + "X,sample_x,2025-01-09\n", to: "inputs/nca/2025-01.csv") },
      first: "ingest: runs (inputs-changed: 1 changed, inputs/nca/2025-01.csv)",
      ran: ["ingest", "normalize", "compare", "emit"]),
    Change(
      testDescription: "a file of checksums",
      work: { try $0.checksum("inputs/nca/2025-01.csv") },
      first: "ingest: runs (inputs-changed: 1 new, inputs/nca/2025-01.csv.sha256)",
      ran: ["ingest"]),
    Change(
      testDescription: "a setting of the last stage",
      arguments: ["--set", "title=Takedowns"], first: "emit: runs (settings-changed)",
      ran: ["emit"]),
    Change(
      testDescription: "a setting that changes no figure of the stage",
      arguments: ["--set", "sources[0].not_before=2020-01-01"],
      first: "ingest: runs (settings-changed)", ran: ["ingest", "normalize", "emit"]),
    Change(
      testDescription: "a stage that is asked for", arguments: ["--force", "compare"],
      first: "compare: runs (forced)", ran: ["compare"]),
    Change(
      testDescription: "a stage file with another byte",
      work: { try $0.flip("outputs/latest/2-normalize/takedowns.csv") },
      first: "normalize: runs (output-damaged: 2-normalize/takedowns.csv)", ran: ["normalize"]),
    Change(
      testDescription: "a release with another byte",
      work: { try $0.flip("outputs/latest/release/data/accounts.csv") },
      first: "emit: runs (output-damaged: release/data/accounts.csv)", ran: ["emit"]),
    Change(
      testDescription: "a file that is gone",
      work: { try $0.remove("outputs/latest/3-compare/counts.csv") },
      first: "compare: runs (output-damaged: 3-compare/counts.csv)", ran: ["compare"]),
    Change(
      testDescription: "a record with another byte",
      work: { try $0.flip("outputs/latest/run.json") },
      first: "ingest: runs (record-damaged)", ran: ["ingest", "normalize", "compare", "emit"]),
  ]

  @Test(arguments: changes)
  func `a run does what is not up to date, and says why`(change: Change) throws {
    let workspace = try Self.published()
    try change.work(workspace)
    let plan = try workspace.run(["run", "--dry-run"] + change.arguments)
    let due = plan.output.split(separator: "\n").first { $0.contains(": runs (") }
    #expect(due.map(String.init) == change.first, "\(plan)")

    let result = try workspace.run(["run"] + change.arguments)
    #expect(result.status == 0, "\(result)")
    let ran = result.error.split(separator: "\n").filter { $0.hasSuffix("]") }
      .map { String($0.prefix { $0 != ":" }) }
    #expect(ran == change.ran, "\(result)")

    let settings = change.arguments.contains("--force") ? [] : change.arguments
    let again = try workspace.run(["run"] + settings)
    #expect(again.error.contains("up to date: run"), "\(again)")
    try Self.expectFresh(workspace, settings)
  }

  /// Expects the same bytes as a run has that takes nothing over.
  private static func expectFresh(
    _ workspace: Workspace, _ arguments: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let fresh = try workspace.run(["run", "--quiet", "--set", "outputs=fresh"] + arguments)
    try #require(fresh.status == 0, "\(fresh)", sourceLocation: sourceLocation)
    for folder in ["1-ingest", "2-normalize", "3-compare", "release"] {
      let kept = try workspace.files(below: "outputs/latest/" + folder)
      #expect(
        try workspace.files(below: "fresh/latest/" + folder) == kept, "\(folder)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `of a source only the new file is read`() throws {
    let workspace = try Self.published()
    try workspace.write(Self.february, to: "inputs/nca/2025-02.csv")
    let result = try workspace.succeed("run")
    #expect(result.error.contains("; 3 files as read before [inputs-changed: 1 new"), "\(result)")
    try Self.expectFresh(workspace)
  }

  @Test func `what an interrupted run has read is not read again`() throws {
    let workspace = try Self.published()
    let ingested = try workspace.files(below: "outputs/latest/1-ingest")
    // A run that broke off after its first file, in the middle of the second.
    let parts = String(decoding: ingested["parts.ndjson"] ?? Data(), as: UTF8.self)
    try workspace.remove("outputs")
    for name in ["records.csv", "rejects.csv", "findings.csv"] {
      let text = String(decoding: ingested[name] ?? Data(), as: UTF8.self)
      try workspace.write(text + "half a ro", to: "outputs/runs/.partial/1-ingest/" + name)
    }
    let broken = parts.split(separator: "\n")[0] + "\n" + parts.split(separator: "\n")[1].prefix(40)
    try workspace.write(String(broken), to: "outputs/runs/.partial/1-ingest/parts.ndjson")
    let result = try workspace.succeed("run")
    #expect(result.error.contains("; 1 files as read before [never-run]"), "\(result)")
    #expect(try workspace.files(below: "outputs/latest/1-ingest") == ingested)
    #expect(!workspace.exists("outputs/runs/.partial"))
    #expect(!workspace.exists("outputs/runs/.interrupted"))
  }

  @Test func `what was damaged in an interrupted run is read again`() throws {
    let workspace = try Self.published()
    let ingested = try workspace.files(below: "outputs/latest/1-ingest")
    try workspace.remove("outputs")
    for (name, bytes) in ingested {
      let text = String(decoding: bytes, as: UTF8.self)
      try workspace.write(
        name == "records.csv" ? text.replacing("sample_a", with: "sample_z") : text,
        to: "outputs/runs/.partial/1-ingest/" + name)
    }
    let result = try workspace.succeed("run")
    #expect(!result.error.contains("as read before"), "\(result)")
    #expect(try workspace.files(below: "outputs/latest/1-ingest") == ingested)
  }
}
