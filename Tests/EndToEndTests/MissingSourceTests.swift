import Foundation
import Testing

/// A release without a source whose log is not there, where that is allowed.
struct MissingSourceTests {
  private static let hsi = #"""
    , {
      "id": "hsi", "agency": "us-hsi", "path": ["inputs/hsi-*.csv", "more/hsi.csv"],
      "format": "csv", "allow_missing": true, "guards": { "min_rows": 5, "max_rise": 10 },
      "fields": { "platform": "Platform", "account": "Account", "action_date": "Date" },
      "constants": { "action": "removed" }
    }
    """#
  private static let english =
    "Without the records of Homeland Security Investigations, whose log is missing."
  private static let welsh =
    "Heb gofnodion Homeland Security Investigations, y mae ei log ar goll."

  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let text = GuardedLog.pipeline(guards: "", more: hsi)
      .replacing(
        #""headlines": ["#, with: #""languages": ["cy.json"], "headlines": [{ "id": "all" }, "#)
    try workspace.write(text, to: "pipeline.json")
    try workspace.write(GuardedLog.rows(3), to: "inputs/nca.csv")
    try workspace.copy(
      CaseTests.folder.appending(path: "publishing/in-two-languages/inputs/cy.json"),
      to: "cy.json")
    return workspace
  }

  @Test func `the run goes on, and everything that is published says so`() throws {
    let workspace = try Self.workspace()
    let result = try workspace.succeed("run")
    #expect(
      result.error.contains(
        "sources[1].path: no file matches 'inputs/hsi-*.csv' or 'more/hsi.csv'; going on without "
          + "'hsi', as allow_missing says"))
    let release = "outputs/latest/release/"
    for (file, words) in [
      ("headlines.txt", Self.english), ("headlines.cy.txt", Self.welsh),
      ("index.html", Self.english), ("methodology.md", Self.english),
      ("feed.xml", Self.english), ("headlines.json", Self.english),
    ] {
      #expect(try workspace.text(release + file).contains(words), "\(file)")
    }
    #expect(
      try workspace.text(release + "methodology.md").contains(
        "| hsi | Homeland Security Investigations | csv | The log is missing, and its records are "
          + "not in the release. |"))
    let headline = try workspace.succeed("headline", "all").output
    #expect(headline.split(separator: "\n").first?.hasSuffix(Self.english) ?? false, "\(headline)")
    let own = try workspace.succeed("headline", "nca", "--format", "json").output
    #expect(own.components(separatedBy: Self.english).count == 2, "once, in the notice: \(own)")
    let record = try workspace.text("outputs/latest/run.json")
    #expect(record.contains(#""missing": true"#))
    #expect(record.contains(#""state": "source-missing""#))
  }

  @Test func `when the log is there, nothing of it is left, and no rise from nothing trips`() throws
  {
    let workspace = try Self.workspace()
    try workspace.succeed("run")
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "other"), to: "more/hsi.csv")
    // One of two patterns without a file is a part that is missing, not a source that may be.
    try workspace.holdBack("run", words: ["sources[1].path: no file matches 'inputs/hsi-*.csv'"])
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "o"), to: "inputs/hsi-1.csv")
    try workspace.succeed("run")
    for (file, bytes) in try workspace.files(below: "outputs/latest/release")
    where !file.hasSuffix(".json") {
      #expect(bytes.range(of: Data("log is missing".utf8)) == nil, "\(file)")
    }
    #expect(!(try workspace.text("outputs/latest/release/headlines.json").contains("missing")))
  }

  @Test func `a source that goes and comes back is no correction`() throws {
    let workspace = try Self.workspace()
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "other"), to: "more/hsi.csv")
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "o"), to: "inputs/hsi-1.csv")
    try workspace.succeed("run")
    for file in ["more/hsi.csv", "inputs/hsi-1.csv"] { try workspace.remove(file) }
    try workspace.succeed("run")
    let gone = try workspace.succeed("diff").output
    #expect(gone.contains("hsi is gone") && !gone.contains("withdrawn"), "\(gone)")
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "other"), to: "more/hsi.csv")
    try workspace.write(GuardedLog.rows(7).replacing("sample", with: "o"), to: "inputs/hsi-1.csv")
    try workspace.succeed("run")
    let back = try workspace.succeed("diff").output
    #expect(back.contains("hsi is new") && !back.contains("late"), "\(back)")
  }

  @Test func `once it may no longer be missing, the next run is held back`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run")
    let before = try workspace.outputs
    try workspace.holdBack(
      "run", "--set", "sources[1].allow_missing=false", words: ["sources[1].path: no file matches"])
    let trial = try workspace.run(
      ["run", "--dry-run", "--set", "sources[1].allow_missing=false"])
    #expect(trial.status == 3 && trial.output.contains("ingest: runs"), "\(trial)")
    #expect(try workspace.outputs == before)
  }

  @Test func `an agency with another log is not said to have none`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--set", "sources[1].agency=uk-nca")
    #expect(
      try workspace.text("outputs/latest/release/headlines.txt").contains(
        "Without the records of ‘hsi’ (the National Crime Agency), whose log is missing."))
  }
}
