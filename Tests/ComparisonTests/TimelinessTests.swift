import Comparison
import TakedownModel
import Testing

/// How long actions took, and what is told beside counts.
struct TimelinessTests {
  private func records(_ hours: [Int], action: String = "taken-down") -> [Record] {
    hours.enumerated().map { number, hours in
      let day = 1 + hours / 24
      return Record(
        account: "a\(number)", action: action, date: "2024-03-\(day < 10 ? "0" : "")\(day)",
        referredAt: "2024-03-01T00:00:00Z",
        actionedAt:
          "2024-03-\(day < 10 ? "0" : "")\(day)T\(hours % 24 < 10 ? "0" : "")\(hours % 24):00:00Z")
    }
  }

  private func row(
    _ tables: ComparisonTables, _ measure: String = "time-to-action"
  ) throws -> [String: String] {
    try rows(
      tables.timeliness,
      where: [
        "measure": measure, "agency": "all", "platform": "all", "period_kind": "to-date",
      ]
    ).first.orThrow()
  }

  @Test(arguments: [
    ([5], "18000", "5.0", "5.0", "100.0", "100.0"),
    ([1, 2], "5400", "1.5", "2.0", "100.0", "100.0"),
    ([24, 25, 72, 73], "174600", "48.5", "73.0", "25.0", "75.0"),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], "19800", "5.5", "9.0", "90.0", "90.0"),
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], "21600", "6.0", "10.0", "90.9", "90.9"),
    ([0, 0, 0], "0", "0.0", "0.0", "100.0", "100.0"),
  ])
  func `median, ninetieth percentile and shares are exact`(
    hours: [Int], seconds: String, median: String, slowest: String, day: String, three: String
  ) throws {
    let row = try row(try compared(records(hours)))
    #expect(row["median_seconds"] == seconds)
    #expect(row["median_hours"] == median)
    #expect(row["p90_hours"] == slowest)
    #expect(row["within_24_hours_percent"] == day)
    #expect(row["within_72_hours_percent"] == three)
    #expect(row["with_both_times"] == String(hours.count))
  }

  @Test func `half a second is told as half a second`() throws {
    var world = records([1, 2])
    world[0].actionedAt = "2024-03-01T01:00:01Z"
    #expect(try row(try compared(world))["median_seconds"] == "5400.5")
  }

  @Test func `what has one time, none, or a time backwards is counted and has no time`() throws {
    var world = records([1, 2, 3, 4])
    world[1].referredAt = ""
    world[2].actionedAt = ""
    world[3].referredAt = "2024-03-09T00:00:00Z"
    let row = try row(try compared(world))
    #expect(row["records"] == "4")
    #expect(row["with_both_times"] == "1")
    #expect(row["median_hours"] == "1.0")
  }

  @Test func `without any time the cells are empty and marked`() throws {
    let row = try row(try compared([Record(date: "2024-03-01")]))
    #expect(row["with_both_times"] == "0")
    #expect(row["median_seconds"] == "" && row["within_24_hours"] == "")
    #expect(row["marks"] == "[p] [x]")
  }

  @Test func `refusals are actions, and no takedowns`() throws {
    let world =
      records([10], action: "taken-down") + records([20, 30], action: "refused")
      + records([1, 1], action: "reinstated") + records([1, 1], action: "pending")
    let tables = try compared(world)
    #expect(try row(tables)["with_both_times"] == "3")
    #expect(try row(tables)["median_hours"] == "20.0")
    #expect(try row(tables, "time-to-takedown")["median_hours"] == "10.0")
  }

  @Test(arguments: ["2024-03-01", "2024-03-01T00:00:00", "2024-03-01T24:00:00Z", "soon"])
  func `a time that is none is an error that names it`(text: String) throws {
    var world = records([1])
    world[0].referredAt = text
    let error = try #require(throws: ComparisonError.self) { try compared(world) }
    #expect(error.description.contains("column 'referred_at': found '\(text)', expected a time"))
  }

  @Test func `the removal rate leaves out what has no answer, and shows all of it`() throws {
    let actions =
      Array(repeating: "taken-down", count: 2) + ["refused", "pending", "referred", "reinstated"]
    let tables = try compared(
      actions.enumerated().map { Record(account: "a\($0)", action: $1, date: "2024-03-01") })
    let row = try rows(
      tables.rates, where: ["measure": "removal-rate", "agency": "all", "platform": "all"]
    ).first.orThrow()
    #expect(
      ["rate", "unit", "numerator", "denominator", "denominator_unit", "left_out"].map {
        row[$0] ?? "-"
      } == ["66.7", "percent", "2", "3", "records", "2"])
  }

  @Test func `a rate of nothing is empty and marked`() throws {
    let tables = try compared([Record(action: "pending", date: "2024-03-01")])
    let row = try rows(tables.rates, where: ["platform": "facebook"]).first.orThrow()
    #expect(row["rate"] == "" && row["denominator"] == "0" && row["left_out"] == "1")
    #expect(row["marks"] == "[p] [z]")
  }

  @Test func `accounts per million users take the newest number that a period knows`() throws {
    func users(_ users: Int, _ date: String) throws -> PlatformUsers {
      PlatformUsers(
        platform: "facebook", users: users, date: try CalendarDate(date).orThrow(), source: date)
    }
    let world = (0..<3).flatMap { number in
      ["2023-05-01", "2024-05-01"].map { Record(account: "a\(number)", date: $0) }
    }
    let settings = ComparisonSettings(
      asOf: CalendarDate("2024-12-31"), periods: [.year],
      users: [try users(4_000_000, "2024-01-01"), try users(7_000_000, "2024-12-31")])
    let rows = rows(
      try compared(world, settings).rates,
      where: ["measure": "accounts-per-million-users", "agency": "all"])
    let cells = rows.map { row in
      ["period", "rate", "numerator", "denominator", "denominator_unit", "denominator_date"]
        .map { row[$0] ?? "-" }
    }
    #expect(
      cells == [
        ["2023", "0.75", "3", "4000000", "users", "2024-01-01"],
        ["2024", "0.43", "3", "7000000", "users", "2024-12-31"],
      ])
  }
}
