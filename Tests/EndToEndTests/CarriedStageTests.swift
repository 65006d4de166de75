import Foundation
import Testing

/// What a run takes over from the last one must fit what it makes anew.
struct CarriedStageTests {
  private static let pipeline = """
    {
      "version": 1,
      "reporting": { "year_start": "07-01", "as_of": "2025-03-31" },
      "sources": [{
        "id": "nca", "agency": "uk-nca", "path": "inputs/*.csv", "format": "csv",
        "fields": { "platform": "p", "account": "a", "action_date": "d" },
        "constants": { "action": "removed" }
      }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }]
    }
    """

  private static func published() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline, to: "pipeline.json")
    try workspace.write(
      "p,a,d\nX,sample_a,2024-08-01\nX,sample_b,2025-02-01\nX,sample_c,2023-08-01\n",
      to: "inputs/log.csv")
    try workspace.succeed("run")
    return workspace
  }

  private static func refused(
    _ workspace: Workspace, _ arguments: [String], _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let latest = workspace.latest
    let result = try workspace.run(arguments)
    #expect(result.status == 2, "\(result)", sourceLocation: sourceLocation)
    #expect(result.error.contains(words), "\(result)", sourceLocation: sourceLocation)
    #expect(workspace.latest == latest, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (["run", "--from", "compare", "--as-of", "2024-12-31"], "normalize"),
    (["emit", "--set", "reporting.year_start=01-01"], "compare"),
    (["emit", "--set", "reporting.late_after_days=400"], "compare"),
    (["run", "--from", "normalize", "--set", "sources[0].path=inputs/l*.csv"], "ingest"),
    (["run", "--from", "compare", "--set", "reporting.time_zone=Asia/Tokyo"], "ingest"),
  ])
  func `a stage made under other settings is not used`(arguments: [String], stage: String) throws {
    let workspace = try Self.published()
    try Self.refused(
      workspace, arguments, "the stage \(stage) of the last run was made under other settings")
  }

  @Test func `a setting that earlier stages do not depend on may change`() throws {
    let workspace = try Self.published()
    try workspace.succeed("run", "--from", "compare", "--set", "reporting.year_start=04-06")
    #expect(try workspace.text("outputs/latest/release/headlines.txt").contains("6 April 2024"))
    try workspace.succeed("run", "--from", "emit", "--set", "reporting.year_start=04-06")
  }

  @Test func `a stage file that was changed afterwards is not used`() throws {
    let workspace = try Self.published()
    let path = "outputs/latest/2-normalize/takedowns.csv"
    let rows = try workspace.text(path).split(separator: "\n")
    try workspace.write(rows.dropLast().joined(separator: "\n") + "\n", to: path)
    try Self.refused(
      workspace, ["run", "--from", "compare"],
      "'2-normalize/takedowns.csv' of the last run is not as")
    try workspace.succeed("run")
  }

  @Test func `a file of which nothing can be used is not passed over`() throws {
    let workspace = try Self.published()
    try workspace.write("p,a,d\nX\nX,y,z,w\n", to: "inputs/more.csv")
    try Self.refused(workspace, ["run"], "inputs/more.csv: none of its 2 rows can be used")
  }

  @Test func `the same rows in two files are not read twice`() throws {
    let workspace = try Self.published()
    try workspace.write(try workspace.text("inputs/log.csv"), to: "inputs/log (1).csv")
    try Self.refused(workspace, ["run"], "holds the same bytes as")
  }

  @Test func `a file in another date format is not passed over`() throws {
    let workspace = try Self.published()
    try workspace.write("p,a,d\nX,y,01/02/2025\nX,z,02/02/2025\n", to: "inputs/more.csv")
    try Self.refused(
      workspace, ["run"],
      "inputs/more.csv: none of its 2 rows can be used, the first because: matches no date format")
  }
}
