import Foundation
import Tabular
import Testing

/// Real files of the kinds that presets are for, each read with a few lines of a pipeline file.
///
/// The files are not part of the package; where they are not at hand the tests are skipped.
@Suite(.enabled(if: Workspace.hasReports, "the fixtures are not at hand"))
struct PresetTests {
  /// Runs sources, each the members of its object without id and path, over copied fixtures.
  private func run(
    _ sources: (fixture: String, path: String, members: String)..., texts: [String: String] = [:]
  ) throws -> Workspace {
    let workspace = try Workspace()
    for (path, text) in texts { try workspace.write(text, to: path) }
    let objects = try sources.enumerated().map { number, source in
      if !source.fixture.isEmpty, !workspace.exists("inputs/" + source.fixture) {
        try workspace.copy(
          Workspace.fixtures.appending(path: source.fixture), to: "inputs/" + source.fixture)
      }
      let path = source.fixture.isEmpty ? source.path : "inputs/\(source.fixture)/\(source.path)"
      return #"{"id": "s\#(number)", "path": "\#(path)", \#(source.members)}"#
    }
    try workspace.write(
      """
      {
        "version": 1, "reporting": {"as_of": "2026-12-31"},
        "sources": [\(objects.joined(separator: ", "))],
        "registers": {"agencies": [{"id": "a", "name": "An agency"}]}
      }
      """, to: "pipeline.json")
    try workspace.succeed("run", "--quiet")
    return workspace
  }

  /// The rows of a stage file by their columns' names.
  private func rows(_ workspace: Workspace, _ path: String) throws -> [[String: String]] {
    let table = try Table(csv: Array(workspace.bytes("outputs/latest/" + path)))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }

  /// What became of the rows of all files: rows, records, rejects, counts, left out.
  private func sums(_ workspace: Workspace) throws -> [Int] {
    let files = try rows(workspace, "1-ingest/files.csv")
    return ["rows", "records", "rejects", "counts", "left_out"].map { column in
      files.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
    }
  }

  private static let removed = #""constants": {"action": "removed", "action_date": "2025-01-01"}"#

