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

  /// The figures of a run of its own, by what they are of.
  private static func figures(
    _ settings: RevisedLogs.Settings, _ logs: [[String]]
  ) throws -> [[String]: Int] {
    let workspace = try Workspace()
    var edits = Edits(seed: 0)
    edits.settings = settings
    edits.logs = logs
    try edits.write(to: workspace)
    try workspace.succeed("run")
    let table = try Table(csv: Array(workspace.bytes("outputs/latest/3-compare/counts.csv")))
    let places = key.compactMap { table.index(of: $0) }
    let value = try #require(table.index(of: "value"))
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { row in
        (places.map { row[$0] }, Int(row[value]) ?? -1)
      })
  }

  private static let key = ["measure", "agency", "platform", "period_kind", "period"]

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `the first and the last part are what runs of their own would say`(seed: UInt64) throws {
    let workspace = try Workspace()
    var edits = Edits(seed: seed)
    edits.edit()
    try edits.write(to: workspace)
    try workspace.succeed("run")
    let old = edits
    edits.edit()
    try edits.write(to: workspace)
    try workspace.succeed("run")
    let report = try RevisedLogs.diff(workspace)
    #expect(report["limits"]?.elements == [])

    // The old sources under the new rules, with the old logs and then with what became of them.
    var settings = edits.settings
    settings.agencies = old.settings.agencies
    let afterRules = try Self.figures(settings, old.logs)
    let logs = Edits.agencies.indices.map { number in
      let isKept = edits.settings.agencies.contains(Edits.agencies[number])
      return isKept ? edits.logs[number] : old.logs[number]
    }
    let beforeSources = try Self.figures(settings, logs)
    let revisions = report["revisions"]?.elements ?? []
    #expect(revisions.count > 10)
    for revision in revisions {
      let key = Self.key.map { revision[$0]?.string ?? "" }
      let rules = (afterRules[key] ?? 0) - (revision["old_value"]?.integer ?? 0)
      #expect(revision["parts"]?["rules"]?.integer == rules, "\(revision)")
      let sources = (revision["new_value"]?.integer ?? 0) - (beforeSources[key] ?? 0)
      #expect(revision["parts"]?["sources"]?.integer == sources, "\(revision)")
    }
  }
}
