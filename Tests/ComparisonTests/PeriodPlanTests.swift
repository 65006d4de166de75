import Tabular
import TakedownModel
import Testing

@testable import Comparison

struct PeriodPlanTests {
  private func plan(_ asOf: String, _ month: Int, _ day: Int) throws -> PeriodPlan {
    PeriodPlan(
      asOf: try CalendarDate(asOf).orThrow(), firstRecord: try CalendarDate("2021-12-01").orThrow(),
      yearStart: try YearStart(month: month, day: day).orThrow())
  }

  private func text(_ planned: PlannedPeriod) throws -> String {
    let base = try planned.bases.first.orThrow()
    return """
      \(planned.period.name) \(planned.period.window.start)..\(planned.period.window.end) \
      \(base.period.name) \(base.period.window.start)..\(base.period.window.end) \
      \(base.basis.rawValue)
      """
  }

  @Test(arguments: [
    (
      "2025-03-31", 7, 1,
      "2024/25 to date 2024-07-01..2025-03-31 2023/24 to date 2023-07-01..2024-03-31 same-period"
    ),
    (
      "2024-08-31", 1, 1,
      "2024 to date 2024-01-01..2024-08-31 2023 to date 2023-01-01..2023-08-31 same-period"
    ),
    (
      "2024-04-05", 4, 6,
      "2023/24 to date 2023-04-06..2024-04-05 2022/23 to date 2022-04-06..2023-04-05 full-period"
    ),
    (
      "2024-04-06", 4, 6,
      "2024/25 to date 2024-04-06..2024-04-06 2023/24 to date 2023-04-06..2023-04-06 same-period"
    ),
    (
      "2024-09-30", 10, 1,
      "2023/24 to date 2023-10-01..2024-09-30 2022/23 to date 2022-10-01..2023-09-30 full-period"
    ),
    (
      "2024-02-29", 7, 1,
      "2023/24 to date 2023-07-01..2024-02-29 2022/23 to date 2022-07-01..2023-02-28 same-period"
    ),
    (
      "2025-02-28", 7, 1,
      "2024/25 to date 2024-07-01..2025-02-28 2023/24 to date 2023-07-01..2024-02-28 same-period"
    ),
    (
      "2025-02-28", 3, 1,
      "2024/25 to date 2024-03-01..2025-02-28 2023/24 to date 2023-03-01..2024-02-29 full-period"
    ),
    (
      "2100-01-01", 7, 1,
      "2099/00 to date 2099-07-01..2100-01-01 2098/99 to date 2098-07-01..2099-01-01 same-period"
    ),
  ])
  func `to date runs from the reporting year's start, and its base the same days`(
    asOf: String, month: Int, day: Int, expected: String
  ) throws {
    let first = try plan(asOf, month, day).periods.first.orThrow()
    #expect(try text(first) == expected)
  }

  @Test(arguments: [
    ("2024-06-30", 7, 1, ["2021/22", "2022/23", "2023/24"]),
    ("2024-06-29", 7, 1, ["2021/22", "2022/23"]),
    ("2024-04-05", 4, 6, ["2021/22", "2022/23", "2023/24"]),
    ("2024-04-04", 4, 6, ["2021/22", "2022/23"]),
    ("2024-10-01", 10, 1, ["2021/22", "2022/23", "2023/24"]),
    ("2024-12-31", 1, 1, ["2021", "2022", "2023", "2024"]),
  ])
  func `reporting years are listed once they have ended`(
    asOf: String, month: Int, day: Int, expected: [String]
  ) throws {
    let years = try plan(asOf, month, day).periods.filter { $0.period.kind == .year }
    #expect(years.map(\.period.name) == expected)
    #expect(years.allSatisfy { $0.bases.map(\.basis) == [.fullPeriod] && $0.isFinished })
  }