  @Test func `statements of reasons are decisions without an account`() throws {
    let workspace = try run(
      ("dsa-sor/dump-sample", "*.csv", #""preset": "dsa-statements", "agency": "a""#),
      (
        "dsa-sor/official", "example_*.json", #""preset": "dsa-statements-json", "agency": "a""#
      ))
    #expect(try sums(workspace) == [20, 20, 0, 0, 0])
    let records = try rows(workspace, "2-normalize/takedowns.csv")
    #expect(records.count == 20)
    #expect(records.allSatisfy { $0["account"] == "" })
    let actions = records.map { "\($0["action"] ?? "") \($0["counts"] ?? "")" }
    #expect(actions.count { $0 == "restricted post" } == 3)
    #expect(actions.count { $0 == "taken-down post" } == 6)
    #expect(actions.count { $0 == "taken-down account" } == 11)
    #expect(records.first?["platform"] == "tiktok")
    #expect(records.first?["action_date"] == "2024-03-12")
  }

  @Test(
    arguments: [
      // Schema 1 as it was first written, and several decisions in one.
      ("DECISION_VISIBILITY_CONTENT_REMOVED", "", "taken-down", "post"),
      (
        #"["DECISION_VISIBILITY_CONTENT_LABELLED","DECISION_VISIBILITY_CONTENT_REMOVED"]"#, "",
        "taken-down", "post"
      ),
      (#"["DECISION_VISIBILITY_CONTENT_DEMOTED"]"#, "", "restricted", "post"),
      ("", "DECISION_ACCOUNT_TERMINATED", "taken-down", "account"),
      (
        #"["DECISION_VISIBILITY_CONTENT_DEMOTED"]"#, "DECISION_ACCOUNT_SUSPENDED", "taken-down",
        "account"
      ),
    ])
  func `the farthest-reaching decision counts`(
    visibility: String, account: String, action: String, unit: String
  ) throws {
    let cell = visibility.replacing("\"", with: "\"\"")
    let workspace = try run(
      ("", "light.csv", #""preset": "dsa-statements", "agency": "a""#),
      texts: [
        "light.csv": """
        uuid,decision_visibility,decision_account,application_date,platform_name
        1,"\(cell)",\(account),2024-03-14 23:59:59,Facebook

        """
      ])
    let record = try #require(try rows(workspace, "2-normalize/takedowns.csv").first)
    #expect(record["action"] == action && record["counts"] == unit)
    #expect(record["action_date"] == "2024-03-14" && record["platform"] == "facebook")
  }

  @Test func `a list of STIX objects gives its user accounts, and says how many others it has`()
    throws
  {
    let workspace = try run(
      (
        "stix/cti-python-stix2", "*.json",
        #""preset": "stix-user-account", "agency": "a", \#(Self.removed)"#
      ))
    #expect(try sums(workspace) == [82, 3, 0, 0, 79])
    let records = try rows(workspace, "2-normalize/takedowns.csv")
    #expect(records.map { $0["account"] } == ["unix:jdoe", "thegrugq_ebooks"])
    #expect(try rows(workspace, "2-normalize/duplicates.csv").count == 1)
  }

  @Test func `the same accounts come out of a MISP event and a STIX bundle`() throws {
    let mapping = try JSONSerialization.jsonObject(
      with: Data(
        contentsOf: Workspace.fixtures.appending(
          path: "misp/stix-mapping/misp_accounts_to_stix21.json")))
    let pairs = try #require(mapping as? [String: [String: Any]])
    let objects = pairs.sorted { $0.key < $1.key }.compactMap { $0.value["MISP"] as? [String: Any] }
    let stix = pairs.sorted { $0.key < $1.key }
      .flatMap { pair in (pair.value["STIX"] as? [[String: Any]]) ?? [] }
    func text(_ value: [String: Any]) throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }
    let workspace = try run(
      (
        "", "misp.json",
        #""preset": "misp-event", "agency": "a", "constants": {"action": "removed"}"#
      ),
      ("", "stix.json", #""preset": "stix-user-account", "agency": "a", \#(Self.removed)"#),
      texts: [
        "misp.json": try text(["Event": ["date": "2025-01-01", "Object": objects]]),
        "stix.json": try text(["type": "bundle", "objects": stix]),
      ])
    let counted = try rows(workspace, "2-normalize/takedowns.csv")
    let repeated = try rows(workspace, "2-normalize/duplicates.csv")
    #expect(counted.count >= 8)
    #expect(Set(counted.map { $0["source"] }) == ["s0"])
    #expect(Set(repeated.map { $0["source"] }) == ["s1"])
    #expect(counted.map { $0["account"] } == repeated.map { $0["account"] })
    #expect(counted.allSatisfy { $0["action_date"] == "2025-01-01" && $0["account"] != "" })
    #expect(counted.contains { $0["platform"] == "facebook" && $0["account"] == "1392781243" })
    let accounts = try rows(workspace, "2-normalize/accounts.csv")
    #expect(accounts.contains { $0["account"] == "1392781243" && $0["handle"] == "octocat" })
  }

  @Test func `kill chains give addresses as records and counts in words as counts`() throws {
    let chain = #""constants": {"action": "removed", "action_date": "2025-01-01"}"#
    let words = #""preset": "meta-indicator-counts", "constants": {"period": "2025"}"#
    let workspace = try run(
      (
        "meta-threat-research/csv", "20*.csv",
        #""preset": "meta-indicators", "agency": "a", "constants": {"action": "removed"}"#
      ),
      (
        "meta-threat-research/csv", "Q*/*.csv",
        #""preset": "meta-indicators", "agency": "a", \#(chain)"#
      ),
      ("meta-threat-research/csv", "Q*/*.csv", words),
      ("meta-threat-research/csv", "Q4-1*.csv", words))
    let files = try rows(workspace, "1-ingest/files.csv")
    #expect(
      files.filter { $0["source"] == "s0" }.map { $0["rows"] } == [
        "10", "26", "243", "187", "49", "313", "79", "52", "350", "402", "1062",
      ])
    var totals: [String: Int] = [:]
    for row in try rows(workspace, "1-ingest/counts.csv") {
      let key = "\(row["platform"] ?? "") \(row["counts"]?.lowercased() ?? "")"
      totals[key, default: 0] += Int(row["value"] ?? "") ?? 0
    }
    #expect(
      totals == [
        "Facebook account": 18_725, "Facebook page": 2434, "Facebook group": 275,
        "Instagram account": 1848,
      ])
    let records = try rows(workspace, "2-normalize/takedowns.csv")
    #expect(records.contains { $0["platform"] == "x" && $0["account"] == "bd_politico" })
    #expect(records.contains { $0["platform"] == "telegram" && $0["account"] == "insider_md" })
  }

  @Test func `rows that mean the row above are read as it`() throws {
    let workspace = try run(
      (
        "", "chain.csv",
        #""preset": "meta-indicators", "agency": "a", \#(Self.removed)"#
      ),
      texts: [
        "chain.csv": """
        Tactic ,Technique,Procedure,Indicator
        0. Acquiring assets,0.9 Acquiring social media accounts,0.9.4 Acquiring X / Twitter accounts,@one
        ,,,hxxps://x[.]com/two
        ,,,
        as above,ditto,"same as above",twitter[.]com/three
        1. Disguising assets,1.1 Adopting visual disguise,1.1.1 Copying,@four

        """
      ])
    #expect(try sums(workspace) == [5, 3, 0, 0, 2])
    let records = try rows(workspace, "2-normalize/takedowns.csv")
    #expect(records.map { $0["account"] } == ["one", "two", "three"])
    #expect(records.map { $0["platform"] } == ["x", "x", "x"])
  }

  @Test func `conditions that leave nothing are refused, a key given twice costs its row`() throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      {"version": 1, "sources": [{"id": "s", "path": "log.json", "agency": "uk-nca",
        "preset": "stix-user-account", \(Self.removed)}]}
      """, to: "pipeline.json")
    try workspace.write(
      #"""
      {"objects": [{"type": "user-acount"}, {"type": "file"}]}
      """#, to: "log.json")
    let failed = try workspace.run(["run"])
    #expect(failed.status == 2)
    #expect(
      failed.error.contains("sources[0]: all 2 rows are left out (where /type: 2)"), "\(failed)")
    try workspace.write(
      #"""
      {"objects": [{"type": "user-account", "account_login": "a", "x": {"y": 1, "y": 2}},
        {"type": "user-account", "account_type": "twitter", "account_login": "b"}]}
      """#, to: "log.json")
    try workspace.succeed("run")
    #expect(try sums(workspace) == [2, 1, 1, 0, 0])
  }

  @Test func `each edition of Meta's report is kept, and the newest is current`() throws {
    let workspace = try run(
      (
        "enforcement-reports/diaphanous/meta", "meta-*.csv", #""preset": "meta-enforcement""#
      ))
    #expect(try sums(workspace) == [37_910, 0, 0, 17_472, 20_438])
    var editions: [String: [String: String]] = [:]
    for row in try rows(workspace, "1-ingest/counts.csv") {
      let key = ["platform", "category", "measure", "period_start"].map { row[$0] ?? "" }
      editions[row["vintage"] ?? "", default: [:]][key.joined(separator: "|")] = row["value"]
    }
    let names = editions.keys.sorted()
    #expect(names.count == 13 && names.first == "2021-q2" && names.last == "2024-q2")
    let changed = zip(names, names.dropFirst()).map { earlier, later in
      editions[later, default: [:]].count { key, value in
        editions[earlier]?[key].map { $0 != value } ?? false
      }
    }
    // Of the cells that are counts; with rates and N/A they are 71, 27, 96, 102, 113, 203, 18.
    #expect(changed == [67, 25, 76, 70, 85, 200, 18, 0, 0, 0, 0, 0])
    let current = try rows(workspace, "3-compare/counts.csv").filter { $0["origin"] == "counts" }
    #expect(Set(current.map { $0["status"] }) == ["supplied"])
    let last = current.filter {
      $0["platform"] == "facebook" && $0["category"] == "Spam"
        && $0["measure"] == "Content Actioned" && $0["period"] == "2024-04-01/2024-06-30"
    }
    #expect(last.map { $0["vintage"] } == ["2024-q2"])
    // None is in the release.
    let release = try rows(workspace, "release/data/accounts.csv")
    #expect(!release.contains { $0["origin"] == "counts" })
  }

  @Test func `TikTok's report is read under all the headers it has had`() throws {
    let workspace = try run(
      (
        "enforcement-reports/diaphanous/tiktok", "tiktok-*.csv", #""preset": "tiktok-enforcement""#
      ))
    let sums = try sums(workspace)
    #expect(sums == [84_952, 0, 0, 4046, 80_906])
    let counts = try rows(workspace, "1-ingest/counts.csv")
    #expect(Set(counts.map { $0["vintage"] }).count == 7)
    let removed = counts.filter {
      $0["vintage"] == "2023-q4" && $0["period_start"] == "2023-10-01" && $0["counts"] == "account"
        && $0["category"]?.hasPrefix("Fake accounts removed") == true
    }
    #expect(removed.map { $0["value"] } == ["8371593", "172674056"])
  }

  @Test func `Snap's total is a row of its own, not the sum of its categories`() throws {
    let workspace = try run(
      ("enforcement-reports/snap", "Snap*.csv", #""preset": "snap-transparency""#))
    #expect(try sums(workspace) == [123, 0, 0, 84, 39])
    let albania = try rows(workspace, "3-compare/counts.csv").filter {
      $0["country"] == "Albania" && $0["measure"] == "total_unique_accounts_enforced"
    }
    let total = albania.filter { $0["category"] == "Reactive and Proactive" }
    #expect(total.map { $0["value"] } == ["11999"])
    #expect(total.map { $0["period"] } == ["2025-07-01/2025-12-31"])
    let parts = albania.filter { $0["category"] != "Reactive and Proactive" }
    #expect(parts.reduce(0) { $0 + (Int($1["value"] ?? "") ?? 0) } == 12_576)
  }

  @Test func `appeals under the DSA and yearly columns need no preset`() throws {
    let workspace = try run(
      (
        "dsa-aggregate/raw-csv-samples", "*_appeals_*.csv",
        #"""
        "kind": "counts", "format": "csv", "number_format": {"thousands": ","},
        "where": {"Scope": ["Total number", "Decisions *"]},
        "fields": {"platform": "Service", "measure": "Indicator", "category": "Scope",
          "period": "Reporting period", "value": "Value"}
        """#
      ),
      (
        "enforcement-reports/diaphanous", "ocse-reports-per-country.csv",
        #"""
        "kind": "counts", "format": "csv", "agency": "a", "pivot": "20??",
        "number_format": {"thousands": ","},
        "fields": {"country": "country", "period": "{column}", "value": "{cell}"},
        "constants": {"measure": "reports"}
        """#
      ))
    let counts = try rows(workspace, "1-ingest/counts.csv")
    func value(_ texts: [String: String]) -> [String?] {
      counts.filter { row in texts.allSatisfy { row[$0.key] == $0.value } }.map { $0["value"] }
    }
    #expect(
      value([
        "platform": "TikTok", "category": "Total number",
        "measure": "Complaint regarding a decision to suspend or terminate an account",
      ]) == ["917407"])
    #expect(
      value([
        "platform": "Facebook", "category": "Decisions upheld",
        "measure": "Number of complaints submitted to the internal-complaints mechanism",
      ]) == ["4637640"])
    #expect(value(["country": "Afghanistan", "period_start": "2021-01-01"]) == ["283116"])
  }

  @Test func `posts of a takedown release keep the users that are damaged by nothing`() throws {
    let text = try String(
      contentsOf: Workspace.fixtures.appending(path: "twitter-io/speed_layer_sample.csv"),
      encoding: .utf8)
    // The sample is cut inside the quotes of its last record.
    let last = try #require(text.matches(of: /\n"[0-9]+","/).last)
    let workspace = try run(
      (
        "", "posts.csv",
        #"""
        "format": "csv", "agency": "a", "date_format": "yyyy-MM-dd HH:mm",
        "fields": {"account": "userid", "action_date": "tweet_time"},
        "constants": {"platform": "x", "action": "removed", "counts": "post"}
        """#
      ), texts: ["posts.csv": text[..<last.range.lowerBound] + "\n"])
    #expect(try sums(workspace) == [407, 407, 0, 0, 0])
    let records =
      try rows(workspace, "2-normalize/takedowns.csv")
      + rows(workspace, "2-normalize/duplicates.csv")
    let users = try rows(workspace, "1-ingest/records.csv").map { $0["account"] }
    #expect(Set(users).count == 86)
    #expect(records.count == 407)
  }
}

extension Workspace {
  fileprivate static let hasReports = FileManager.default.fileExists(
    atPath: fixtures.appending(path: "enforcement-reports").path)
}
