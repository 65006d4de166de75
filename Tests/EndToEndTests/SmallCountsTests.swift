import Foundation
import Tabular
import Testing

/// What a release with `publish.suppress_below` shows, and what it must not.
struct SmallCountsTests {
  private static let limit = 7

  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/small-counts-hidden")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: part)
    }
    return workspace
  }

  private static func table(_ path: String, _ workspace: Workspace) throws -> Table {
    try Table(csv: Array(workspace.bytes("outputs/latest/" + path)))
  }

  private static func column(_ name: String, _ table: Table) throws -> [String] {
    let place = try #require(table.index(of: name))
    return table.rows.map { $0[place] }
  }

  private static func isSmall(_ text: String) -> Bool {
    Int(text).map { (1..<limit).contains($0) } ?? false
  }

  @Test(arguments: [
    ("data/accounts.csv", ["value"]), ("data/comparisons.csv", ["value", "base_value"]),
    ("data/coverage.csv", ["records", "takedowns"]), ("charts/by-platform.csv", ["value"]),
    ("charts/by-agency.csv", ["value"]), ("charts/year-over-year-by-month.csv", ["value"]),
  ])
  func `no small count is in a table of the release`(path: String, columns: [String]) throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let table = try Self.table("release/" + path, workspace)
    #expect(!table.rows.isEmpty)
    for column in columns {
      #expect(!(try Self.column(column, table).contains(where: Self.isSmall)))
    }
  }

  @Test func `a hidden value has the status c, and nothing follows from it`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let table = try Self.table("release/data/comparisons.csv", workspace)
    let columns = try [
      "value", "base_value", "change", "percent_change", "factor", "marks", "status",
    ]
    .map { try Self.column($0, table) }
    var hidden = 0
    for row in table.rows.indices where columns[5][row].contains("[c]") {
      hidden += 1
      #expect(columns[0][row].isEmpty || columns[1][row].isEmpty)
      #expect(columns[2][row].isEmpty && columns[3][row].isEmpty && columns[4][row].isEmpty)
      #expect(!columns[0][row].isEmpty || columns[6][row] == "c")
    }
    #expect(hidden > 0)
  }

  @Test func `the files of the stages keep every count`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let hidden = try Self.column("value", Self.table("3-compare/counts.csv", workspace))
    #expect(hidden.contains(where: Self.isSmall))
    try workspace.succeed("run", "--quiet", "--set", "publish.suppress_below=null")
    let shown = try Self.column("value", Self.table("release/data/accounts.csv", workspace))
    #expect(shown == hidden)
  }

  @Test func `what is left adds up only where nothing is hidden`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let table = try Self.table("release/data/accounts.csv", workspace)
    let names = ["measure", "agency", "period_kind", "period", "platform", "value", "status"]
    let columns = try names.map { try Self.column($0, table) }
    var groups: [[String]: [(platform: String, status: String)]] = [:]
    for row in table.rows.indices {
      groups[columns[..<4].map { $0[row] }, default: []].append((columns[4][row], columns[6][row]))
    }
    // One hidden figure alone would follow from the others.
    for (key, rows) in groups where rows.count > 1 {
      #expect(rows.count { $0.status == "c" } != 1, "\(key)")
    }
  }
}
