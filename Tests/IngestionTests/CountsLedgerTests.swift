import TakedownModel
import Testing

@testable import Ingestion

struct CountsLedgerTests {
  private func row(
    _ value: Int, vintage: String = "2024-q1", category: String = "Spam", position: String = "1"
  ) throws -> CountsRow {
    CountsRow(
      source: "s", file: "f.csv", position: position, agency: "meta", platform: "facebook",
      country: "", measure: "Content Actioned", counts: "content", category: category,
      start: try #require(CalendarDate("2024-01-01")),
      end: try #require(CalendarDate("2024-03-31")),
      value: value, vintage: vintage)
  }

  @Test func `a count that is there already is a repetition, in another edition it is not`() throws
  {
    var ledger = CountsLedger()
    #expect(try ledger.add(row(5)))
    #expect(try !ledger.add(row(5)))
    #expect(try ledger.add(row(6, vintage: "2024-q2")))
    #expect(try ledger.add(row(6, category: "Hate Speech")))
  }

  @Test func `two values for one figure of one edition are an error that names both`() throws {
    var ledger = CountsLedger()
    _ = try ledger.add(row(5))
    let later = try row(6, position: "9")
    let error = try #require(throws: IngestError.self) { try ledger.add(later) }
    #expect(
      error.description == """
        f.csv: record 9 has 6 for 'Content Actioned' of 'Spam' on 'facebook' from 2024-01-01 to \
        2024-03-31, but 'f.csv' record 1 has 5; both are of the edition '2024-q1'; give a place \
        that tells them apart, or take one away
        """)
  }
}
