import Foundation
import Testing

struct ExplainFigureTests {
  private static let pipeline = """
    { "version": 1, "reporting": { "time_zone": "Europe/London", "year_start": "07-01" },
      "sources": [{ "id": "log", "agency": "uk-nca", "path": "log*.csv", "format": "csv",
        "fields": { "platform": "Platform", "account": "Account", "counts": "Type",
          "action": "Outcome", "action_date": "Date" } }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }] }
    """
  private static let header = "Platform,Account,Type,Outcome,Date\n"

  /// A published run of two files.
  private static func published() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline, to: "pipeline.json")
    try workspace.write(
      header + """
        TikTok,@one,account,Removed,2024-08-01
        TikTok,@two,account,Removed,2024-08-02
        TikTok,@one,account,Removed,2024-09-01
        TikTok,n/a,account,Removed,2024-09-02
        TikTok,@one,post,Removed,2024-09-03
        Facebook,@three,account,Refused,2024-09-04

        """, to: "log-2024.csv")
    try workspace.write(
      header + """
        TikTok,@one,account,Removed,2023-08-01
        TikTok,@one,account,Removed,2023-08-01
        TikTok,@four,account,Removed,2024-09-04

        """, to: "log,2023.csv")
    try workspace.succeed("run", "--quiet")
    return workspace
  }

  @Test func `a headline is explained by its records, files and what was left out`() throws {
    let workspace = try Self.published()
    let text = try workspace.run(["explain", "figure", "nca"]).output
    for line in [
      "figure      accounts, agency uk-nca, platform all",
      "value       3, 2024/25 to date, from 2024-07-01 to 2024-09-04",
      "records     4, of 3 different accounts",
      "left out    1 with action refused", "left out    1 with unit post",
      "left out    1 without an account", "log,log-2024.csv,3,1,3", "log,\"log,2023.csv\",1,3,3",
      "base        1, 2023/24 to date, from 2023-07-01 to 2023-09-04",
      "duplicates  1 more were dropped before",
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)\n\(text)")
    }
    #expect(!text.contains("@one") && !text.contains(",one"))
  }

  @Test func `the place of every record can be listed`() throws {
    let workspace = try Self.published()
    let text = try workspace.run(
      ["explain", "figure", "takedowns:uk-nca:tiktok:2024-09", "--records"]
    ).output
    let places = text.split(separator: "\n").drop { $0 != "source,file,position" }.dropFirst()
    #expect(
      places.prefix(4).map(String.init)
        == [
          "log,\"log,2023.csv\",3", "log,log-2024.csv,3", "log,log-2024.csv,4",
          "log,log-2024.csv,5",
        ])
  }

  @Test func `every counted figure is what counting its records again gives`() throws {
    let workspace = try Self.published()
    let rows = try workspace.text("outputs/latest/3-compare/comparisons.csv")
      .split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
    let figures = Set(
      rows.filter { ["accounts", "takedowns", "referrals", "refused"].contains($0[1]) }
        .map { "\($0[1]):\($0[3]):\($0[4]):\($0[6])" })
    #expect(figures.count > 10)
    for figure in figures.sorted().prefix(24) {
      #expect(try workspace.run(["explain", "figure", figure]).status == 0, "\(figure)")
    }
  }

  @Test(
    arguments: [
      ("accounts-only", "the account itself was taken down"),
      ("referrals", "whatever its answer"), ("undecided", "pending or has no answer"),
    ])
  func `a measure is explained by the actions and units that it counts`(
    measure: String, formula: String
  ) throws {
    let result = try Self.published().run(["explain", "figure", "\(measure):uk-nca:all:to-date"])
    #expect(result.status == 0 && result.output.contains(formula), "\(result)")
  }

  @Test(
    arguments: [
      ("ncaa", "it is the id of no headline; did you mean 'nca'?"),
      ("accounts:fr-ofast:all:to-date", "the published run has no such figure"),
      ("accounts:all:all:1999/00", "the published run has no such figure"),
    ])
  func `a figure that is none is told`(name: String, reason: String) throws {
    let result = try Self.published().run(["explain", "figure", name])
    #expect(result.status == 2 && result.error.contains(reason), "\(result)")
  }

  @Test func `a stage file that was changed explains nothing`() throws {
    let workspace = try Self.published()
    let path = "outputs/latest/2-normalize/takedowns.csv"
    let text = try workspace.text(path)
    try workspace.write(text.replacing("2024-08-02", with: "2024-08-03"), to: path)
    let result = try workspace.run(["explain", "figure", "nca"])
    #expect(result.status == 2 && result.error.contains("takedowns.csv"), "\(result)")
  }
}
