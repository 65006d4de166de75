import Foundation
import Tabular
import Testing

/// What was published stays to be looked up.
struct VintageTests {
  /// A folder in which a first run has been published.
  private static func published() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(RevisedLogs.Settings().text, to: "pipeline.json")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<20), to: "inputs/uk-nca.csv")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(10..<14), to: "inputs/al-asp.csv")
    try workspace.succeed("run")
    return workspace
  }

  private static func vintages(_ workspace: Workspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: workspace.folder.appending(path: "outputs/vintages").path
    ).sorted()
  }

  /// Says that a vintage was published at another time.
  private static func date(_ name: String, _ time: String, _ workspace: Workspace) throws {
    let path = "outputs/vintages/\(name)/vintage.json"
    let text = try workspace.text(path)
    let document = try JSONValue(parsing: Array(text.utf8).span)
    let published = try #require(document["published"]?.string)
    try workspace.write(text.replacing(published, with: time), to: path)
  }

  @Test func `each release leaves one vintage, and the same release no second one`() throws {
    let workspace = try Self.published()
    try workspace.succeed("run")
    try workspace.succeed("emit")
    var names = try Self.vintages(workspace)
    #expect(names.count == 1)
    #expect(names[0].hasPrefix("0001-2025-03-31-"))
    let release = try workspace.files(below: "outputs/latest/release")
    let vintage = try workspace.files(below: "outputs/vintages/\(names[0])")
    for path in ["headlines.json", "headlines.txt", "data/accounts.csv", "data/comparisons.csv"] {
      #expect(vintage[path] == release[path])
    }
    let document = try JSONValue(
      parsing: Array(try workspace.text("outputs/vintages/\(names[0])/vintage.json").utf8).span)
    #expect(document["inputs"]?.elements.count == 2)
    #expect(document["parameters"]?["reporting"]?["as_of"]?.string == "2025-03-31")
    #expect(document["parameters_sha256"]?.string?.count == 64)
    for (path, bytes) in vintage {
      #expect(bytes.range(of: Data("sample_1".utf8)) == nil, "\(path)")
    }

    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<21), to: "inputs/uk-nca.csv")
    try workspace.succeed("run", "--to", "compare")
    #expect(try Self.vintages(workspace) == names, "nothing was published")
    try workspace.succeed("emit")
    names = try Self.vintages(workspace)
    #expect(names.count == 2)
    #expect(names[1].hasPrefix("0002-2025-03-31-"))
    #expect(try workspace.files(below: "outputs/vintages/\(names[0])") == vintage)
  }

  @Test func `the same inputs give vintages of the same names and figures anywhere`() throws {
    let one = try Self.published()
    let other = try Self.published()
    let names = try Self.vintages(one)
    #expect(try Self.vintages(other) == names)
    var files = try one.files(below: "outputs/vintages/\(names[0])")
    var others = try other.files(below: "outputs/vintages/\(names[0])")
    files["vintage.json"] = nil
    others["vintage.json"] = nil
    #expect(files == others)
  }

  @Test func `when the vintage cannot be kept nothing is published`() throws {
    let workspace = try Self.published()
    let latest = workspace.latest
    let name = try #require(Self.vintages(workspace).first)
    try workspace.write("{", to: "outputs/vintages/\(name)/vintage.json")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<21), to: "inputs/uk-nca.csv")
    let result = try workspace.run(["run"])
    #expect(result.status == 2)
    #expect(result.error.contains("vintage.json"))
    #expect(workspace.latest == latest)
  }

  @Test func `a vintage that was never whole is no vintage`() throws {
    let workspace = try Self.published()
    try workspace.write("{}", to: "outputs/vintages/.partial/headlines.json")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<21), to: "inputs/uk-nca.csv")
    try workspace.succeed("run")
    let names = try Self.vintages(workspace)
    #expect(names.count == 2)
    #expect(!names.contains(".partial"))
  }

  @Test func `a headline reads as it did on a day`() throws {
    let workspace = try Self.published()
    let first = try workspace.succeed("headline", "nca").output
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<26), to: "inputs/uk-nca.csv")
    try workspace.succeed("run")
    let second = try workspace.succeed("headline", "nca").output
    #expect(first != second)
    let names = try Self.vintages(workspace)
    // In London the first one is published on 2 April already.
    try Self.date(names[0], "2025-04-01T23:30:00Z", workspace)
    try Self.date(names[1], "2025-05-01T09:00:00Z", workspace)
    for (day, expected) in [
      ("2025-04-02", first), ("2025-04-30", first), ("2025-05-01", second), ("2030-01-01", second),
      (names[0], first),
    ] {
      #expect(
        try workspace.succeed("headline", "nca", "--vintage", day).output == expected, "\(day)")
    }
    var result = try workspace.run(["headline", "--vintage", "2025-04-01"])
    #expect(result.status == 2)
    #expect(result.error.contains("was published on 2025-04-02"))
    result = try workspace.run(["headline", "--vintage", "spring"])
    #expect(result.error.contains("no vintage 'spring'"))
  }

  @Test func `final figures that a named vintage has otherwise are marked as revised`() throws {
    let workspace = try Self.published()
    let name = try #require(Self.vintages(workspace).first)
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<21), to: "inputs/uk-nca.csv")
    try workspace.succeed("run")
    let plain = try workspace.files(below: "outputs/latest/release")
    let setting = "reporting.revised_from=\(name)"
    try workspace.succeed("run", "--set", setting)
    let marked = try workspace.files(below: "outputs/latest/release")

    let table = try Table(
      csv: Array(workspace.bytes("outputs/latest/release/data/comparisons.csv")))
    let value = try #require(table.index(of: "value"))
    let status = try #require(table.index(of: "status"))
    let marks = try #require(table.index(of: "marks"))
    let note = try #require(table.index(of: "note"))
    let agency = try #require(table.index(of: "agency"))
    let platform = try #require(table.index(of: "platform"))
    let revised = table.rows.filter { $0[status] == "revised" }
    let january = revised.filter {
      $0.starts(with: ["counted", "accounts"]) && $0[agency] == "uk-nca" && $0[platform] == "all"
    }
    #expect(january.map { $0[value] } == ["21"])
    for row in revised {
      #expect(row[marks].contains("[r]"))
      #expect(row[note].contains(" in the release \(name)"))
    }
    #expect(january.first?[note].contains("the figure was 20 in the release \(name)") == true)
    // The year that has not ended is not marked: it was to change.
    #expect(table.rows.contains { $0[status] == "provisional" })
    #expect(
      try workspace.text("outputs/latest/release/data/accounts.csv").contains(",21,revised,"))

    // What else was run in between changes nothing.
    try workspace.succeed("run")
    #expect(try workspace.files(below: "outputs/latest/release") == plain)
    try workspace.succeed("run", "--set", setting)
    #expect(try workspace.files(below: "outputs/latest/release") == marked)

    let result = try workspace.run(["run", "--set", "reporting.revised_from=0009-x"])
    #expect(result.status == 2)
    #expect(result.error.contains("no vintage '0009-x'"))
  }
}
