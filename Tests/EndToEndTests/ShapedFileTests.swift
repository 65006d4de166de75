import Foundation
import Tabular
import Testing

/// Files that are no plain list of records, read with what a pipeline file can say of them.
struct ShapedFileTests {
  /// Ingests one file with the members of its source; gives the rows of a stage file.
  private func ingest(
    _ text: String, as name: String, _ members: String, reading stage: String
  ) throws -> [[String: String]] {
    let workspace = try Workspace()
    try workspace.write(text, to: name)
    try workspace.write(
      #"{"version": 1, "sources": [{"id": "s", "path": "\#(name)", \#(members)}]}"#,
      to: "pipeline.json")
    try workspace.succeed("ingest", "--quiet")
    let run = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: workspace.folder.appending(path: "outputs/runs").path
      ).first)
    let table = try Table(
      csv: Array(workspace.bytes("outputs/runs/\(run)/1-ingest/\(stage).csv")))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }

  @Test func `tables of different widths in one file each have their own header`() throws {
    let counts = try ingest(
      """
      Accounts
      Kind,Removed,Restored
      spam,"1,200",3

      Appeals by month
      Month,Received,Granted,Granted
      May,7,5,6
      Month,Left over
      June,9
      """, as: "report.csv",
      #"""
      "kind": "counts", "format": "csv", "agency": "uk-nca", "header_rows": ["Kind", "Month"],
      "pivot": ["Re*", "Granted*", "Left over"], "number_format": {"thousands": ","},
      "derive": [{"from": "{heading}", "pattern": "^(?<table>\\w+)"}],
      "fields": {"measure": "{column}", "category": ["Kind", "Month"], "counts": "{table}",
        "value": "{cell}"}, "constants": {"period": "2024"}
      """#, reading: "counts")
    let rows = counts.map { row in
      ["counts", "measure", "category", "value"].map { row[$0] ?? "" }
    }
    #expect(
      rows == [
        ["Accounts", "Removed", "spam", "1200"], ["Accounts", "Restored", "spam", "3"],
        ["Appeals", "Received", "May", "7"], ["Appeals", "Granted", "May", "5"],
        ["Appeals", "Granted (2)", "May", "6"], ["May", "Left over", "June", "9"],
      ])
  }

  @Test func `records may be arrays whose numbers stand for entries of other lists`() throws {
    let counts = try ingest(
      """
      {"services": ["Facebook", "TikTok"], "names": {"x": "Appeals", "y": "Removals"},
        "rows": [[0, "x", 5], [1, "y", 7], [2, "y", 9]]}
      """, as: "coded.json",
      #"""
      "kind": "counts", "format": "json", "records": "/rows", "agency": "uk-nca",
      "fields": {"platform": "../services/[0]", "measure": "../names/[1]", "value": "/2"},
      "constants": {"period": "2024"}
      """#, reading: "counts")
    let rows = counts.map { row in ["platform", "measure", "value"].map { row[$0] ?? "" } }
    #expect(
      rows == [["Facebook", "Appeals", "5"], ["TikTok", "Removals", "7"], ["", "Removals", "9"]])
  }

  @Test func `arrays are records where places are numbers, shaped or not`() throws {
    let records = try ingest(
      #"[["x", "joe", {"when": "2024-05-01"}], {"0": "x", "1": "ann"}]"#, as: "rows.json",
      #"""
      "format": "json", "agency": "uk-nca", "constants": {"action": "removed"},
      "fields": {"platform": "/0", "account": "/1", "action_date": "/2/when"}
      """#, reading: "records")
    #expect(records.map { $0["account"] } == ["joe", "ann"])
    #expect(records.map { $0["action_date"] } == ["2024-05-01", ""])
    #expect(records.map { $0["other"] } == ["", ""])
  }

  @Test func `conditions and columns follow an id in XML`() throws {
    let records = try ingest(
      """
      <log>
        <case id="1"><who>joe</who><state>closed</state></case>
        <link case="1"/><link case="2"/>
        <case id="2"><who>ann</who><state>open</state></case>
      </log>
      """, as: "log.xml",
      #"""
      "format": "xml", "records": "log/link", "agency": "uk-nca",
      "where": {"@case -> //case[@id]/state": "closed"},
      "fields": {"account": "@case -> //case[@id]/who"},
      "constants": {"action": "removed", "action_date": "2024-05-01"}
      """#, reading: "records")
    #expect(records.map { $0["account"] } == ["joe"])
  }
}
