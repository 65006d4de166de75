import Foundation
import Testing

/// What is explained to people is explained to programs too.
struct ExplainJSONTests {
  private static func document(_ arguments: [String], in workspace: Workspace) throws -> Any {
    let result = try workspace.run(arguments + ["--format", "json"])
    try #require(result.status == 0, "\(result)")
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  @Test func `a figure, an account and a code are objects that say what the text says`() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      {
        "version": 1,
        "reporting": { "year_start": "07-01", "as_of": "2025-03-31" },
        "publish": { "png": false },
        "sources": [{
          "id": "nca", "agency": "uk-nca", "path": "inputs/*.csv", "format": "csv",
          "fields": { "platform": "p", "account": "a", "action_date": "d" },
          "constants": { "action": "removed" }
        }],
        "headlines": [{ "id": "nca", "agency": "uk-nca" }]
      }
      """, to: "pipeline.json")
    try workspace.write("p,a,d\nX,sample_a,2024-08-01\nX,sample_b,2025-01-02\n", to: "inputs/a.csv")
    try workspace.succeed("run")

    let figure = try #require(
      try Self.document(["explain", "figure", "nca", "--records"], in: workspace) as? [String: Any])
    let sides = try #require(figure["sides"] as? [[String: Any]])
    #expect(sides.map { $0["side"] as? String } == ["value", "base"])
    let records = try #require(sides[0]["records"] as? [[String: String]])
    #expect(records.count == 2)
    #expect(records[0]["file"] == "inputs/a.csv")
    let lines = try #require(figure["figure"] as? [[String: String]])
    let text = try workspace.succeed("explain", "figure", "nca").output
    for line in lines { #expect(text.contains(line["words"] ?? "?"), "\(line)") }

    let account = try #require(
      try Self.document(["explain", "account", "https://x.com/sample_a"], in: workspace)
        as? [String: [[String: String]]])
    #expect(account["result"]?.contains(["name": "account", "words": "sample_a"]) == true)

    let code = try #require(
      try Self.document(["explain", "no-account"], in: workspace) as? [String: String])
    #expect(code["code"] == "no-account" && code["severity"] == "warning")
    let all = try Self.document(["explain"], in: workspace) as? [Any]
    #expect((all?.count ?? 0) > 50)
  }
}
