import Comparison
import TakedownModel
import Testing

/// What is said where a base is zero, missing, partial, or crosses something.
struct BasesTests {
  private func yearRow(
    _ tables: ComparisonTables, agency: String, measure: String = "takedowns"
  ) throws -> [String: String] {
    try rows(
      tables.comparisons,
      where: [
        "measure": measure, "agency": agency, "platform": "all", "period_kind": "year",
        "period": "2024",
      ]
    ).first.orThrow()
  }

  private func records(_ agency: String, _ year: Int, _ taken: Int, pending: Int = 0) -> [Record] {
    let all =
      Array(repeating: "taken-down", count: taken) + Array(repeating: "pending", count: pending)
    return all.enumerated().map { number, action in
      Record(
        agency: agency, account: "\(agency)-\(year)-\(number)", action: action,
        date: "\(year)-01-01")
    }
  }

  private static let endOf2024 = ComparisonSettings(
    asOf: CalendarDate(year: 2024, month: 12, day: 31), quietDays: 400)

  @Test func `zero, missing and ordinary bases are told apart`() throws {
    let world =
      records("zero", 2023, 0, pending: 1) + records("zero", 2024, 40)
      + records("none", 2023, 0, pending: 1) + records("none", 2024, 0, pending: 1)
      + records("same", 2023, 50) + records("same", 2024, 50)
      + records("new", 2024, 7)
      + records("down", 2023, 9) + records("down", 2024, 0, pending: 1)
      + records("gap", 2022, 4) + records("gap", 2024, 6)
      + records("left", 2023, 3)
    let tables = try compared(world, Self.endOf2024)
    let expected: [(String, [String])] = [
      ("zero", ["40", "0", "40", "", "", "[z]"]),
      ("none", ["0", "0", "0", "", "", "[z]"]),
      ("same", ["50", "50", "0", "0.0", "1.00", ""]),
      ("new", ["7", "", "", "", "", "[x]"]),
      ("down", ["0", "9", "-9", "-100.0", "0.00", ""]),
      ("gap", ["6", "", "", "", "", "[x]"]),
      ("left", ["", "3", "", "", "", "[x]"]),
    ]
    for (agency, cells) in expected {
      let row = try yearRow(tables, agency: agency)
      let columns = ["value", "base_value", "change", "percent_change", "factor", "marks"]
      #expect(columns.map { row[$0] ?? "-" } == cells, "\(agency)")
      #expect(row["basis"] == "full-period")
    }
    let new = try yearRow(tables, agency: "new")["note"]
    #expect(new?.hasPrefix("new has no records in the base period") == true)
    let left = try yearRow(tables, agency: "left")["note"]
    #expect(left?.hasPrefix("left has no records in the period") == true)
    let joint = try yearRow(tables, agency: "all")
    #expect(joint["value"] == "103")
    #expect(joint["base_value"] == "62")
    #expect(
      joint["note"]?.hasPrefix(
        """
        agencies with records in the period only: gap, new; agencies with records in the base \
        period only: left
        """) == true)
    let missing = rows(tables.counts, where: ["agency": "left", "period": "2024"])
    #expect(missing.isEmpty)
  }

  @Test func `a year without any record before it has no base`() throws {
    let tables = try compared(records("gap", 2022, 4) + records("gap", 2024, 6), Self.endOf2024)
    let years = rows(tables.comparisons, where: ["period_kind": "year", "agency": "all"])
    let accounts = years.filter { $0["measure"] == "accounts" && $0["platform"] == "all" }
    #expect(accounts.map { $0["period"] } == ["2022", "2023", "2024"])
    #expect(accounts.map { $0["value"] } == ["4", "", "6"])
    #expect(accounts.map { $0["base_value"] } == ["", "4", ""])
    #expect(accounts.allSatisfy { $0["marks"] == "[x]" && $0["change"] == "" })
    #expect(!rows(tables.counts, where: ["period_kind": "year", "period": "2022"]).isEmpty)
    let toDate = try rows(tables.comparisons, where: ["period_kind": "to-date", "agency": "all"])
      .first.orThrow()
    #expect(toDate["marks"] == "[x]")
    #expect(toDate["note"]?.hasPrefix("no agency has any records in the base period") == true)
  }

  /// A record on the 15th of each month.
  private static let months = (1...20).map { month in
    let (year, number) = month > 12 ? (2024, month - 12) : (2023, month)
    let date = "\(year)-\(number < 10 ? "0" : "")\(number)-15"
    return Record(account: "m\(month)", date: date)
  }

  @Test func `an unfinished year is set beside the same days of the year before`() throws {
    let settings = ComparisonSettings(asOf: CalendarDate(year: 2024, month: 8, day: 31))
    let tables = try compared(Self.months, settings)
    let row = try rows(
      tables.comparisons,
      where: [
        "measure": "takedowns", "agency": "uk-nca", "platform": "all", "period_kind": "to-date",
      ]
    ).first.orThrow()
    #expect(row["value"] == "8")
    #expect(row["base_value"] == "8")
    #expect(row["percent_change"] == "0.0")
    #expect(row["period"] == "2024 to date")
    #expect(row["base_end"] == "2023-08-31")
    #expect(row["basis"] == "same-period")
    #expect(row["status"] == "provisional")
    #expect(row["marks"] == "[p]")
    #expect(row["note"] == "29 February 2024 is counted in the period only")
    #expect(
      rows(tables.comparisons, where: ["period_kind": "year", "period": "2024"]).isEmpty)
  }

  @Test func `records that end long before the period does are mentioned`() throws {
    let settings = ComparisonSettings(asOf: CalendarDate(year: 2024, month: 12, day: 31))
    let row = try yearRow(try compared(Self.months, settings), agency: "uk-nca")
    #expect(row["value"] == "8")
    #expect(row["base_value"] == "12")
    #expect(row["percent_change"] == "-33.3")
    #expect(row["note"]?.contains("records of uk-nca end on 15 August 2024") == true)
    #expect(row["status"] == "provisional", "a source is late")
  }

  @Test func `a base that records begin in is not fully comparable`() throws {
    let late = [
      Record(account: "late", date: "2023-07-01"), Record(account: "late", date: "2024-12-31"),
    ]
    let settings = ComparisonSettings(asOf: CalendarDate(year: 2024, month: 12, day: 31))
    let row = try yearRow(try compared(late, settings), agency: "uk-nca")
    #expect(row["base_value"] == "1")
    #expect(row["marks"] == "[b]")
    #expect(row["note"]?.contains("records of uk-nca begin on 1 July 2023") == true)
    let missing = try yearRow(try compared(Array(late.suffix(1)), settings), agency: "uk-nca")
    #expect(missing["marks"] == "[x]", "there is nothing to compare")
    let whole = try yearRow(
      try compared([Record(account: "early", date: "2023-01-31")] + late, settings),
      agency: "uk-nca")
    #expect(whole["marks"] == "")
  }

  @Test func `a like-for-like comparison tells of records that begin in its base`() throws {
    let records = [
      Record(account: "a", date: "2023-07-01"), Record(account: "a", date: "2024-12-31"),
      Record(platform: "x", account: "b", date: "2024-12-30"),
    ]
    let settings = ComparisonSettings(asOf: CalendarDate(year: 2024, month: 12, day: 31))
    let row = try rows(
      try compared(records, settings).comparisons,
      where: [
        "measure": "takedowns", "agency": "uk-nca", "platform": "all", "period_kind": "year",
        "period": "2024", "coverage": "matched",
      ]
    ).first.orThrow()
    #expect(row["marks"] == "[b]")
    #expect(row["note"]?.contains("records of uk-nca begin on 1 July 2023") == true)
  }

  @Test(arguments: [
    (["2024-01-01", "2024-01-02", "2024-02-02"], nil, nil, nil),
    (["2024-01-01", "2024-01-02", "2024-02-03"], nil, nil, "2024-01-02"),
    (["2024-02-03", "2024-01-02", "2024-01-01"], nil, nil, "2024-01-02"),
    (["2024-01-01", "2025-02-02"], nil, nil, nil),
    (["2024-01-01", "2024-01-02", "2024-02-03"], "2024-02-03", nil, nil),
    (["2023-12-31", "2024-01-01", "2024-03-01", "2024-06-29"], nil, nil, nil),
    (["2023-12-31", "2024-01-01", "2024-03-01", "2024-06-30"], nil, nil, "2024-03-01"),
    (["0024-07-01", "2024-07-01", "2024-07-02"], nil, "2024-07-01", nil),
  ])
  func `a day long before or after all others may be a slip`(
    days: [String], asOf: String?, next: String?, before: String?
  ) throws {
    let settings = ComparisonSettings(asOf: asOf.flatMap { CalendarDate($0) })
    let tables = try compared(days.map { Record(account: $0, date: $0) }, settings)
    #expect(tables.lonelyDays.first?.upperBound.description == next)
    #expect(tables.lonelyDays.last?.lowerBound.description == before)
  }

  @Test(arguments: [(0, "final", ""), (31, "provisional", "[p]"), (30, "final", "")])
  func `figures stay provisional for the days in which late records come`(
    lateAfterDays: Int, status: String, marks: String
  ) throws {
    let settings = ComparisonSettings(
      asOf: CalendarDate(year: 2025, month: 1, day: 30), lateAfterDays: lateAfterDays)
    let records = Self.months + [Record(account: "late", date: "2024-12-15")]
    let row = try yearRow(try compared(records, settings), agency: "all")
    #expect(row["status"] == status)
    #expect(row["marks"] == marks)
  }

  @Test func `a comparison that crosses a break says so`() throws {
    let day = try CalendarDate(year: 2024, month: 1, day: 1).orThrow()
    let first = try CalendarDate(year: 2023, month: 1, day: 1).orThrow()
    var settings = Self.endOf2024
    settings.breaks = [
      SeriesBreak(date: day, text: "a new team", agency: "uk-nca"),
      SeriesBreak(date: first, text: "before both sides"),
      SeriesBreak(date: day, text: "elsewhere", agency: "se-nmr"),
      SeriesBreak(date: day, text: "another platform", platform: "tiktok"),
    ]
    let tables = try compared(Self.months, settings)
    let own = try rows(
      tables.comparisons,
      where: ["agency": "uk-nca", "platform": "facebook", "period_kind": "year", "period": "2024"]
    ).first.orThrow()
    #expect(own["marks"] == "[b]")
    #expect(own["note"]?.contains("break on 1 January 2024: a new team") == true)
    #expect(own["note"]?.contains("elsewhere") == false)
    #expect(own["note"]?.contains("before both sides") == false)
    #expect(own["note"]?.contains("another platform") == false)
    let joint = try yearRow(tables, agency: "all")
    #expect(joint["note"]?.contains("break on 1 January 2024: elsewhere") == true)
    #expect(joint["note"]?.contains("break on 1 January 2024: another platform") == true)
  }
}
