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

  private func text(_ comparison: PlannedComparison) -> String {
    """
    \(comparison.period.name) \(comparison.period.window.start)..\(comparison.period.window.end) \
    \(comparison.base.name) \(comparison.base.window.start)..\(comparison.base.window.end) \
    \(comparison.basis.rawValue)
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
    let first = try plan(asOf, month, day).comparisons.first.orThrow()
    #expect(text(first) == expected)
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
    let years = try plan(asOf, month, day).comparisons.filter { $0.period.kind == .year }
    #expect(years.map(\.period.name) == expected)
    #expect(years.allSatisfy { $0.basis == .fullPeriod && $0.isFinished })
  }

  @Test func `the month of the last day is cut on both sides`() throws {
    let months = try plan("2024-02-28", 7, 1).comparisons.filter { $0.period.kind == .month }
    #expect(months.count == 20)
    #expect(
      text(try months.first.orThrow())
        == "2022-07 2022-07-01..2022-07-31 2021-07 2021-07-01..2021-07-31 full-period")
    #expect(
      text(try months.last.orThrow())
        == "2024-02 2024-02-01..2024-02-28 2023-02 2023-02-01..2023-02-28 same-period")
    let whole = try plan("2025-02-28", 7, 1).comparisons.last.orThrow()
    #expect(
      text(whole) == "2025-02 2025-02-01..2025-02-28 2024-02 2024-02-01..2024-02-29 full-period")
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
