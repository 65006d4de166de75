import TakedownModel
import Testing

@testable import Publication

struct WordsTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (18_000, "18,000"), (1_234_567, "1,234,567"),
    (-1234, "-1,234"), (-123, "-123"),
  ])
  func `thousands are set apart`(value: Int, text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test(arguments: [
    ("account", "accounts"), ("account+page", "accounts and pages"),
    ("account+page+group+channel", "accounts, pages, groups and channels"),
    ("accounts, pages and posts", "accounts, pages and posts"), ("accounts", "accounts"), ("", ""),
  ])
  func `units are said in words`(counts: String, words: String) {
    #expect(NumberText.units(counts) == words)
  }

  @Test(arguments: [
    ("all", "all agencies together"), ("europol", "Europol"),
    ("uk-nca", "the National Crime Agency"), ("fr-x", "fr-x"),
  ])
  func `an agency has the name that a sentence gives it`(id: String, words: String) {
    let settings = Example.settings()
    let names = DisplayNames(agencies: settings.agencies, platforms: settings.platforms)
    #expect(names.agencyInSentence(id) == words)
  }

  @Test(arguments: [
    ("2025-03-31", HeadlineRequest.Period.toDate, "1 July 2024 to 31 March 2025"),
    ("2024-07-01", .toDate, "1 July 2024 to 1 July 2024"),
    ("2025-03-31", .year, "1 July 2023 to 30 June 2024"),
    ("2025-06-30", .year, "1 July 2024 to 30 June 2025"),
    ("2025-07-01", .year, "1 July 2024 to 30 June 2025"),
    ("2025-03-30", .month, "1 February 2025 to 28 February 2025"),
    ("2025-03-31", .month, "1 March 2025 to 31 March 2025"),
    ("2024-02-29", .month, "1 February 2024 to 29 February 2024"),
    ("2025-01-01", .month, "1 December 2024 to 31 December 2024"),
    ("2025-03-30", .quarter, "1 October 2024 to 31 December 2024"),
    ("2025-03-31", .quarter, "1 January 2025 to 31 March 2025"),
    ("2024-07-01", .quarter, "1 April 2024 to 30 June 2024"),
    ("2025-01-01", .calendarQuarter, "1 October 2024 to 31 December 2024"),
    ("2025-03-31", .calendarYear, "1 January 2024 to 31 December 2024"),
    ("2024-12-31", .calendarYear, "1 January 2024 to 31 December 2024"),
    ("2025-03-31", .ukFinancialYear, "1 April 2024 to 31 March 2025"),
    ("2025-03-30", .ukFinancialYear, "1 April 2023 to 31 March 2024"),
    ("2025-04-01", .ukFinancialQuarter, "1 January 2025 to 31 March 2025"),
    ("2025-03-31", .usFinancialYear, "1 October 2023 to 30 September 2024"),
    ("2025-03-31", .usFinancialQuarter, "1 January 2025 to 31 March 2025"),
    ("2025-03-31", .yearToMonth, "1 July 2024 to 31 March 2025"),
    ("2025-03-30", .yearToMonth, "1 July 2024 to 28 February 2025"),
    ("2025-07-30", .yearToMonth, "1 July 2024 to 30 June 2025"),
    ("2025-03-30", .week, "24 March 2025 to 30 March 2025"),
    ("2025-03-31", .week, "24 March 2025 to 30 March 2025"),
    ("2025-04-05", .week, "24 March 2025 to 30 March 2025"),
    ("2025-04-06", .week, "31 March 2025 to 6 April 2025"),
    ("2025-03-31", .rollingYear, "1 April 2024 to 31 March 2025"),
    ("2025-02-28", .rollingYear, "1 March 2024 to 28 February 2025"),
    ("2024-02-29", .rollingYear, "1 March 2023 to 29 February 2024"),
    ("2024-02-28", .rollingYear, "1 March 2023 to 28 February 2024"),
    ("2025-03-31", .since, "1 July 2024 to 31 March 2025"),
    ("2025-03-31", .cumulative, "1 July 2024 to 31 March 2025"),
  ])
  func `a period follows from the last day of the data`(
    asOf: String, period: HeadlineRequest.Period, days: String
  ) {
    #expect(Example.settings(asOf: asOf).period(of: period).spoken == days)
  }

  @Test func `since a day is from the settings, else from the year of the first record`() {
    let first = CalendarDate("2023-09-05")
    #expect(
      Example.settings().period(of: .since, firstRecord: first).spoken
        == "1 July 2023 to 31 March 2025")
    #expect(
      Example.settings(since: "2022-03-01").period(of: .cumulative, firstRecord: first).spoken
        == "1 March 2022 to 31 March 2025")
  }
}
