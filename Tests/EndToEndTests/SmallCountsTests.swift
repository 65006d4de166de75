import Foundation
import Tabular
import Testing

/// What a release with `publish.suppress_below` shows, and what it must not.
struct SmallCountsTests {
  private static let limit = 7

  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/small-counts-hidden")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: part)
    }
    return workspace
  }

  private static func table(_ path: String, _ workspace: Workspace) throws -> Table {
    try Table(csv: Array(workspace.bytes("outputs/latest/" + path)))
  }

  private static func column(_ name: String, _ table: Table) throws -> [String] {
    let place = try #require(table.index(of: name))
    return table.rows.map { $0[place] }
  }

  private static func isSmall(_ text: String) -> Bool {
    Int(text).map { (1..<limit).contains($0) } ?? false
  }

  @Test(arguments: [
    ("data/accounts.csv", ["value"]), ("data/comparisons.csv", ["value", "base_value"]),
    ("data/coverage.csv", ["records", "takedowns"]), ("charts/by-platform.csv", ["value"]),
    ("charts/year-over-year-by-month.csv", ["value"]),
    ("charts/by-month-cumulative.csv", ["value"]),
  ])
  func `no small count is in a table of the release`(path: String, columns: [String]) throws {
    let workspace = try Self.workspace()
    let periods = #"["to-date", "year", "month", "year-to-month"]"#
    try workspace.succeed("run", "--quiet", "--set", "reporting.periods=\(periods)")
    let table = try Self.table("release/" + path, workspace)
    #expect(!table.rows.isEmpty)
    for column in columns {
      #expect(!(try Self.column(column, table).contains(where: Self.isSmall)))
    }
  }

  @Test func `a hidden value has the status c, and nothing follows from it`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let table = try Self.table("release/data/comparisons.csv", workspace)
    let columns = try [
      "value", "base_value", "change", "percent_change", "factor", "marks", "status",
    ]
    .map { try Self.column($0, table) }
    var hidden = 0
    for row in table.rows.indices where columns[5][row].contains("[c]") {
      hidden += 1
      #expect(columns[0][row].isEmpty || columns[1][row].isEmpty)
      #expect(columns[2][row].isEmpty && columns[3][row].isEmpty && columns[4][row].isEmpty)
      #expect(!columns[0][row].isEmpty || columns[6][row] == "c")
    }
    #expect(hidden > 0)
  }

  @Test func `the files of the stages keep every count`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let hidden = try Self.column("value", Self.table("3-compare/counts.csv", workspace))
    #expect(hidden.contains(where: Self.isSmall))
    try workspace.succeed("run", "--quiet", "--set", "publish.suppress_below=null")
    let shown = try Self.column("value", Self.table("release/data/accounts.csv", workspace))
    #expect(shown == hidden)
  }

  @Test func `what is left adds up only where nothing is hidden`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let table = try Self.table("release/data/accounts.csv", workspace)
    let names = ["measure", "agency", "period_kind", "period", "platform", "value", "status"]
    let columns = try names.map { try Self.column($0, table) }
    var groups: [[String]: [(platform: String, status: String)]] = [:]
    for row in table.rows.indices {
      groups[columns[..<4].map { $0[row] }, default: []].append((columns[4][row], columns[6][row]))
    }
    // One hidden figure alone would follow from the others.
    for (key, rows) in groups where rows.count > 1 {
      #expect(rows.count { $0.status == "c" } != 1, "\(key)")
    }
  }

  // MARK: - Former releases

  private static func hiddenPlaces(_ workspace: Workspace) throws -> Set<[String]> {
    let table = try table("release/data/accounts.csv", workspace)
    let columns = try [
      "status", "measure", "counts", "agency", "platform", "period_start", "period_end",
    ].map { try column($0, table) }
    return Set(
      table.rows.indices.filter { columns[0][$0] == "c" }
        .map { row in columns.dropFirst().map { $0[row] } })
  }

  private static func count(_ name: String, _ workspace: Workspace) throws -> Int? {
    let record = try JSONValue(parsing: Array(workspace.bytes("outputs/latest/run.json")).span)
    return record["stages"]?["emit"]?["counts"]?[name]?.integer
  }

  @Test func `the figures of the last release give the same bytes again`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let first = try workspace.files(below: "outputs/latest/release")
    try workspace.succeed("run", "--quiet")
    #expect(try workspace.files(below: "outputs/latest/release") == first)
    try workspace.succeed("run", "--quiet", "--set", "publish.protect_from=[]")
    #expect(try workspace.files(below: "outputs/latest/release") == first)
  }

  @Test func `what a former release hid stays hidden, with late records as well`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet")
    let before = try Self.hiddenPlaces(workspace)
    var log = try workspace.text("inputs/se-police.csv")
    for day in 10..<20 { log += "TikTok,late\(day),removed,2024-08-\(day)\n" }
    try workspace.write(log, to: "inputs/se-police.csv")
    try workspace.succeed("run", "--quiet")
    #expect(try Self.hiddenPlaces(workspace).isSuperset(of: before))
    let alone = "publish.protect_from=[]"
    try workspace.succeed("run", "--quiet", "--set", alone)
    #expect(try !Self.hiddenPlaces(workspace).isSuperset(of: before))
  }

  @Test func `small counts that a former release shows are told`() throws {
    let workspace = try Self.workspace()
    try workspace.succeed("run", "--quiet", "--set", "publish.suppress_below=null")
    let result = try workspace.run(["run"])
    #expect(result.status == 0)
    #expect(result.error.contains("small counts are hidden and stand in a former release: "))
    let known = try #require(try Self.count("small_in_former_releases", workspace))
    #expect(try known > 0 && known == Self.count("small_hidden", workspace))
    #expect(
      try workspace.text("outputs/latest/release/methodology.md").contains(
        "\(known) small counts of this release are hidden and may be known all the same"))
    let record = try workspace.text("outputs/latest/run.json")
    #expect(record.contains("\"vintages_protected\": [\n"))
    try workspace.succeed("run", "--quiet", "--set", "publish.protect_from=[]")
    #expect(try Self.count("small_in_former_releases", workspace) == 0)
  }

  @Test func `a vintage to protect that is not there is an error`() throws {
    let workspace = try Self.workspace()
    let result = try workspace.run(["run", "--set", "publish.protect_from=[\"0009-x\"]"])
    #expect(result.status == 2)
    #expect(result.error.contains("no vintage '0009-x'"))
  }

  // MARK: - What became of the rows

  @Test func `records of an agency are not given away by those of its source`() throws {
    let workspace = try Self.workspace()
    let rows = (10..<14).map { "X,few\($0),removed,2024-08-\($0)\n" }.joined()
    try workspace.write(
      "Platform,Account,Outcome,Date\n" + rows, to: "inputs/se-police.csv")
    try workspace.succeed("run", "--quiet", "--set", "headlines=[]")
    let coverage = try Self.table("release/data/coverage.csv", workspace)
    let agencies = try Self.column("agency", coverage)
    let records = try Self.column("records", coverage)
    let small = try #require(agencies.firstIndex(of: "se-police"))
    #expect(records[small].isEmpty)
    let table = try Self.table("release/data/records.csv", workspace)
    let place = try #require(table.index(of: "value"))
    let hidden = table.rows.filter { $0[place].isEmpty }.map { "\($0[0]) \($0[1])" }
    #expect(Set(["se-police read", "se-police record", "se-police counted"]).isSubset(of: hidden))
    // Else the sum of all would give it.
    #expect(hidden.contains("all counted") || hidden.contains("uk-nca counted"))
    #expect(
      try !workspace.text("outputs/latest/release/methodology.md").contains("Police Authority | 4"))
  }

  /// A log of one agency and platform, in which `actions` says how often there is what.
  private static func log(_ actions: [(action: String, count: Int)]) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      """
      {
        "version": 1,
        "reporting": { "year_start": "07-01", "as_of": "2024-08-31", "periods": ["to-date"] },
        "sources": [{
          "id": "nca", "agency": "uk-nca", "path": "inputs/nca.csv", "format": "csv",
          "fields": {
            "platform": "Platform", "account": "Account", "action": "Outcome", "action_date": "Date",
            "referred_at": "Referred", "actioned_at": "Acted"
          }
        }],
        "publish": { "png": false, "suppress_below": 5 }
      }
      """, to: "pipeline.json")
    var rows = "Platform,Account,Outcome,Date,Referred,Acted\n"
    for (action, count) in actions {
      for number in 0..<count {
        rows += "TikTok,sample.\(action.prefix(3)).\(number),\(action),2024-08-\(10 + number),"
        rows += "2024-08-01T00:00:00Z,2024-08-\(10 + number)T00:00:00Z\n"
      }
    }
    try workspace.write(rows, to: "inputs/nca.csv")
    return workspace
  }

  @Test func `times from referral to action give no small count away`() throws {
    let workspace = try Self.log([("removed", 13), ("refused", 3), ("pending", 8)])
    let result = try workspace.succeed("run")
    #expect(!result.error.contains("warning"), "\(result)")
    let times = try Self.table("release/data/timeliness.csv", workspace)
    let measures = try Self.column("measure", times)
    #expect(measures.contains("time-to-action") && measures.contains("time-to-takedown"))
    // Less the 13 takedowns, which are shown, each would give the 3.
    for name in ["records", "with_both_times"] {
      let shown = Set(zip(measures, try Self.column(name, times)).map { "\($0) \($1)" })
      #expect(!shown.contains("time-to-action 16"), "\(name)")
    }
    let counts = try Self.table("release/data/accounts.csv", workspace)
    #expect(
      try zip(Self.column("measure", counts), Self.column("value", counts)).contains {
        $0 == "takedowns" && $1 == "13"
      })
  }

  @Test func `the records of a period that holds all of them give no small count away`() throws {
    let workspace = try Self.log([
      ("removed", 13), ("refused", 8), ("pending", 6), ("reinstated", 1),
    ])
    try workspace.succeed("run")
    let coverage = try Self.table("release/data/coverage.csv", workspace)
    #expect(try Self.column("records", coverage) == [""])
    let rows = try Self.table("release/data/records.csv", workspace)
    let shown = try zip(Self.column("outcome", rows), Self.column("value", rows)).filter {
      ["read", "record", "counted"].contains($0.0) && !$0.1.isEmpty
    }
    #expect(shown.isEmpty)
  }

  @Test func `few rows that are not counted are shown, and no former release is made up`() throws {
    let workspace = try Self.log([("removed", 13), ("mislaid", 3)])
    let result = try workspace.succeed("run")
    #expect(!result.error.contains("former release"), "\(result)")
    let rows = try Self.table("release/data/records.csv", workspace)
    let cells = rows.rows.map { $0.joined(separator: " ") }
    #expect(cells.contains("nca not-counted all 3") && cells.contains("all not-counted all 3"))
    #expect(
      try !workspace.text("outputs/latest/release/methodology.md").contains(
        "may be known all the same"))
  }

  /// Where there is Python with scipy, what an outsider can say of small counts is worked out anew.
  @Test func `no small count is given away by two releases together`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["TAKEDOWNS_PYTHON"] ?? "python3"
    process.arguments = [
      python, Workspace.package.appending(path: "Tests/Oracles/disclosure.py").path,
      Workspace.command.path, "--random", "6",
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let status = process.terminationStatus
    if status == 77 || status == 127 {
      print(
        "not confirmed by linear programming: scipy is not there; see Tests/Oracles/disclosure.py")
      return
    }
    #expect(status == 0, "\(text)")
  }
}
