import Tabular
import TestSupport
import Testing

/// The parts of a change sum to it, whatever was done between two runs.
struct RevisionPropertyTests {
  /// Logs of three agencies that are edited at random.
  private struct Edits {
    var random: SeededGenerator
    var settings = RevisedLogs.Settings()
    var logs: [[String]] = []

    static let agencies = ["uk-nca", "al-asp", "se-police"]

    init(seed: UInt64) {
      random = SeededGenerator(seed: seed)
      for _ in Self.agencies {
        var log: [String] = []
        for _ in 0..<60 { log.append(row()) }
        logs.append(log)
      }
    }

    mutating func row() -> String {
      let platform = ["TikTok", "Tik Talk", "X", "Facebook"][number(0..<4)]
      let action = ["Removed", "Removed", "Refused"][number(0..<3)]
      let day = number(10..<29)
      return "\(platform),@sample_\(number(0..<40)),\(action),\(number(2024..<2026))-02-\(day)"
    }

    mutating func number(_ range: Range<Int>) -> Int {
      Int.random(in: range, using: &random)
    }

    /// Takes rows away, restates and adds some, anywhere; and changes sources, words and the day.
    mutating func edit() {
      for agency in logs.indices where number(0..<3) > 0 {
        var log = logs[agency]
        for _ in 0..<number(0..<4) { log.remove(at: number(0..<log.count)) }
        for _ in 0..<number(0..<4) { log[number(0..<log.count)] = row() }
        for _ in 0..<number(0..<6) { log.insert(row(), at: number(0..<log.count)) }
        if number(0..<3) == 0 { log.shuffle(using: &random) }
        logs[agency] = log
      }
      settings.aliases = number(0..<2) == 0 ? "" : #""Tik Talk""#
      settings.asOf = "2025-02-\(number(10..<29))"
      settings.agencies = ["uk-nca"]
      for agency in Self.agencies.dropFirst() where number(0..<2) == 0 {
        settings.agencies.append(agency)
      }
    }

    func write(to workspace: Workspace) throws {
      try workspace.write(settings.text, to: "pipeline.json")
      for (agency, log) in zip(Self.agencies, logs) {
        try workspace.write(
          RevisedLogs.header + log.joined(separator: "\n") + "\n", to: "inputs/\(agency).csv")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `the parts of random edits always sum to the change`(seed: UInt64) throws {
    let workspace = try Workspace()
    var edits = Edits(seed: seed)
    for round in 0..<3 {
      if round > 0 { edits.edit() }
      try edits.write(to: workspace)
      try workspace.succeed("run")
      guard round > 0 else { continue }
      let report = try RevisedLogs.diff(workspace)
      #expect(report["limits"]?.elements == [])
      #expect((report["revisions"]?.elements ?? []).count > 10)
      try RevisedLogs.expectSums(report)
    }
  }
}
