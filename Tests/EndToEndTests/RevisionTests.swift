import Foundation
import Tabular
import Testing

/// Four runs after a first one, each with one thing that changed, and what `diff` makes of them.
struct RevisionTests {
  /// A folder in which a first run has been published.
  private static func published() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(RevisedLogs.Settings().text, to: "pipeline.json")
    let log = RevisedLogs.header + RevisedLogs.rows(0..<20) + RevisedLogs.rows(20..<25, "Tik Talk")
    try workspace.write(log, to: "inputs/uk-nca.csv")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(10..<14), to: "inputs/al-asp.csv")
    try workspace.succeed("run")
    return workspace
  }

  @Test func `a late, a restated, a register's and an agency's change are told apart`() throws {
    let workspace = try Self.published()

    // Late: rows at the end of a file, and a file more.
    let log = RevisedLogs.header + RevisedLogs.rows(0..<20) + RevisedLogs.rows(20..<25, "Tik Talk")
    try workspace.write(log + RevisedLogs.rows(30..<33), to: "inputs/uk-nca.csv")
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(40..<42), to: "inputs/uk-nca-2.csv")
    try workspace.succeed("run")
    var report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["late"])
    var revision = try RevisedLogs.accounts(report, "uk-nca")
    #expect(RevisedLogs.parts(revision) == ["late": 5])
    #expect(revision["revision"]?.elements == ["scheduled revision"])

    // Restated: two rows gone, one with another account, none of them at the end.
    let restated = (log + RevisedLogs.rows(30..<33)).split(separator: "\n").filter {
      !$0.contains("@sample_3,") && !$0.contains("@sample_4,")
    }.joined(separator: "\n").replacing("@sample_5,", with: "@sample_6,")
    try workspace.write(restated + "\n", to: "inputs/uk-nca.csv")
    try workspace.succeed("run")
    report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["restated"])
    revision = try RevisedLogs.accounts(report, "uk-nca")
    #expect(RevisedLogs.parts(revision) == ["restated": -3])
    #expect(revision["revision"]?.elements == ["correction"])
    let table = try Table(
      csv: Array(try workspace.succeed("diff", "--format", "csv").output.utf8))
    #expect(table.rows.count == report["changed"]?.integer)

    // A register that now knows a spelling.
    var settings = RevisedLogs.Settings(aliases: #""Tik Talk""#)
    try workspace.write(settings.text, to: "pipeline.json")
    try workspace.succeed("run")
    report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["rules"])
    let tiktok = (report["revisions"]?.elements ?? []).first {
      $0["measure"]?.string == "takedowns" && $0["platform"]?.string == "tiktok"
    }
    #expect(RevisedLogs.parts(try #require(tiktok)) == ["rules": 5])

    // A new agency, of whose accounts some are known.
    settings.agencies.append("se-police")
    try workspace.write(settings.text, to: "pipeline.json")
    try workspace.write(
      RevisedLogs.header + RevisedLogs.rows(12..<13) + RevisedLogs.rows(50..<54),
      to: "inputs/se-police.csv")
    try workspace.succeed("run")
    report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["sources"])
    #expect(RevisedLogs.parts(try RevisedLogs.accounts(report, "all")) == ["sources": 4])
    #expect(RevisedLogs.parts(try RevisedLogs.accounts(report, "se-police")) == ["sources": 5])
    #expect(
      try workspace.succeed("diff", "--agency", "all").output.contains(
        "new or missing sources: se-police is new"))

    // Over all four runs every part is there, each counted anew by the stages.
    let runs = try FileManager.default.contentsOfDirectory(
      atPath: workspace.folder.appending(path: "outputs/runs").path
    ).sorted()
    report = try RevisedLogs.diff(workspace, runs[0], "latest")
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["rules", "restated", "late", "sources"])
    #expect(report["limits"]?.elements == [])
    #expect(
      RevisedLogs.parts(try RevisedLogs.accounts(report, "all")) == [
        "restated": -3, "late": 5, "sources": 4,
      ])
    #expect(
      RevisedLogs.parts(try RevisedLogs.accounts(report, "uk-nca")) == ["restated": -3, "late": 5])
    #expect(
      try RevisedLogs.accounts(report, "all")["revision"]?.elements == [
        "correction", "scheduled revision", "change of coverage",
      ])
    let leftovers = try FileManager.default.contentsOfDirectory(
      atPath: workspace.folder.appending(path: "outputs").path)
    #expect(!leftovers.contains { $0.hasPrefix(".diff") })
  }

  @Test func `a later day of counting is a parameter, and an unchanged run changes nothing`() throws
  {
    let workspace = try Self.published()
    #expect(try workspace.run(["diff"]).error.contains("only one run has a release"))
    try workspace.succeed("run", "--as-of", "2025-01-20")
    let report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["rules"])
    let accounts = try RevisedLogs.accounts(report, "uk-nca")
    #expect(accounts["period_end"]?.string == "2025-01-20")
    #expect(accounts["revision"]?.elements == ["another last day"])
    try workspace.succeed("run", "--as-of", "2025-01-20", "--force", "emit")
    #expect(try RevisedLogs.diff(workspace)["changed"]?.integer == 0)
    let result = try workspace.run(["diff", "20990101T000000Z"])
    #expect(result.status == 2)
    #expect(result.error.contains("no run '20990101T000000Z'"))
  }

  @Test func `without the records of a run the changes are listed and no reasons`() throws {
    let workspace = try Self.published()
    let first = try #require(workspace.latest)
    try workspace.write(RevisedLogs.header + RevisedLogs.rows(0..<21), to: "inputs/uk-nca.csv")
    try workspace.succeed("run")
    let vintage = try #require(
      FileManager.default.contentsOfDirectory(
        atPath: workspace.folder.appending(path: "outputs/vintages").path
      ).min())
    let told = try RevisedLogs.diff(workspace)
    try workspace.remove("outputs/\(first)/1-ingest")
    let report = try RevisedLogs.diff(workspace)
    let revision = try RevisedLogs.accounts(report, "uk-nca")
    #expect(revision["change"]?.integer == -4)
    #expect(RevisedLogs.parts(revision).isEmpty)
    #expect(report["limits"]?.elements.count == 1)

    try workspace.remove("outputs/\(first)")
    let rest = try RevisedLogs.diff(workspace, vintage, "latest")
    #expect(rest["changed"]?.integer == told["changed"]?.integer)
    #expect(rest["figures"] == told["figures"])
    #expect(try RevisedLogs.accounts(rest, "uk-nca")["change"]?.integer == -4)
  }

  @Test func `a source that is read by other rules is no restated one`() throws {
    let workspace = try Self.published()
    try workspace.write(
      RevisedLogs.Settings().text.replacing(
        #""account": "Account""#, with: #""account": "Platform""#),
      to: "pipeline.json")
    try workspace.succeed("run")
    let report = try RevisedLogs.diff(workspace)
    try RevisedLogs.expectSums(report)
    #expect(RevisedLogs.causes(report) == ["rules"])
  }
}
