import TakedownModel
import Testing

struct CalendarDateTests {
  @Test func `every day from 1600 to 2400 follows the one before`() throws {
    var date = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    var count = 0
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...CalendarDate.length(ofMonth: month, year: year) {
          let found = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(found == date)
          let parts = date.components
          #expect(parts == (year, month, day))
          date = date.adding(days: 1)
          count += 1
        }
      }
    }
    #expect(count == 801 * 365 + 195)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `days are counted from 1970`(text: String, days: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.days == days)
    #expect(date.description == text)
  }

  @Test(arguments: [
    "2025-02-29", "2024-02-30", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00",
    "0000-01-01", "24-01-01", "2024-1-1", "2024/01/01", "2024-01-01 ", "", "２０２４-01-01",
  ])
  func `anything else is no day`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", -1, "2023-02-28"), ("2024-02-29", 4, "2028-02-29"),
    ("2025-03-31", -1, "2024-03-31"), ("2023-02-28", 1, "2024-02-28"),
  ])
  func `the same day of another year`(text: String, years: Int, expected: String) throws {
    #expect(try #require(CalendarDate(text)).adding(years: years).description == expected)
  }

  @Test func `a day is said in words`() throws {
    #expect(try #require(CalendarDate("2025-03-01")).spoken == "1 March 2025")
  }
}
