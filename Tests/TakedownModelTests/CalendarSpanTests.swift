import TakedownModel
import Testing

struct CalendarSpanTests {
  @Test(arguments: [
    ("P1D", "2025-02-28", "2025-03-01"), ("P2W", "2025-03-20", "2025-04-03"),
    ("P1M", "2025-01-31", "2025-02-28"), ("P1M", "2024-01-31", "2024-02-29"),
    ("P3M", "2024-11-30", "2025-02-28"), ("P12M", "2024-12-31", "2025-12-31"),
    ("P1M", "2024-12-15", "2025-01-15"), ("P1Y", "2024-02-29", "2025-02-28"),
    ("P999D", "2025-01-01", "2027-09-27"),
  ])
  func `a span ends on the day of the calendar`(text: String, day: String, end: String) throws {
    let span = try #require(CalendarSpan(text))
    #expect(span.end(from: try #require(CalendarDate(day))).description == end)
    #expect(span.description == text)
  }

  @Test(arguments: [
    "", "P", "P1", "1M", "P0M", "P01M", "P1H", "PT1M", "P1M1D", "P-1M", "p1m", "P1000D", "P1 M",
    "P١M", "month",
  ])
  func `anything else is no span`(text: String) {
    #expect(CalendarSpan(text) == nil)
  }
}
