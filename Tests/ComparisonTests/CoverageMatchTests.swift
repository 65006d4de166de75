import Comparison
import TakedownModel
import Testing

/// Comparisons of only what both sides have.
struct CoverageMatchTests {
  private static let settings = ComparisonSettings(
    asOf: CalendarDate("2024-12-31"), periods: [.year], quietDays: 400)

  private func years(
    _ records: [Record], agency: String = "all", platform: String = "all",
    measure: String = "accounts"
  ) throws -> [[String]] {
    rows(
      try compared(records, Self.settings).comparisons,
      where: ["measure": measure, "agency": agency, "platform": platform, "period": "2024"]
    ).map { row in
      ["coverage", "value", "base_value", "percent_change", "agencies", "base_agencies"]
        .map { row[$0] ?? "-" }
    }
  }

  @Test func `a new agency is left out of the second row, with the accounts that it alone has`()
    throws
  {
    let world = [
      Record(agency: "old", account: "a", date: "2023-02-01"),
      Record(agency: "old", account: "b", date: "2024-02-01"),
      Record(agency: "old", account: "c", date: "2024-02-01"),
      Record(agency: "new", account: "c", date: "2024-02-02"),
      Record(agency: "new", account: "d", date: "2024-02-02"),
    ]
    #expect(
      try years(world) == [
        ["all", "3", "1", "200.0", "new old", "old"],
        ["matched", "2", "1", "100.0", "old", "old"],
      ])
    #expect(try years(world, platform: "facebook").map { $0[0] } == ["all", "matched"])
    #expect(try years(world, agency: "old").map { $0[0] } == ["all"])
    #expect(try years(world, measure: "takedowns").map { $0[1] } == ["4", "2"])
  }

  @Test func `a new platform is left out too`() throws {
    let world = [
      Record(account: "a", date: "2023-02-01"), Record(account: "b", date: "2024-02-01"),
      Record(platform: "x", account: "c", date: "2024-02-01"),
    ]
    for agency in ["all", "uk-nca"] {
      #expect(
        try years(world, agency: agency).map { Array($0[0...2]) } == [
          ["all", "2", "1"], ["matched", "1", "1"],
        ])
    }
    let rows = rows(
      try compared(world, Self.settings).comparisons,
      where: ["measure": "accounts", "agency": "all", "platform": "all", "period": "2024"])
    #expect(
      rows.map { $0["note"] } == [
        "platforms with records in the period only: x; 29 February 2024 is counted in the period "
          + "only",
        "like for like: only platforms with records on both sides; 29 February 2024 is counted in "
          + "the period only",
      ])
    #expect(rows.map { $0["platforms"] } == ["facebook x", "facebook"])
  }

  @Test func `a note says of platforms that no register knows what they are, not their id`() throws
  {
    let world = [
      Record(account: "a", date: "2023-02-01"), Record(account: "b", date: "2024-02-01"),
      Record(platform: "unmapped", account: "c", date: "2024-02-01"),
    ]
    let notes = rows(
      try compared(world, Self.settings).comparisons,
      where: ["measure": "accounts", "agency": "all", "platform": "all", "period": "2024"]
    ).compactMap { $0["note"] }
    #expect(
      notes.first?.hasPrefix(
        "platforms with records in the period only: platforms that were not recognised;") == true)
    #expect(!notes.contains { $0.contains("unmapped") })
  }

  @Test func `where both sides have the same there is one row`() throws {
    let world = ["2023-02-01", "2024-02-01"].map { Record(date: $0) }
    #expect(try years(world).map { $0[0] } == ["all"])
  }

  @Test func `where nothing is on both sides there is nothing to match`() throws {
    let world = [
      Record(agency: "old", date: "2023-02-01"), Record(agency: "new", date: "2024-02-01"),
    ]
    #expect(try years(world).map { $0[0] } == ["all"])
  }

  @Test func `an unlike row is marked and says so`() throws {
    let settings = ComparisonSettings(
      asOf: CalendarDate("2024-03-31"), periods: [.toDate], comparesUnlike: true)
    let world = ["2023-02-01", "2023-09-01", "2024-02-01"].map { Record(date: $0) }
    let rows = rows(
      try compared(world, settings).comparisons,
      where: ["measure": "takedowns", "agency": "all", "platform": "all"])
    #expect(rows.map { $0["basis"] } == ["same-period", "unlike"])
    #expect(rows.map { $0["base_value"] } == ["1", "2"])
    #expect(rows.map { $0["marks"] } == ["[p]", "[b] [p]"])
    #expect(rows[1]["note"]?.hasPrefix("an unfinished period against a whole one") == true)
  }
}

/// What becomes of accounts that are given back.
struct ReinstatementTests {
  private func figures(_ days: [(String, String)], agencies: [String] = []) throws -> [String] {
    let world = days.enumerated().map { number, day in
      Record(
        agency: agencies.isEmpty ? "uk-nca" : agencies[number], action: day.1, date: day.0)
    }
    let tables = try compared(
      world, ComparisonSettings(asOf: CalendarDate("2024-12-31"), periods: [.year]))
    return ["reinstated", "taken-down-again", "reinstatements", "accounts"].map { measure in
      rows(
        tables.counts,
        where: ["measure": measure, "agency": "all", "platform": "all", "period": "2024"]
      ).first?["value"] ?? "-"
    }
  }

  @Test(arguments: [
    ([("2024-02-01", "taken-down"), ("2024-03-01", "reinstated")], ["1", "0", "1", "1"]),
    (
      [
        ("2024-02-01", "taken-down"), ("2024-03-01", "reinstated"), ("2024-04-01", "taken-down"),
      ], ["0", "1", "1", "1"]
    ),
    // Of one day's actions, giving back is the last.
    ([("2024-02-01", "taken-down"), ("2024-02-01", "reinstated")], ["1", "0", "1", "1"]),
    // Taken down the year before, given back in this one.
    ([("2023-02-01", "taken-down"), ("2024-02-01", "reinstated")], ["1", "0", "1", "0"]),
    // Given back the year before, taken down again in this one.
    ([("2023-02-01", "reinstated"), ("2024-02-01", "taken-down")], ["0", "1", "0", "1"]),
    (
      [
        ("2024-02-01", "reinstated"), ("2024-03-01", "reinstated"), ("2024-04-01", "pending"),
      ], ["0", "0", "2", "0"]
    ),
  ])
  func `the latest action in the period decides, and nothing is subtracted`(
    days: [(String, String)], expected: [String]
  ) throws {
    #expect(try figures(days) == expected)
  }

  @Test func `agencies know of their own reinstatements, all of them of each other's`() throws {
    let days = [("2024-02-01", "reinstated"), ("2024-03-01", "taken-down")]
    #expect(try figures(days, agencies: ["one", "two"]) == ["0", "1", "1", "1"])
  }
}