  @Test func `the month of the last day is cut on both sides`() throws {
    let months = try plan("2024-02-28", 7, 1).periods.filter { $0.period.kind == .month }
    #expect(months.count == 20)
    #expect(
      try text(months.first.orThrow())
        == "2022-07 2022-07-01..2022-07-31 2021-07 2021-07-01..2021-07-31 full-period")
    #expect(
      try text(months.last.orThrow())
        == "2024-02 2024-02-01..2024-02-28 2023-02 2023-02-01..2023-02-28 same-period")
    let whole = try plan("2025-02-28", 7, 1).periods.last.orThrow()
    #expect(
      try text(whole) == "2025-02 2025-02-01..2025-02-28 2024-02 2024-02-01..2024-02-29 full-period"
    )
  }

  @Test(arguments: [
    ("2023-09-30", 10, 1, "2022/23"), ("2023-10-01", 10, 1, "2023/24"),
    ("2024-04-05", 4, 6, "2023/24"), ("2024-04-06", 4, 6, "2024/25"),
    ("2024-03-31", 4, 1, "2023/24"), ("2024-04-01", 4, 1, "2024/25"),
    ("2024-06-30", 7, 1, "2023/24"), ("2024-07-01", 7, 1, "2024/25"),
    ("2024-07-01", 1, 1, "2024"), ("1999-12-01", 7, 1, "1999/00"),
  ])
  func `a day belongs to the reporting year that has begun`(
    date: String, month: Int, day: Int, expected: String
  ) throws {
    let start = try YearStart(month: month, day: day).orThrow()
    #expect(start.name(ofYear: start.year(holding: try CalendarDate(date).orThrow())) == expected)
  }

  private func lines(
    _ choice: PeriodKind, asOf: String, first: String, year: String = "07-01",
    since: String? = nil, unlike: Bool = false
  ) throws -> [String] {
    let plan = PeriodPlan(
      asOf: try CalendarDate(asOf).orThrow(), firstRecord: try CalendarDate(first).orThrow(),
      yearStart: try YearStart(year).orThrow(), choices: [choice],
      since: since.flatMap { CalendarDate($0) }, comparesUnlike: unlike)
    return plan.periods.map { planned in
      let window = planned.period.window
      let bases = planned.bases.map {
        let days = $0.period.window
        return " | \($0.period.name) \(days.start)..\(days.end) \($0.basis.rawValue)"
      }
      return "\(planned.period.name) \(window.start)..\(window.end)" + bases.joined()
    }
  }

  @Test(arguments: [
    (
      PeriodKind.calendarYear, "2024-07-01", "2023-09-30",
      [
        "2023 2023-01-01..2023-12-31 | 2022 2022-01-01..2022-12-31 full-period",
        "2024 to date 2024-01-01..2024-07-01 | 2023 to date 2023-01-01..2023-07-01 same-period",
      ]
    ),
    (
      .ukFinancialYear, "2024-04-01", "2023-09-30",
      [
        "2023-24 2023-04-01..2024-03-31 | 2022-23 2022-04-01..2023-03-31 full-period",
        "2024-25 to date 2024-04-01..2024-04-01 | 2023-24 to date 2023-04-01..2023-04-01 "
          + "same-period",
      ]
    ),
    (
      .usFinancialYear, "2024-09-30", "2023-10-01",
      ["FY2024 2023-10-01..2024-09-30 | FY2023 2022-10-01..2023-09-30 full-period"]
    ),
    (
      .usFinancialQuarter, "2024-10-01", "2024-08-01",
      [
        "FY2024 Q4 2024-07-01..2024-09-30 | FY2023 Q4 2023-07-01..2023-09-30 full-period",
        "FY2025 Q1 2024-10-01..2024-10-01 | FY2024 Q1 2023-10-01..2023-10-01 same-period",
      ]
    ),
    (
      .ukFinancialQuarter, "2024-03-31", "2024-03-31",
      ["2023-24 Q4 2024-01-01..2024-03-31 | 2022-23 Q4 2023-01-01..2023-03-31 full-period"]
    ),
    (
      .calendarQuarter, "2024-09-30", "2024-07-01",
      ["2024 Q3 2024-07-01..2024-09-30 | 2023 Q3 2023-07-01..2023-09-30 full-period"]
    ),
    (
      .quarter, "2024-02-29", "2024-01-01",
      ["2023/24 Q3 2024-01-01..2024-02-29 | 2022/23 Q3 2023-01-01..2023-02-28 same-period"]
    ),
    (
      .rollingYear, "2025-03-31", "2020-01-01",
      [
        "12 months to 2025-03-31 2024-04-01..2025-03-31 | 12 months to 2024-03-31 "
          + "2023-04-01..2024-03-31 full-period"
      ]
    ),
    (
      .rollingYear, "2024-02-29", "2020-01-01",
      [
        "12 months to 2024-02-29 2023-03-01..2024-02-29 | 12 months to 2023-02-28 "
          + "2022-03-01..2023-02-28 full-period"
      ]
    ),
    (
      .rollingYear, "2025-02-28", "2020-01-01",
      [
        "12 months to 2025-02-28 2024-03-01..2025-02-28 | 12 months to 2024-02-29 "
          + "2023-03-01..2024-02-29 full-period"
      ]
    ),
    (.since, "2024-02-29", "2021-08-01", ["since 2021-07-01 2021-07-01..2024-02-29"]),
    (
      .cumulative, "2024-02-29", "2022-08-01",
      [
        "2022-07-01 to 2023-06-30 2022-07-01..2023-06-30",
        "2022-07-01 to 2024-02-29 2022-07-01..2024-02-29",
      ]
    ),
  ])
  func `each kind of period has its days, its name and its base`(
    choice: PeriodKind, asOf: String, first: String, expected: [String]
  ) throws {
    #expect(try lines(choice, asOf: asOf, first: first) == expected)
  }

  @Test
  func `a week is set beside the one with its number, and week 53 beside its like or nothing`()
    throws
  {
    let weeks = try lines(.week, asOf: "2021-01-05", first: "2020-01-01", year: "01-01")
    #expect(weeks.count == 54)
    #expect(
      weeks.first
        == "2020-W01 2019-12-30..2020-01-05 | 2019-W01 2018-12-31..2019-01-06 full-period")
    #expect(weeks[52] == "2020-W53 2020-12-28..2021-01-03")
    #expect(
      weeks[53] == "2021-W01 2021-01-04..2021-01-05 | 2020-W01 2019-12-30..2019-12-31 same-period")
  }

  @Test(arguments: [
    (
      "2024-02-28", "07-01", 20,
      [
        0: "2022/23 to 2022-07 2022-07-01..2022-07-31 | 2021/22 to 2021-07 "
          + "2021-07-01..2021-07-31 full-period",
        7: "2022/23 to 2023-02 2022-07-01..2023-02-28 | 2021/22 to 2022-02 "
          + "2021-07-01..2022-02-28 full-period",
        11: "2022/23 to 2023-06 2022-07-01..2023-06-30 | 2021/22 to 2022-06 "
          + "2021-07-01..2022-06-30 full-period",
        12: "2023/24 to 2023-07 2023-07-01..2023-07-31 | 2022/23 to 2022-07 "
          + "2022-07-01..2022-07-31 full-period",
        // The last day of the logs cuts the month, on both sides.
        19: "2023/24 to 2024-02 2023-07-01..2024-02-28 | 2022/23 to 2023-02 "
          + "2022-07-01..2023-02-28 same-period",
      ]
    ),
    (
      "2024-02-29", "07-01", 20,
      [
        19: "2023/24 to 2024-02 2023-07-01..2024-02-29 | 2022/23 to 2023-02 "
          + "2022-07-01..2023-02-28 full-period"
      ]
    ),
    (
      "2024-07-01", "07-01", 13,
      [
        12: "2024/25 to 2024-07 2024-07-01..2024-07-01 | 2023/24 to 2023-07 "
          + "2023-07-01..2023-07-01 same-period"
      ]
    ),
    (
      "2025-04-03", "04-06", 26,
      [
        13: "2024/25 to 2024-04 2024-04-06..2024-04-30 | 2023/24 to 2023-04 "
          + "2023-04-06..2023-04-30 full-period",
        25: "2024/25 to 2025-04 2024-04-06..2025-04-03 | 2023/24 to 2024-04 "
          + "2023-04-06..2024-04-03 same-period",
      ]
    ),
  ])
  func `a year to each of its months runs from its start`(
    asOf: String, year: String, count: Int, expected: [Int: String]
  ) throws {
    let periods = try lines(.yearToMonth, asOf: asOf, first: "2021-12-01", year: year)
    #expect(periods.count == count)
    for (place, line) in expected { #expect(periods[place] == line) }
  }

  @Test func `an unfinished period is set beside a whole one only on request, after its like`()
    throws
  {
    #expect(
      try lines(.toDate, asOf: "2025-03-31", first: "2023-07-01", unlike: true) == [
        "2024/25 to date 2024-07-01..2025-03-31 | 2023/24 to date 2023-07-01..2024-03-31 "
          + "same-period | 2023/24 2023-07-01..2024-06-30 unlike"
      ])
    let whole = try lines(.toDate, asOf: "2025-06-30", first: "2023-07-01", unlike: true)
    #expect(whole.allSatisfy { !$0.contains("unlike") })
  }

  @Test func `a start that is given is kept`() throws {
    let since = try lines(.since, asOf: "2025-03-31", first: "2023-07-01", since: "2024-01-15")
    #expect(since == ["since 2024-01-15 2024-01-15..2025-03-31"])
    #expect(try lines(.since, asOf: "2024-01-14", first: "2023-07-01", since: "2024-01-15") == [])
  }

  @Test(arguments: PeriodKind.choices, ["0001-01-01", "9999-12-31"])
  func `no kind of period is harmed by the first and the last day that there is`(
    choice: PeriodKind, day: String
  ) throws {
    let tables = try compared(
      [Record(date: day)], ComparisonSettings(yearStart: .ukFinancial, periods: [choice]))
    #expect(tables.coverage.rows.map { $0[3] } == [day])
  }

  @Test func `a reporting year cannot begin on a day that some years lack`() {
    #expect(YearStart(month: 2, day: 29) == nil)
    #expect(YearStart(month: 13, day: 1) == nil)
    #expect(YearStart(month: 2, day: 28) != nil)
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `the first and the last day that there is do no harm`(day: String) throws {
    for month in [1, 7] {
      let tables = try compared(
        [Record(date: day)],
        ComparisonSettings(yearStart: try YearStart(month: month, day: 1).orThrow()))
      #expect(tables.coverage.rows.map { $0[3] } == [day])
    }
  }
}
