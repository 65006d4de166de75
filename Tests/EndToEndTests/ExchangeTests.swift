import Foundation
import Tabular
import TestSupport
import Testing

/// Two agencies that compare their accounts, from their logs to the joint figures.
struct ExchangeTests {
  private static let key = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0"
  private static let otherKey = String(key.reversed())

  /// The settings of a pipeline with the logs of these agencies.
  private static func settings(_ agencies: [String]) -> String {
    let sources = agencies.map { agency in
      """
      { "id": "log-\(agency)", "agency": "\(agency)", "path": "\(agency).csv", "format": "csv",
        "fields": { "platform": "P", "account": "A", "action": "C", "action_date": "D" } }
      """
    }
    return """
      { "version": 1, "reporting": { "year_start": "07-01", "as_of": "2025-06-30" },
        "sources": [\(sources.joined(separator: ","))] }
      """
  }

  /// A folder in which the logs of agencies have been run, with the key in `key`.
  private static func published(_ logs: [String: [String]]) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(settings(logs.keys.sorted()), to: "pipeline.json")
    for (agency, rows) in logs {
      try workspace.write((["P,A,C,D"] + rows).joined(separator: "\n") + "\n", to: "\(agency).csv")
    }
    try workspace.succeed("run")
    try write(key: key + "\n", mode: 0o600, in: workspace)
    return workspace
  }

  private static func write(
    key: String, mode: Int, in workspace: Workspace, name: String = "key"
  ) throws {
    try workspace.write(key, to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: workspace.folder.appending(path: name).path)
  }

  private static let options = ["--key-id", "joint-2025", "--key-file", "key"]

  private static func exported(_ workspace: Workspace) throws -> String {
    let result = try workspace.run(["exchange", "export"] + options)
    try #require(result.status == 0, "\(result)")
    return result.output
  }

  private static func imported(
    _ file: String, into workspace: Workspace, _ more: [String] = []
  ) throws -> Workspace.Result {
    try workspace.write(file, to: "partner.csv")
    return try workspace.run(["exchange", "import", "partner.csv"] + options + more)
  }

  private static let ours = [
    "TikTok,@shared_one,Removed,2024-05-01", "TikTok,@shared_one,Removed,2024-08-01",
    "X,@only_ours,Removed,2024-08-02",
    "Facebook,https://www.facebook.com/John.Smith.9,Removed,2024-08-03",
    "Instagram,@same_text,Removed,2024-08-04", "X,n/a,Removed,2024-08-05",
    "X,@refused,Refused,2024-08-05",
    "TikTok,https://www.tiktok.com/@poster/video/1,Removed,2024-08-06",
  ]
  private static let theirs = [
    "tiktok,https://tiktok.com/@Shared_One?lang=sv,Removed,2024-09-01",
    "facebook,johnsmith9,Removed,2023-08-01", "threads,same_text,Removed,2024-08-04",
    "twitter,refused,Removed,2024-08-09", "TikTok,@poster,Removed,2024-08-06",
    "Telegram,https://t.me/only_theirs,Removed,2024-08-06",
    "Telegram,@Only_Theirs,Removed,2024-08-07",
  ]

  @Test func `both sides get the same joint figures`() throws {
    let nca = try Self.published(["uk-nca": Self.ours])
    let police = try Self.published(["se-police": Self.theirs])
    let result = try Self.imported(Self.exported(police), into: nca)
    #expect(result.status == 0)
    #expect(result.error == "read 7: records 7, rejects 0\n")
    #expect(
      result.output == """
        platform,period,ours,theirs,shared,joint
        all,all,4,6,2,8
        all,2023/24,1,1,0,2
        all,2024/25,4,5,1,8
        facebook,all,1,1,1,1
        facebook,2023/24,0,1,0,1
        facebook,2024/25,1,0,0,1
        instagram,all,1,0,0,1
        instagram,2023/24,0,0,0,0
        instagram,2024/25,1,0,0,1
        telegram,all,0,1,0,1
        telegram,2023/24,0,0,0,0
        telegram,2024/25,0,1,0,1
        threads,all,0,1,0,1
        threads,2023/24,0,0,0,0
        threads,2024/25,0,1,0,1
        tiktok,all,1,2,1,2
        tiktok,2023/24,1,0,0,1
        tiktok,2024/25,1,2,1,2
        x,all,1,1,0,2
        x,2023/24,0,0,0,0
        x,2024/25,1,1,0,2

        """)
    let back = try Self.imported(Self.exported(nca), into: police)
    #expect(back.status == 0)
    let swapped = try Table(csv: Array(back.output.utf8)).rows.map {
      [$0[0], $0[1], $0[3], $0[2], $0[4], $0[5]]
    }
    #expect(try swapped == Table(csv: Array(result.output.utf8)).rows)

    let text = try Self.imported(Self.exported(police), into: nca, ["--format", "text"]).output
    #expect(text.hasPrefix("platform   period   ours  theirs  shared  joint\nall        all"))
    let json = try Self.imported(Self.exported(police), into: nca, ["--format", "json"]).output
    let first = try JSONValue(parsing: Array(json.utf8).span).elements.first
    #expect(first?["joint"]?.integer == 8 && first?["platform"]?.string == "all")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `the joint figure is that of one run over both logs`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let platforms = ["TikTok", "Facebook", "X", "Telegram", "Snapchat", "No Such Platform"]
    func log() -> [String] {
      (0..<1500).map { _ in
        let platform = platforms[Int.random(in: 0..<6, using: &random)]
        let name = "sample\(Int.random(in: 0..<600, using: &random))"
        let spelling = ["@\(name)", name, name.uppercased()][Int.random(in: 0..<3, using: &random)]
        let month = Int.random(in: 1...12, using: &random)
        let year = Int.random(in: 2023...2024, using: &random)
        let outcome = Int.random(in: 0..<5, using: &random) == 0 ? "Refused" : "Removed"
        return "\(platform),\(spelling),\(outcome),\(year)-\(month < 10 ? "0" : "")\(month)-11"
      }
    }
    let logs = ["uk-nca": log(), "se-police": log()]
    let nca = try Self.published(["uk-nca": logs["uk-nca"] ?? []])
    let police = try Self.published(["se-police": logs["se-police"] ?? []])
    let both = try Self.published(logs)
    let result = try Self.imported(Self.exported(police), into: nca)
    var joint: [[String]: String] = [:]
    for row in try Table(csv: Array(result.output.utf8)).rows {
      joint[[row[0], row[1]]] = row[5]
    }

    let counts = try Table(csv: Array(both.bytes("outputs/latest/3-compare/counts.csv")))
    let place = Dictionary(uniqueKeysWithValues: counts.columns.enumerated().map { ($1, $0) })
    func cell(_ row: [String], _ column: String) -> String { place[column].map { row[$0] } ?? "" }
    var compared = 0
    for row in counts.rows
    where cell(row, "measure") == "accounts" && cell(row, "agency") == "all"
      && cell(row, "period").count == 7 && cell(row, "period").contains("/")
    {
      let found = joint[[cell(row, "platform"), cell(row, "period")]]
      #expect(found == cell(row, "value"), "\(row)")
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test func `the export shows neither accounts nor the log's order`() throws {
    let first = try Self.published(["uk-nca": Self.ours])
    let second = try Self.published(["uk-nca": Self.ours.reversed()])
    let file = try Self.exported(first)
    #expect(try file == Self.exported(second))
    #expect(try file == Self.exported(first))
    let table = try Table(csv: Array(file.utf8))
    #expect(
      table.columns == [
        "key_id", "key_check", "agency", "country", "platform", "account_kind", "pseudonym",
        "counts", "action", "action_date",
      ])
    #expect(table.rows.count == 6)
    for row in table.rows {
      #expect(row[0] == "joint-2025" && row[1].count == 16 && row[6].count == 64)
      #expect(row[2...3] == ["uk-nca", "GB"] && row[8] == "taken-down")
    }
    #expect(Set(table.rows.map { $0[6] }).count == 5, "one account was taken down twice")
    for name in ["shared", "john", "only", "same_text", "poster", "log-", ".csv"] {
      #expect(!file.contains(name))
    }
    let result = try first.run(["exchange", "export"] + Self.options)
    #expect(
      result.error == """
        records 8: exported 6, the same as another one 0, without an account 1, not taken down 1

        """)
  }

  @Test func `an export is a file of its owner's`() throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    try Self.write(key: "older", mode: 0o644, in: workspace, name: "out.csv")
    let result = try workspace.run(["exchange", "export", "--output", "out.csv"] + Self.options)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(try workspace.text("out.csv") == Self.exported(workspace))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: workspace.folder.appending(path: "out.csv").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(!workspace.exists("out.csv.new"))
    let failed = try workspace.run(["exchange", "export", "--output", "outputs"] + Self.options)
    #expect(failed.status == 2 && !workspace.exists("outputs.new"))
  }

  /// What is wrong with a key file: its text, its mode, the words of the message.
  static let refusedKeys: [Case<(text: String, mode: Int), String>] = [
    Case("all may read it", (key, 0o644), "mode 0644; expected one that its owner alone"),
    Case("the group may read it", (key, 0o640), "chmod 600 key"),
    Case("others may write it", (key, 0o602), "mode 0602"),
    Case("31 bytes", (String(key.dropLast(2)), 0o600), "62 characters"),
    Case("no digits", (String(repeating: "correct ", count: 8), 0o600), "openssl rand -hex 32"),
    Case("zeros", (String(repeating: "0", count: 64), 0o600), "can be guessed"),
    Case("a large file", (String(repeating: key, count: 1000), 0o600), "characters"),
  ]

  @Test(arguments: refusedKeys)
  func `a key that is not safe is refused`(row: Case<(text: String, mode: Int), String>) throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    try Self.write(key: row.input.text, mode: row.input.mode, in: workspace)
    for arguments in [["export", "--output", "out.csv"], ["import", "partner.csv"]] {
      let result = try workspace.run(["exchange"] + arguments + Self.options)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.error.contains(row.expected), "\(result)")
      #expect(!result.error.contains(row.input.text.prefix(16)))
      #expect(!workspace.exists("out.csv"))
    }
  }

  @Test func `a key is a file or in the environment`() throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    let file = try Self.exported(workspace)
    let command = ["exchange", "export", "--key-id", "joint-2025"]
    let named = try workspace.run(command, environment: ["TAKEDOWNS_EXCHANGE_KEY": Self.key])
    #expect(named.status == 0 && named.output == file)
    let short = try workspace.run(command, environment: ["TAKEDOWNS_EXCHANGE_KEY": "abc"])
    #expect(short.status == 2 && short.error.contains("TAKEDOWNS_EXCHANGE_KEY: the key has 3"))
    let none = try workspace.run(command)
    #expect(none.status == 2 && none.error.contains("--key-file"))
    for (path, words) in [("missing", "cannot open 'missing'"), ("outputs", "no regular file")] {
      let result = try workspace.run(command + ["--key-file", path])
      #expect(result.status == 2 && result.error.contains(words), "\(result)")
    }
    let id = try workspace.run(["exchange", "export", "--key-id", "A b", "--key-file", "key"])
    #expect(id.status == 64 && id.error.contains("is no key id"))
    try workspace.remove("outputs")
    let unrun = try workspace.run(command + ["--key-file", "key"])
    #expect(unrun.status == 2 && unrun.error.contains("run 'takedowns run' first"))
  }

  @Test func `a file of another key is refused`() throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    try workspace.write(Self.exported(workspace), to: "partner.csv")
    try Self.write(key: Self.otherKey, mode: 0o600, in: workspace)
    let command = ["exchange", "import", "partner.csv", "--key-file", "key", "--key-id"]
    let other = try workspace.run(command + ["joint-2025"])
    #expect(other.status == 2 && other.output.isEmpty)
    #expect(
      other.error.contains("partner.csv: line 2: the file was made with another key of the id"))
    let renamed = try workspace.run(command + ["joint-2026"])
    #expect(renamed.status == 2 && renamed.output.isEmpty)
    #expect(renamed.error.contains("line 2: the key id is 'joint-2025'; expected 'joint-2026'"))
  }

  @Test func `a row that cannot be used is named and counted`() throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    let police = try Self.published(["se-police": Self.theirs])
    let lines = try Self.exported(police).split(separator: "\n").map { String($0) }
    let (header, row) = (lines[0], lines[1])
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    func changed(_ column: Int, _ text: String) -> String {
      var cells = cells
      cells[column] = text
      return cells.joined(separator: ",")
    }
    let bad: [(row: String, words: String)] = [
      (changed(2, "=cmd"), "agency is '=cmd'; expected an id"),
      (changed(3, "sweden"), "country is 'sweden'"), (changed(4, "all"), "platform is 'all'"),
      (changed(4, "a\u{1b}[2J"), "platform is 'a\u{fffd}[2J'"),
      (changed(5, "person"), "account_kind is 'person'"),
      (changed(6, "@handle"), "pseudonym is '@handle'; expected 64"),
      (changed(6, cells[6].uppercased()), "lower case"), (changed(7, "accounts"), "counts is"),
      (changed(8, "refused"), "action is 'refused'"), (changed(9, "2025-02-30"), "action_date is"),
      (row + ",more", "11 cells; expected 10"), (changed(2, "\"open"), "a quote is not closed"),
    ]
    // Each bad row between good ones, all of which count.
    let file = [header, row] + bad.flatMap { [$0.row, row] } + lines.dropFirst(2)
    let result = try Self.imported(file.joined(separator: "\n") + "\n", into: workspace)
    #expect(result.status == 1)
    for (number, bad) in bad.enumerated() {
      #expect(result.error.contains("partner.csv:\(3 + 2 * number): "), "\(result.error)")
      #expect(result.error.contains(bad.words), "\(bad.words)\n\(result.error)")
    }
    #expect(result.error.contains("read 31: records 19, rejects 12"))
    #expect(result.output.contains("all,all,4,6,2,8\n"))

    let headless = try Self.imported(row + "\n", into: workspace)
    #expect(headless.status == 2 && headless.error.contains("line 1: the header is"))
    let useless = try Self.imported([header, bad[0].row].joined(separator: "\n"), into: workspace)
    #expect(useless.status == 2 && useless.error.contains("none of its 1 rows can be used"))
    let empty = try Self.imported(header + "\n", into: workspace)
    #expect(empty.status == 0 && empty.error.contains("holds no takedown"))
    #expect(empty.output.contains("all,all,4,0,0,4\n"))
    let own = try Self.imported(Self.exported(workspace), into: workspace)
    #expect(own.status == 0 && own.error.contains("takedowns of uk-nca, as the last run does"))
    #expect(own.output.contains("all,all,4,4,4,4\n"))
  }

  @Test func `a stage file that was changed is not exported`() throws {
    let workspace = try Self.published(["uk-nca": Self.ours])
    let path = "outputs/latest/2-normalize/takedowns.csv"
    try workspace.write(workspace.text(path).replacing("only_ours", with: "only_yours"), to: path)
    let result = try workspace.run(["exchange", "export"] + Self.options)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("is not as it was written"))
  }
}
