import TakedownModel
import Testing

struct YearStartTests {
  @Test(arguments: [("01-01", 1, 1), ("07-01", 7, 1), ("02-28", 2, 28), ("12-31", 12, 31)])
  func `a day of every year is read and written`(text: String, month: Int, day: Int) throws {
    let read = try #require(YearStart(text))
    #expect(read.month == month && read.day == day)
    #expect(read.description == text)
    #expect(read == YearStart(month: month, day: day))
  }

  @Test(arguments: ["", "02-29", "13-01", "00-10", "04-31", "7-1", "07-1", "07/01", "07-01-", "x"])
  func `anything else is no day of the year`(text: String) {
    #expect(YearStart(text) == nil)
  }

  @Test(arguments: [
    (YearNaming.both, "07-01", "2024/25"), (.hyphenated, "07-01", "2024-25"),
    (.first, "07-01", "2024"), (.last, "07-01", "FY2025"), (.both, "01-01", "2024"),
    (.hyphenated, "01-01", "2024"), (.first, "01-01", "2024"), (.last, "01-01", "FY2024"),
  ])
  func `a year is called as its naming says`(
    naming: YearNaming, start: String, name: String
  ) throws {
    #expect(try #require(YearStart(start)).named(naming).name(ofYear: 2024) == name)
  }

  @Test(arguments: [
    ("07-01", ["2024-07-01", "2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01"]),
    ("04-06", ["2024-04-06", "2024-07-06", "2024-10-06", "2025-01-06", "2025-04-06"]),
    // Where a month is too short it is the month's last day.
    ("08-31", ["2024-08-31", "2024-11-30", "2025-02-28", "2025-05-31", "2025-08-31"]),
  ])
  func `quarters follow each other from the year's start to the next`(
    start: String, days: [String]
  ) throws {
    let years = try #require(YearStart(start))
    #expect((0...4).map { years.start(ofQuarter: $0, ofYear: 2024).description } == days)
  }

  @Test(arguments: [
    ("07-01", 2023, 12, ["2023-07-31", "2023-08-31"], ["2024-05-31", "2024-06-30"]),
    ("01-01", 2024, 12, ["2024-01-31", "2024-02-29"], ["2024-11-30", "2024-12-31"]),
    ("03-01", 2023, 12, ["2023-03-31", "2023-04-30"], ["2024-01-31", "2024-02-29"]),
    // A year that begins within a month ends within it.
    ("04-06", 2024, 13, ["2024-04-30", "2024-05-31"], ["2025-03-31", "2025-04-05"]),
    ("01-31", 2024, 13, ["2024-01-31", "2024-02-29"], ["2024-12-31", "2025-01-30"]),
    ("07-01", 0, 0, [], []), ("07-01", 9999, 0, [], []),
  ])
  func `a year has the ends of its months, and its own end last`(
    start: String, year: Int, count: Int, first: [String], last: [String]
  ) throws {
    let ends = try #require(YearStart(start)).monthEnds(ofYear: year).map(\.description)
    #expect(ends.count == count && Array(ends.prefix(2)) == first && Array(ends.suffix(2)) == last)
  }

  @Test func `financial years are those of the two governments`() {
    #expect(YearStart.ukFinancial.start(ofYear: 2024).description == "2024-04-01")
    #expect(YearStart.ukFinancial.name(ofYear: 2024) == "2024-25")
    #expect(YearStart.usFinancial.start(ofYear: 2024).description == "2024-10-01")
    #expect(YearStart.usFinancial.name(ofYear: 2024) == "FY2025")
  }
}
