import Foundation
import Tabular
import Testing

/// Every file of some families of real data: read with a pipeline file of under 30 lines, or refused
/// with a reason that is right.
///
/// The files are not part of the package; where they are not at hand the tests are skipped.
@Suite(.enabled(if: Workspace.hasFamilies, "the fixtures are not at hand"))
struct FamilyTests {
  @Test func `every file is named by exactly one pattern`() throws {
    for family in FamilyOutcome.families {
      let files = try Self.files(of: family)
      #expect(!files.isEmpty, "\(family) is empty")
      for file in files {
        let patterns = FamilyOutcome.all.map(\.pattern).filter { Self.matches(file, $0) }
        #expect(patterns.count == 1, "\(file) is named by \(patterns)")
      }
    }
  }

  @Test(arguments: FamilyOutcome.readings)
  func `a few lines read a family`(reading: FamilyOutcome.Reading) throws {
    let pipeline = Self.folder.appending(path: "\(reading.pipeline).json")
    let text = try String(contentsOf: pipeline, encoding: .utf8)
    #expect(text.split(separator: "\n").count < 30)
    let workspace = try Workspace()
    try workspace.write(text, to: "pipeline.json")
    let wanted = FamilyOutcome.all.filter { $0.pipelines.contains(reading.pipeline) }
    for family in FamilyOutcome.families {
      for file in try Self.files(of: family)
      where wanted.contains(where: { Self.matches(file, $0.pattern) }) {
        try Self.copy(file, to: workspace)
      }
    }
    let run = try workspace.run(["ingest", "--quiet"])
    try #require(run.status == 0, "\(run)")
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: workspace.folder.appending(path: "outputs/runs").path
      ).first)
    let table = try Table(
      csv: Array(workspace.bytes("outputs/runs/\(folder)/1-ingest/files.csv")))
    var sums: [String] = []
    for cells in table.rows {
      let row = Dictionary(uniqueKeysWithValues: zip(table.columns, cells))
      let name = (row["file"] ?? "").split(separator: "/").last ?? ""
      let numbers = ["rows", "records", "rejects", "counts", "left_out"].map { row[$0] ?? "" }
      sums.append("\(row["source"] ?? "") \(name) \(numbers.joined(separator: " "))")
    }
    #expect(sums == reading.sums)
    let read = Set(table.rows.map { $0[1].dropFirst("inputs/".count) })
    for outcome in wanted {
      #expect(read.contains { Self.matches(String($0), outcome.pattern) }, "\(outcome.pattern)")
    }
  }

  @Test func `what is no such data is refused in words`() throws {
    let workspace = try Workspace()
    var sources: [String] = []
    var expected: [(file: String, number: Int, words: String)] = []
    for outcome in FamilyOutcome.all {
      guard let refusal = outcome.refusal else { continue }
      for family in FamilyOutcome.families {
        for file in try Self.files(of: family) where Self.matches(file, outcome.pattern) {
          try Self.copy(file, to: workspace)
          expected.append((file, sources.count, refusal.words))
          sources.append(
            #"{"id": "s\#(sources.count)", "path": "inputs/\#(file)", \#(refusal.members)}"#)
        }
      }
    }
    try workspace.write(
      """
      {
        "version": 1, "sources": [\(sources.joined(separator: ", "))],
        "registers": {"agencies": [{"id": "a", "name": "An agency"}]}
      }
      """, to: "pipeline.json")
    let check = try workspace.run(["check", "--show", "1000"])
    #expect(check.status == 2)
    let lines = (check.output + check.error).split(separator: "\n")
    for (file, number, words) in expected {
      let own = lines.filter {
        $0.contains("error: sources[\(number)]:") || $0.hasPrefix("inputs/\(file):")
      }
      #expect(own.contains { $0.contains(words) }, "\(file) [\(number)]: \(own)")
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Families")

  /// The files of a family by their paths below the fixtures, in order.
  private static func files(of family: String) throws -> [String] {
    let root = Workspace.fixtures.appending(path: family)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted().filter {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: root.appending(path: $0).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.map { "\(family)/\($0)" }
  }

  /// Whether a path fits a pattern, `*` standing for a part of a name.
  private static func matches(_ path: String, _ pattern: String) -> Bool {
    let expression = NSRegularExpression.escapedPattern(for: pattern)
      .replacing("\\*", with: "[^/]*")
    return path.range(of: "^\(expression)$", options: .regularExpression) != nil
  }

  /// Copies a file; of a long table or list only the beginning.
  private static func copy(_ file: String, to workspace: Workspace) throws {
    let source = Workspace.fixtures.appending(path: file)
    let target = "inputs/\(file)"
    guard !workspace.exists(target) else { return }
    let data = try Data(contentsOf: source)
    guard data.count > 100_000, file.hasSuffix(".csv") || file.hasSuffix(".json"),
      !file.hasPrefix("twitter-io")
    else { return try workspace.copy(source, to: target) }
    if file.hasSuffix(".csv") {
      let lines = String(decoding: data, as: UTF8.self).split(
        separator: /\r?\n/, maxSplits: 301, omittingEmptySubsequences: false)
      try workspace.write(lines.prefix(301).joined(separator: "\n") + "\n", to: target)
    } else {
      var document = try #require(
        try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for (key, value) in document {
        if let list = value as? [Any] { document[key] = Array(list.prefix(1000)) }
      }
      let text = try JSONSerialization.data(withJSONObject: document, options: .sortedKeys)
      try workspace.write(String(decoding: text, as: UTF8.self), to: target)
    }
  }
}

extension Workspace {
  fileprivate static let hasFamilies = FamilyOutcome.families.allSatisfy {
    FileManager.default.fileExists(atPath: fixtures.appending(path: $0).path)
  }
}
