import Foundation
import Tabular
import Testing

/// Small inputs on which programs that compare periods have failed, from the log to the figures.
///
/// The inputs are not part of the package; where they are not at hand the tests are skipped.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: Workspace.cases.path), "the cases are not at hand"))
struct PeriodCaseTests {
  /// A run over one file of a case.
  private func run(
    _ file: String, fields: String, reporting: String, zone: String = "UTC", agency: String? = nil
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy(Workspace.cases.appending(path: file), to: "log.csv")
    let who = agency.map { #""agency": "\#($0)", "# } ?? ""
    try workspace.write(
      """
      {"version": 1, "reporting": {\(reporting)},
       "registers": {"agencies": [{"id": "nca-case", "name": "NCA Case", "aliases": ["NCA"]},
         {"id": "dhs-case", "aliases": ["DHS"]}]},
       "sources": [{"id": "log", \(who)"path": "log.csv", "format": "csv", \(fields),
         "time_zone": "\(zone)"}]}
      """, to: "pipeline.json")
    try workspace.succeed("run")
    return workspace
  }

  private func rows(_ workspace: Workspace, _ file: String) throws -> [[String: String]] {
    let table = try Table(csv: Array(workspace.bytes("outputs/latest/" + file)))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }

  private func expected(_ name: String) throws -> JSONValue {
    let file = Workspace.cases.appending(path: name + "/expected.json")
    return try JSONValue(parsing: Array(Data(contentsOf: file)).span)
  }

  private static let removed = """
    "fields": {"agency": "agency", "action_date": "removed"},
    "constants": {"action": "taken-down", "platform": "x", "account": "a"}
    """

  private func takedowns(_ workspace: Workspace, _ basis: String) throws -> [String: String] {
    try #require(
      try rows(workspace, "3-compare/comparisons.csv").first {
        $0["measure"] == "takedowns" && $0["agency"] == "nca-case" && $0["platform"] == "all"
          && $0["period_kind"] == "to-date" && $0["basis"] == basis
      })
  }

  @Test func `an unfinished year is compared with the same days, and with all of it when asked`()
    throws
  {
    let case27 = try expected("27-yoy-partial-period")
    let workspace = try run(
      "27-yoy-partial-period/events.csv", fields: Self.removed,
      reporting: #""as_of": "2024-08-31", "compare_unlike": true"#)
    let like = try takedowns(workspace, "same-period")
    #expect(like["value"].flatMap { Int($0) } == case27["NCA"]?["2024 ytd"]?.integer)
    #expect(like["base_value"].flatMap { Int($0) } == case27["NCA"]?["2023 same span"]?.integer)
    #expect(like["percent_change"] == "0.0" && like["status"] == "provisional")
    let unlike = try takedowns(workspace, "unlike")
    #expect(unlike["base_value"].flatMap { Int($0) } == case27["NCA"]?["2023 full"]?.integer)
    #expect(unlike["marks"]?.contains("[b]") == true)
    #expect(unlike["note"]?.hasPrefix("an unfinished period against a whole one") == true)
    let issues = try rows(workspace, "2-normalize/issues.csv")
    #expect(issues.contains { $0["text"] == "2024-12-10" }, "the day after the last is named")
  }

  @Test func `a finished year whose log ends early is compared whole, and says so`() throws {
    let workspace = try run(
      "27-yoy-partial-period/events.csv", fields: Self.removed,
      reporting: #""as_of": "2024-12-31""#)
    let row = try takedowns(workspace, "full-period")
    #expect([row["value"], row["base_value"], row["percent_change"]] == ["8", "12", "-33.3"])
    #expect(row["note"]?.contains("records of NCA Case end on 15 August 2024") == true)
    #expect(row["status"] == "provisional")
  }

  @Test(arguments: [
    ("US federal (Oct, end year)", "10-01", "FY2025", ["us-financial-quarter", "quarter"]),
    ("UK government (1 April)", "04-01", "2024-25", ["uk-financial-quarter", "quarter"]),
    ("UK tax year (6 April)", "04-06", "2024-25", ["year", "to-date"]),
    ("July start, end year", "07-01", "FY2025", ["quarter"]),
    ("calendar", "01-01", "2024/25", ["calendar-quarter", "quarter"]),
  ])
  func `a day counts in the year and quarter that each calendar gives it`(
    calendar: String, start: String, name: String, kinds: [String]
  ) throws {
    let list = kinds.map { "\"\($0)\"" }.joined(separator: ", ")
    let workspace = try run(
      "29-fiscal-year/events.csv",
      fields: """
        "fields": {"account": "handle", "action_date": "removed"},
        "constants": {"action": "taken-down", "platform": "x"}
        """,
      reporting: #""year_start": "\#(start)", "year_name": "\#(name)", "periods": [\#(list)]"#,
      agency: "nca-case")
    let counts = try rows(workspace, "3-compare/counts.csv").filter {
      $0["measure"] == "accounts" && $0["agency"] == "all" && $0["platform"] == "all"
    }
    guard case .object(let days)? = try expected("29-fiscal-year")[calendar] else {
      Issue.record("the case has no '\(calendar)'")
      return
    }
    for day in days {
      let found = counts.filter {
        ($0["period_start"] ?? "") <= day.key && day.key <= ($0["period_end"] ?? "")
      }
      let names = found.compactMap { $0["period"]?.replacing(" to date", with: "") }
      #expect(Set(names) == [day.value.string ?? ""], "\(day.key)")
      #expect(!names.isEmpty)
    }
  }

  @Test(arguments: [
    "Asia/Ho_Chi_Minh", "Africa/Tunis", "Europe/Tirane", "Europe/London", "America/New_York", "UTC",
  ])
  func `a moment counts on the day of the reporting time zone`(zone: String) throws {
    let workspace = try run(
      "30-timezones-and-dst/input.csv",
      fields: """
        "fields": {"actioned_at": "removed_at"},
        "constants": {"action": "taken-down", "platform": "x", "account": "a"}
        """,
      reporting: #""time_zone": "\#(zone)""#, zone: zone, agency: "nca-case")
    let all =
      try rows(workspace, "2-normalize/takedowns.csv")
      + rows(workspace, "2-normalize/duplicates.csv")
    let dates = Dictionary(
      all.map { ($0["position"] ?? "", $0["action_date"] ?? "") }, uniquingKeysWith: { $1 })
    let case30 = try expected("30-timezones-and-dst")
    let expected = case30[zone == "UTC" ? "utc_date" : "local_date"]?.elements ?? []
    let input = try Table(
      csv: Array(
        Data(
          contentsOf: Workspace.cases.appending(
            path: "30-timezones-and-dst/input.csv"))))
    #expect(expected.count == input.rows.count)
    var checked = 0
    for (number, row) in input.rows.enumerated() where zone == "UTC" || row[1] == zone {
      guard let text = expected[number].string else { continue }
      checked += 1
      let date = text.hasPrefix("flag") ? nil : String(text.prefix(10))
      #expect(dates[String(number + 1)] == date, "\(row)")
    }
    #expect(checked > 0)
  }
}
