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
}
