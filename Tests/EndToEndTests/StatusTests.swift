import Foundation
import Glibc
import Testing

/// `takedowns status` says how things stand and touches nothing.
struct StatusTests {
  private static func status(
    _ workspace: Workspace, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (json: [String: Any], text: String) {
    let before = workspace.exists("outputs") ? try workspace.outputs : [:]
    let text = try workspace.succeed("status", sourceLocation: sourceLocation)
    let json = try workspace.succeed("status", "--format", "json", sourceLocation: sourceLocation)
    #expect(text.error.isEmpty && json.error.isEmpty, sourceLocation: sourceLocation)
    let after = workspace.exists("outputs") ? try workspace.outputs : [:]
    #expect(before == after, sourceLocation: sourceLocation)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    return (try #require(object as? [String: Any]), text.output)
  }

  private static func source(_ json: [String: Any]) throws -> [String: Any] {
    try #require((json["sources"] as? [[String: Any]])?.first)
  }

  @Test func `before any run there is everything to do`() throws {
    let workspace = try Workspace()
    try workspace.write(
      GuardedLog.pipeline(guards: #""expected_every": "P1M""#), to: "pipeline.json")
    let (json, text) = try Self.status(workspace)
    #expect(!workspace.exists("outputs"))
    #expect(
      text == """
        published: nothing yet
        last: no run yet
        running: nothing

        ingest: runs (never-run)
        normalize: runs (never-run)
        compare: runs (never-run)
        emit: runs (never-run)

        nca: missing

        """)
    #expect(json["latest"] is NSNull && json["last_run"] is NSNull && json["running"] is NSNull)
    #expect(try Self.source(json)["files"] as? Int == 0)
  }

  @Test func `after a run it tells what is published and when the next log is due`() throws {
    let workspace = try GuardedLog.published(#""expected_every": "P1M""#, rows: 3)
    let run = try workspace.lastRun
    let (json, text) = try Self.status(workspace)
    let last = try #require(json["last_run"] as? [String: Any])
    #expect(json["latest"] as? String == run && last["run"] as? String == run)
    #expect(last["state"] as? String == "published" && last["held_by"] as? [String] == [])
    for key in ["started", "ended"] { #expect(last[key] is String) }
    let decisions = (json["plan"] as? [[String: Any]])?.map { $0["decision"] as? String }
    #expect(decisions == ["up-to-date", "up-to-date", "up-to-date", "up-to-date"])
    #expect(
      text.hasSuffix("\nnca: 1 file, last record of 2025-03-20, next due by 2025-04-20\n"))
    let source = try Self.source(json)
    #expect(source["due"] as? String == "2025-04-20" && source["late"] as? Bool == false)

    let late = try workspace.succeed("status", "--as-of", "2025-04-21").output
    #expect(late.contains("late since 2025-04-20") && late.contains("settings-changed"))
  }

  @Test func `it names the guards that hold the last run back`() throws {
    let workspace = try GuardedLog.published(#""max_fall": 10, "min_rows": 5"#, rows: 10)
    let published = try workspace.lastRun
    try workspace.write(GuardedLog.rows(2), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: ["nca.max_fall", "nca.min_rows"])
    let (json, text) = try Self.status(workspace)
    let last = try #require(json["last_run"] as? [String: Any])
    #expect(json["latest"] as? String == published)
    #expect(last["state"] as? String == "held")
    #expect(last["held_by"] as? [String] == ["nca.min_rows", "nca.max_fall"])
    #expect(text.contains(", held back by nca.min_rows, nca.max_fall\n"))
  }

  @Test func `it tells which call failed, until one does what it was asked to`() throws {
    let workspace = try GuardedLog.published("", rows: 3)
    #expect(try Self.status(workspace).json["failed"] is NSNull)
    try workspace.write("Other,Account,Date\nX,sample_1,2025-03-20\n", to: "inputs/nca.csv")
    let failed = try workspace.run(["run"])
    #expect(failed.status == 2)
    let (json, text) = try Self.status(workspace)
    let call = try #require(json["failed"] as? [String: Any])
    let problems = try #require(call["problems"] as? [String])
    #expect(call["status"] as? Int == 2 && call["ended"] is String)
    #expect(failed.error.contains("Error: \(problems.joined(separator: "\n"))"))
    #expect(text.contains(", published\nfailed since: "))
    #expect(text.contains(", status 2: inputs/nca.csv: line 1: no column 'Platform'"))

    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.succeed("run")
    let after = try Self.status(workspace)
    #expect(after.json["failed"] is NSNull && !after.text.contains("failed"))
    #expect(!workspace.exists("outputs/.failed.json"))
  }

  @Test func `headlines that are not as they were written are not read out`() throws {
    let workspace = try GuardedLog.published("", rows: 3)
    let path = "outputs/latest/release/headlines.json"
    let said = try workspace.succeed("headline", "nca").output
    #expect(said.hasPrefix("3 accounts"))
    try workspace.write(
      try workspace.text(path).replacing("3 accounts", with: "9 accounts"), to: path)
    for arguments in [["headline"], ["headline", "nca", "--format", "json"]] {
      let result = try workspace.run(arguments)
      #expect(result.status == 2 && result.output.isEmpty, "\(result)")
      #expect(
        result.error.contains("'release/headlines.json' of the last run is not as it was written"))
    }
    try workspace.succeed("run")
    #expect(try workspace.succeed("headline", "nca").output == said)
  }

  @Test func `a call that only waited for another one is no failure of it`() throws {
    let workspace = try GuardedLog.published("", rows: 3)
    let file = try FileHandle(
      forUpdating: workspace.folder.appending(path: "outputs/.lock"))
    defer { try? file.close() }
    try #require(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(try workspace.run(["run"]).status == 75)
    #expect(try Self.status(workspace).json["failed"] is NSNull)
  }

  @Test func `it tells who holds the lock, and waits for nobody`() throws {
    let workspace = try GuardedLog.published("", rows: 3)
    let file = try FileHandle(
      forUpdating: workspace.folder.appending(path: "outputs/.lock"))
    defer { try? file.close() }
    try #require(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let (json, text) = try Self.status(workspace)
    let own = "process \(ProcessInfo.processInfo.processIdentifier)"
    #expect(json["running"] as? String == own)
    #expect(text.contains("running: \(own)\n"))

    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data("\(own) on somewhere since 2025-04-01T03:00:00Z\n".utf8))
    let named = try Self.status(workspace).text
    #expect(named.contains("running: \(own) on somewhere since 2025-04-01T03:00:00Z\n"))
  }
}
