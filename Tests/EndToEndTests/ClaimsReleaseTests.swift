import Foundation
import Tabular
import TakedownModel
import Testing

/// What a release says of public statements, and what it must not where small counts are hidden.
struct ClaimsReleaseTests {
  private static func row(
    _ id: String, _ agency: String, _ counts: String, _ first: String, _ last: String,
    _ words: String
  ) -> String {
    [
      id, "Office", "2024-10-01", agency, "taken-down", counts, first, last, words, "", "", "t", "",
    ].joined(separator: ",")
  }

  /// The logs of the case on small counts, with a register beside them.
  private static func workspace(_ rows: [String]) throws -> Workspace {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/small-counts-hidden")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: part)
    }
    let pipeline = try workspace.text("pipeline.json").replacing(
      "\"headlines\"",
      with: "\"published\": [{ \"id\": \"said\", \"path\": \"said.csv\" }],\n  \"headlines\"")
    try workspace.write(pipeline, to: "pipeline.json")
    let lines = [StageColumns.published.joined(separator: ",")] + rows
    try workspace.write(lines.joined(separator: "\n") + "\n", to: "said.csv")
    try workspace.succeed("run", "--quiet")
    return workspace
  }

  private static func records(_ workspace: Workspace, _ path: String) throws -> [[String: String]] {
    let table = try Table(csv: Array(workspace.bytes("outputs/latest/" + path)))
    return table.rows.map { row in
      Dictionary(zip(table.columns, row)) { first, _ in first }
    }.filter { $0["kind"] == "records" }
  }

  /// Days that are no period of the release, days that are, and units that no table gives.
  private static let rows = [
    row("odd-days", "uk-nca", "accounts", "2024-07-01", "2024-07-10", "exactly,4"),
    row("a-month", "se-police", "accounts", "2024-07-01", "2024-07-31", "exactly,4"),
    row("to-date", "uk-nca", "accounts", "2024-07-01", "2024-09-30", "about,30"),
    row("pages", "uk-nca", "pages", "2024-07-01", "2024-09-30", "exactly,0"),
    row("posts", "uk-nca", "accounts+posts", "2024-07-01", "2024-09-30", "about,30"),
  ]

  @Test func `what the records count stands beside a statement only where the release shows it`()
    throws
  {
    let workspace = try Self.workspace(Self.rows)
    let counts = try Table(csv: Array(workspace.bytes("outputs/latest/release/data/accounts.csv")))
    let all = try Self.records(workspace, "3-compare/claims.csv")
    let shown = try Self.records(workspace, "release/data/claims.csv")
    #expect(all.allSatisfy { $0["records"] != "" && $0["verdict"] != "" && $0["status"] == "" })
    let places = try ["measure", "agency", "platform", "period_start", "period_end", "value"].map {
      try #require(counts.index(of: $0))
    }
    let cells = counts.rows.map { row in places.map { row[$0] } }
    for (row, rowShown) in zip(Self.rows, shown) {
      let said = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let value = rowShown["records"] ?? ""
      if value.isEmpty {
        #expect(rowShown["status"] == "c" && rowShown["verdict"] == "" && rowShown["note"] == "")
      } else {
        #expect(cells.contains(["accounts", said[3], "all", said[6], said[7], value]), "\(row)")
      }
    }
    #expect(shown.map { $0["status"] ?? "" } == ["c", "", "", "c", "c"])
  }

  @Test func `a count that the release hides is hidden beside a statement too`() throws {
    let workspace = try Self.workspace(Self.rows)
    try workspace.succeed("run", "--quiet", "--set", "publish.suppress_below=20")
    let shown = try Self.records(workspace, "release/data/claims.csv")
    #expect(shown.map { $0["status"] ?? "" } == ["c", "c", "", "c", "c"])
  }

  @Test func `the page gives no hidden count away`() throws {
    let workspace = try Self.workspace(Self.rows)
    let hidden = try workspace.text("outputs/latest/release/claims.md")
    #expect(hidden.contains("| exactly 4 | accounts | 1 July 2024 to 10 July 2024 |"))
    #expect(!hidden.contains("the records count 4"))
    #expect(hidden.contains("`[c]`: not shown"))
    try workspace.succeed("run", "--quiet", "--set", "publish.suppress_below=null")
    let shown = try workspace.text("outputs/latest/release/claims.md")
    #expect(shown.contains("the records count") && !shown.contains("[c"))
    #expect(
      try Self.records(workspace, "release/data/claims.csv").map { $0["records"] }
        == Self.records(workspace, "3-compare/claims.csv").map { $0["records"] })
  }

  @Test func `without a register the release has nothing of it`() throws {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/small-counts-hidden")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: part)
    }
    try workspace.succeed("run", "--quiet")
    let files = try workspace.files(below: "outputs/latest/release").keys
    #expect(!files.isEmpty && files.allSatisfy { !$0.contains("claim") })
    #expect(!(try workspace.text("outputs/latest/release/data/dictionary.csv").contains("claim")))
  }
}
