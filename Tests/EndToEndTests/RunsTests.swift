import Foundation
import Testing

/// What is kept: whether it is as it was written, what there is, what may go.
struct RunsTests {
  private static func pipeline(title: String) -> String {
    """
    {
      "version": 1, "title": "\(title)",
      "reporting": { "year_start": "07-01", "as_of": "2025-03-31" },
      "publish": { "png": false },
      "sources": [{
        "id": "nca", "agency": "uk-nca", "path": "inputs/log.csv", "format": "csv",
        "fields": { "platform": "p", "account": "a", "action_date": "d" },
        "constants": { "action": "removed" }
      }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }]
    }
    """
  }

  /// A workspace with so many runs, each published.
  private static func workspace(runs: Int) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("p,a,d\nX,sample_a,2024-08-01\n", to: "inputs/log.csv")
    for number in 0..<runs {
      try workspace.write(pipeline(title: "Takedowns \(number)"), to: "pipeline.json")
      try workspace.succeed("run")
    }
    return workspace
  }

  private static func names(_ workspace: Workspace) throws -> [String] {
    try workspace.succeed("runs").output.split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
  }

  @Test func `everything that is kept is as it was written`() throws {
    let workspace = try Self.workspace(runs: 2)
    let result = try workspace.succeed("verify")
    #expect(result.output.isEmpty)
    #expect(result.error.contains("files as they were written in runs/"))
    for name in try Self.names(workspace) { try workspace.succeed("verify", name) }
  }

  @Test func `a changed bit in any file of the run or a vintage is named`() throws {
    let workspace = try Self.workspace(runs: 1)
    let run = try #require(workspace.latest)
    let kept = try workspace.files(below: "outputs").keys.filter {
      $0.hasPrefix("runs/") || $0.hasPrefix("vintages/")
    }
    #expect(kept.count > 60)
    for path in kept.sorted() where try !workspace.bytes("outputs/" + path).isEmpty {
      try workspace.flip("outputs/" + path)
      let result = try workspace.run(["verify"])
      #expect(result.status == 1, "\(path)")
      #expect(
        result.output.split(separator: "\n").contains("\(path): is not as it was written"),
        "\(path): \(result)")
      try workspace.flip("outputs/" + path)
    }
    #expect(workspace.latest == run)
    try workspace.succeed("verify")
  }

  @Test func `a missing and an added file are named`() throws {
    let workspace = try Self.workspace(runs: 1)
    let run = try #require(workspace.latest)
    try workspace.remove("outputs/latest/2-normalize/issues.csv")
    try workspace.write("more", to: "outputs/latest/release/data/more.csv")
    let result = try workspace.run(["verify", "--format", "json"])
    #expect(result.status == 1)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let damages = try #require(document["damages"] as? [[String: String]])
    #expect(
      damages == [
        ["path": "\(run)/2-normalize/issues.csv", "fault": "missing"],
        ["path": "\(run)/release/data/more.csv", "fault": "added"],
      ])
  }

  @Test func `old runs go, the published one and the vintages stay`() throws {
    let workspace = try Self.workspace(runs: 4)
    let names = try Self.names(workspace)
    #expect(names.count == 4)
    let vintages = try workspace.files(below: "outputs/vintages")
    // The published run is an old one when later runs were not published.
    try workspace.succeed("ingest", "--set", "sources[0].constants.category=other")
    try workspace.succeed("ingest", "--set", "sources[0].constants.category=loan")
    let all = try Self.names(workspace)
    #expect(all.count == 6)
    let trial = try workspace.succeed("runs", "prune", "--keep", "1", "--dry-run")
    #expect(trial.output.split(separator: "\n").map(String.init) == names.dropLast() + [all[4]])
    #expect(try Self.names(workspace) == all)
    let result = try workspace.succeed("runs", "prune", "--keep", "1")
    #expect(result.output == trial.output)
    #expect(try Self.names(workspace) == [names[3], all[5]])
    #expect(try workspace.files(below: "outputs/vintages") == vintages)
    try workspace.succeed("verify")
    try workspace.succeed("headline")
    let refused = try workspace.run(["runs", "prune", "--keep", "0"])
    #expect(refused.status == 64)
  }

  @Test func `the record of a run says why each stage ran`() throws {
    let workspace = try Self.workspace(runs: 2)
    let text = try workspace.succeed("runs", "show").output
    #expect(text.contains("ingest: taken over (up-to-date)\n"), "\(text)")
    #expect(text.contains("emit: ran (settings-changed)\n"), "\(text)")
    let record = try workspace.succeed("runs", "show", "--format", "json").output
    let document = try JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
    #expect(document?["stages"] != nil)
    let unknown = try workspace.run(["runs", "show", "nope"])
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("no run 'nope'; expected one of '"))
  }
}
