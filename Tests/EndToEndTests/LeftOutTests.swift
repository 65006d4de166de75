import Foundation
import Tabular
import Testing

/// Rows that no figure is counted from, each of which is accounted for.
struct LeftOutTests {
  private static let counts = #"""
    , {
      "id": "se", "agency": "se-police", "kind": "counts", "path": "inputs/se.csv", "format": "csv",
      "fields": {
        "platform": "Platform", "period_start": "From", "period_end": "To", "value": "Accounts"
      },
      "constants": { "measure": "accounts", "counts": "account" }
    }
    """#

  private static func rows(_ workspace: Workspace) throws -> [String] {
    let bytes = try workspace.bytes("outputs/latest/release/data/records.csv")
    return try Table(csv: Array(bytes)).rows.map { $0.joined(separator: " ") }
  }

  @Test func `rows of supplied counts are accounted for as what they are`() throws {
    let workspace = try Workspace()
    try workspace.write(GuardedLog.pipeline(guards: "", more: Self.counts), to: "pipeline.json")
    try workspace.write(GuardedLog.rows(2), to: "inputs/nca.csv")
    try workspace.write(
      """
      Platform,From,To,Accounts
      TikTok,2024-07-01,2024-07-31,77123
      TikTok,2024-08-01,2024-08-31,many

      """, to: "inputs/se.csv")
    try workspace.succeed("run")
    let rows = try Self.rows(workspace)
    for row in [
      "nca read all 2", "nca supplied all 0", "se read all 2", "se rejected all 1",
      "se supplied all 1", "se record all 0", "all read all 4", "all supplied all 1",
      "all record all 2",
    ] {
      #expect(rows.contains(row), "\(row): \(rows)")
    }
    let words = try workspace.text("outputs/latest/release/methodology.md")
    #expect(words.contains("Rows read = rejected + supplied counts + records"))
    #expect(words.contains("| se | 2 | 1 | 1 | 0 | 0 | 0 | 0 |"))
  }

  @Test(arguments: [(limit: 5, isShown: true), (limit: 8, isShown: false)])
  func `supplied counts stand apart, unless one is too small`(limit: Int, isShown: Bool) throws {
    let workspace = try Workspace()
    try workspace.write(GuardedLog.pipeline(guards: "", more: Self.counts), to: "pipeline.json")
    try workspace.write(GuardedLog.rows(9), to: "inputs/nca.csv")
    try workspace.write(
      """
      Platform,From,To,Accounts
      TikTok,2024-07-01,2024-07-31,7
      X,2024-07-01,2024-07-31,0

      """, to: "inputs/se.csv")
    let run = try workspace.succeed("run", "--set", "publish.suppress_below=\(limit)")
    #expect(
      run.error.contains("supplied counts are not published: 1 of 2 below 8") == !isShown, "\(run)")
    let path = "outputs/latest/release/data/supplied-counts.csv"
    #expect(workspace.exists(path) == isShown)
    if isShown {
      let table = try Table(csv: Array(workspace.bytes(path)))
      #expect(
        table.rows.map { [$0[3], $0[5], $0[10]] } == [
          ["Swedish Police Authority", "TikTok", "7"], ["Swedish Police Authority", "X", "0"],
        ])
    }
    let words = try workspace.text("outputs/latest/release/methodology.md")
    #expect(words.contains("They stand in supplied-counts, apart.") == isShown)
    #expect(words.contains("They are not published: some are smaller") == !isShown)
    let figures = try workspace.text("outputs/latest/release/data/accounts.csv")
    #expect(!figures.contains("se-police"))
  }

  @Test func `a file of which all days are later than the last that counts stops no run`() throws {
    let workspace = try Workspace()
    let pipeline = GuardedLog.pipeline(guards: #""max_rejects": 5"#, asOf: nil)
      .replacing("inputs/nca.csv", with: "inputs/*.csv")
    try workspace.write(pipeline, to: "pipeline.json")
    try workspace.write(GuardedLog.rows(3), to: "inputs/nca.csv")
    try workspace.write(
      GuardedLog.rows(2, day: "2025-04-02").replacing("sample", with: "later"),
      to: "inputs/nca-later.csv")
    try workspace.succeed("run")
    let result = try workspace.succeed("run", "--as-of", "2025-03-31")
    #expect(result.error.contains("records 5: counted 3, duplicates 0, not counted 2"), "\(result)")
    #expect(try Self.rows(workspace).contains("all not-counted after-as-of 2"))
  }

  @Test func `days that do not exist count against the limit on what cannot be used`() throws {
    let workspace = try Workspace()
    try workspace.write(GuardedLog.pipeline(guards: #""max_rejects": 5"#), to: "pipeline.json")
    let bad = "X,other,2025-02-31\nX,another,2025-02-30\n"
    try workspace.write(GuardedLog.rows(8) + bad, to: "inputs/nca.csv")
    try workspace.holdBack(
      "run", words: ["nca.max_rejects: 2 of 10 rows cannot be used, 20.0%; expected at most 5%"])
  }
}
