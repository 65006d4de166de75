import Foundation
import Testing

/// A log under guards, and what a release of it came to.
enum GuardedLog {
  /// `guards` and `more` are members of the source, as JSON.
  static func pipeline(guards: String, asOf: String? = "2025-03-31", more: String = "") -> String {
    """
    {
      "version": 1,
      "reporting": { "year_start": "07-01"\(asOf.map { ", \"as_of\": \"\($0)\"" } ?? "") },
      "sources": [{
        "id": "nca", "agency": "uk-nca", "path": "inputs/nca.csv", "format": "csv",
        "fields": { "platform": "Platform", "account": "Account", "action_date": "Date" },
        "constants": { "action": "removed" },
        "guards": { \(guards) }
      }\(more)],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }],
      "publish": { "png": false }
    }
    """
  }

  /// So many rows, one an account, all of one day.
  static func rows(_ count: Int, day: String = "2025-03-20") -> String {
    "Platform,Account,Date\n"
      + (0..<count).map { "X,sample_\($0),\(day)\n" }.joined()
  }

  /// A folder in which so many rows are published.
  static func published(_ guards: String, rows count: Int) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline(guards: guards), to: "pipeline.json")
    try workspace.write(rows(count), to: "inputs/nca.csv")
    try workspace.succeed("run")
    return workspace
  }
}

extension Workspace {
  /// The names of the runs that are kept, in their order.
  var runs: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "outputs/runs").path
      ).filter { !$0.hasPrefix(".") }.sorted()
    }
  }

  /// The last of them.
  var lastRun: String {
    get throws { try #require(try runs.last) }
  }

  /// Every file below `outputs` but the lock, which says who had it last, and the note of a failure.
  var outputs: [String: Data] {
    get throws {
      try files(below: "outputs").filter { ![".lock", ".failed.json"].contains($0.key) }
    }
  }

  /// The guards as a run recorded them.
  func guards(of run: String) throws -> [[String: Any]] {
    let record = try JSONSerialization.jsonObject(with: bytes("outputs/runs/\(run)/run.json"))
    return (record as? [String: Any])?["guards"] as? [[String: Any]] ?? []
  }

  /// Runs the command, which must be held back with the words and touch nothing that was published.
  @discardableResult
  func holdBack(
    _ arguments: String..., words: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let before = latest
    let result = try run(arguments)
    #expect(result.status == 3, "\(result)", sourceLocation: sourceLocation)
    #expect(latest == before, sourceLocation: sourceLocation)
    for word in words {
      #expect(result.error.contains(word), "\(result)", sourceLocation: sourceLocation)
    }
    return result
  }
}
