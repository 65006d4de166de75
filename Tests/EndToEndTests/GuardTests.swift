import Foundation
import Testing

/// Guards hold a publication back until somebody has had a look.
struct GuardTests {
  private static let fall = #""max_fall": 50"#
  private static let words = [
    "nca.max_fall: 4 rows, 60.0% fewer than the 10 of the published run", "expected at most 50%",
    "'takedowns run --accept nca.max_fall'",
  ]

  @Test func `what is held back is held again, until it is accepted, and computed once`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    let release = try workspace.files(below: "outputs/latest/release")
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: Self.words)
    #expect(try workspace.runs.count == 2)
    let held = try workspace.lastRun
    #expect(try workspace.guards(of: held).first?["state"] as? String == "tripped")

    let before = try workspace.outputs
    for arguments in [["run"], ["run", "--quiet"], ["emit"]] {
      let result = try workspace.run(arguments)
      #expect(result.status == 3 && result.error.contains(Self.words[0]), "\(result)")
      #expect(try workspace.outputs == before)
    }
    #expect(try workspace.files(below: "outputs/latest/release") == release)

    let shown = try workspace.succeed("runs", "show").output
    #expect(shown.hasPrefix("run \(held): held back by nca.max_fall\n"), "\(shown)")

    let accepted = try workspace.succeed("run", "--accept", "nca.max_fall")
    #expect(try workspace.succeed("runs", "show").output.contains("guard nca.max_fall: accepted\n"))
    #expect(accepted.error.contains("ingest: up to date"))
    #expect(workspace.latest == "runs/" + held)
    #expect(try workspace.runs.count == 2)
    let record = try #require(try workspace.guards(of: held).first)
    #expect(record["guard"] as? String == "nca.max_fall")
    #expect(record["state"] as? String == "accepted")
    #expect(record["figure"] as? Double == 60 && record["limit"] as? Int == 50)
    let other = try #require(record["compared_with"] as? [String: Any])
    let first = try workspace.runs.first
    #expect(other["rows"] as? Int == 10 && other["run"] as? String == first)

    let after = try workspace.outputs
    #expect(try workspace.succeed("run").error.contains("up to date: run"))
    #expect(try workspace.outputs == after)
    try workspace.write(GuardedLog.rows(3), to: "inputs/nca.csv")
    try workspace.succeed("run")
  }

  @Test func `a run can be accepted as it is made, and what need not be is remarked`() throws {
    let workspace = try GuardedLog.published(Self.fall + #", "min_rows": 1"#, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    let result = try workspace.succeed(
      "run", "--accept", "nca.max_fall", "--accept", "nca.min_rows")
    #expect(result.error.contains("--accept nca.min_rows: the guard holds nothing back"))
    let states = try workspace.guards(of: try workspace.lastRun).map {
      $0["state"] as? String
    }
    #expect(states == ["fine", "accepted"])
  }

  @Test func `a name that no guard has is refused before anything is done`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    let before = try workspace.outputs
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    let result = try workspace.run(["run", "--accept", "nca.max_rise"])
    #expect(result.status == 2)
    #expect(
      result.error
        == "Error: --accept nca.max_rise: no source has such a guard; expected one of nca.max_fall\n"
    )
    #expect(try workspace.outputs == before)
    #expect(try workspace.run(["run", "--to", "compare", "--accept", "x"]).status == 64)
  }

  @Test func `the stage that publishes is held back too`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.succeed("run", "--to", "compare")
    try workspace.holdBack("emit", words: Self.words)
    try workspace.holdBack("emit", words: Self.words)
    try workspace.succeed("run", "--accept", "nca.max_fall")
  }

  @Test func `a release that is put back is held back as it was`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: Self.words)
    let held = try workspace.lastRun
    try workspace.remove("outputs/runs/\(held)/release")
    try workspace.holdBack("emit", words: Self.words)
    #expect(workspace.exists("outputs/runs/\(held)/release/headlines.txt"))
    try workspace.holdBack("run", words: Self.words)
  }

  @Test func `a limit that is changed computes nothing anew`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: Self.words)
    let result = try workspace.succeed("run", "--set", "sources[0].guards.max_fall=60")
    #expect(result.error.contains("emit: up to date"))
    let record = try #require(
      try workspace.guards(of: try workspace.lastRun).first)
    #expect(record["state"] as? String == "fine" && record["limit"] as? Int == 60)
  }

  @Test func `a fall is measured against what is published, not against what is held`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: Self.words)
    try workspace.write(GuardedLog.rows(3), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: ["3 rows, 70.0% fewer than the 10"])
    try workspace.write(GuardedLog.rows(9), to: "inputs/nca.csv")
    try workspace.succeed("run")
  }

  @Test func `a published run whose record was changed is not measured against in silence`() throws
  {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    let path = "outputs/runs/\(try workspace.lastRun)/run.json"
    try workspace.write(
      try workspace.text(path).replacing(#""rows": 10"#, with: #""rows": 5"#), to: path)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    let result = try workspace.succeed("run")
    #expect(result.error.contains("is not as it was written; no rise or fall is measured"))
    let record = try #require(try workspace.guards(of: workspace.lastRun).first)
    #expect(record["state"] as? String == "not-compared")
  }

  @Test func `a source that becomes late after its release is told, until it is accepted`() throws {
    let workspace = try GuardedLog.published("", rows: 2)
    try workspace.write(
      GuardedLog.pipeline(guards: #""expected_every": "P1W""#), to: "pipeline.json")
    let before = try workspace.outputs
    try workspace.holdBack(
      "run",
      words: [
        "is published already, and would be held back now",
        "the last record is of 2025-03-20, and it is 2025-03-31",
      ])
    #expect(try workspace.outputs == before)
    try workspace.succeed("run", "--accept", "nca.expected_every")
    try workspace.succeed("run")
    #expect(try workspace.runs.count == 1)
  }

  @Test(arguments: [
    (#""min_rows": 11"#, "nca.min_rows: 10 rows; expected at least 11"),
    (
      #""max_rejects": 9"#,
      "nca.max_rejects: 1 of 11 rows cannot be used, 9.1%; expected at most 9%"
    ),
  ])
  func `a limit that is set after the release is told, until it is accepted`(
    guards: String, words: String
  ) throws {
    let workspace = try GuardedLog.published("", rows: 10)
    if guards.contains("max_rejects") {
      try workspace.write(GuardedLog.rows(10) + "X\n", to: "inputs/nca.csv")
      try workspace.succeed("run")
    }
    let before = try workspace.outputs
    try workspace.write(GuardedLog.pipeline(guards: guards), to: "pipeline.json")
    for _ in 0..<2 {
      try workspace.holdBack("run", words: ["would be held back now", words])
      #expect(try workspace.outputs == before)
    }
    let guardName = try #require(words.split(separator: ":").first)
    try workspace.succeed("run", "--accept", String(guardName))
    try workspace.succeed("run")
    #expect(try workspace.guards(of: workspace.lastRun).first?["state"] as? String == "accepted")
  }

  @Test func `a fall that was accepted is not told again when another limit is set`() throws {
    let workspace = try GuardedLog.published(Self.fall, rows: 10)
    try workspace.write(GuardedLog.rows(4), to: "inputs/nca.csv")
    try workspace.succeed("run", "--accept", "nca.max_fall")
    try workspace.write(
      GuardedLog.pipeline(guards: Self.fall + #", "min_rows": 5"#), to: "pipeline.json")
    try workspace.holdBack("run", words: ["nca.min_rows: 4 rows; expected at least 5"])
    try workspace.succeed("run", "--accept", "nca.min_rows")
    let states = try workspace.guards(of: workspace.lastRun).map {
      "\($0["guard"] ?? "") \($0["state"] ?? "")"
    }
    #expect(Set(states) == ["nca.max_fall accepted", "nca.min_rows accepted"])
  }

  @Test func `without a day up to which is counted, today decides`() throws {
    let workspace = try Workspace()
    try workspace.write(
      GuardedLog.pipeline(guards: #""expected_every": "P1M""#, asOf: nil), to: "pipeline.json")
    try workspace.write(GuardedLog.rows(2), to: "inputs/nca.csv")
    try workspace.holdBack("run", words: ["nca.expected_every: the last record is of 2025-03-20"])
    #expect(workspace.latest == nil)
    let day = Date().formatted(.iso8601.year().month().day())
    try workspace.write(GuardedLog.rows(2, day: day), to: "inputs/nca.csv")
    try workspace.succeed("run")
  }
}
