import Comparison
import TakedownModel
import Testing

@testable import TakedownPipeline

struct ReportingSettingsTests {
  private func read(_ reporting: String) throws -> PipelineFile {
    try PipelineFile.read(
      Array(#"{"version": 1, "sources": [], "reporting": {\#(reporting)}}"#.utf8),
      name: "pipeline.json")
  }

  @Test func `periods, breaks and users are read`() throws {
    let reporting = try read(
      """
      "year_start": "07-01", "year_name": "FY2025", "periods": ["week", "uk-financial-year"],
      "since": "2024-07-01", "compare_unlike": true, "late_after_days": 14,
      "breaks": [{"date": "2024-04-01", "text": "A new team", "agency": "uk-nca"}],
      "users": [{"platform": "x", "users": 5, "date": "2024-01-01", "source": "A report"}]
      """
    ).reporting
    #expect(reporting.yearStart.name(ofYear: 2024) == "FY2025")
    #expect(reporting.periods == [.week, .ukFinancialYear])
    #expect(reporting.since == CalendarDate("2024-07-01"))
    #expect(reporting.comparesUnlike && reporting.lateAfterDays == 14)
    let date = try #require(CalendarDate("2024-04-01"))
    #expect(
      reporting.breaks == [SeriesBreak(date: date, text: "A new team", agency: "uk-nca")])
    let day = try #require(CalendarDate("2024-01-01"))
    #expect(
      reporting.users == [PlatformUsers(platform: "x", users: 5, date: day, source: "A report")])
  }

  @Test(arguments: [
    (
      #""periods": ["moth"]"#,
      "reporting.periods[0]: found 'moth', expected one of to-date, year, quarter, calendar-year, "
        + "calendar-quarter, uk-financial-year, uk-financial-quarter, us-financial-year, "
        + "us-financial-quarter, month, year-to-month, week, rolling-year, since, cumulative; did you mean "
        + "'month'?"
    ),
    (
      #""year_name": "2024/2025""#,
      "reporting.year_name: found '2024/2025', expected one of 2024/25, 2024-25, 2024, FY2025; did "
        + "you mean '2024/25'?"
    ),
    (
      #""breaks": [{"date": "2024-04-01"}]"#,
      "reporting.breaks[0].text: missing, but it is required"
    ),
    (
      #""users": [{"platform": "x", "users": 0, "date": "2024-01-01", "source": "s"}]"#,
      "reporting.users[0].users: found the number 0, expected a whole number of at least 1"
    ),
  ])
  func `what is wrong is named, with what was probably meant`(
    reporting: String, message: String
  ) {
    let error = #expect(throws: ConfigurationError.self) { try read(reporting) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
