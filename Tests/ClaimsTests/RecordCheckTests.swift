import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct RecordCheckTests {
  private static let figure = ClaimsTests.figure("f", .moreThan, 8000, 0, 365)

  private static func check(_ count: Int, _ from: String, _ to: String) -> RecordCheck {
    RecordCheck(figure, .counted(count, from: day(from), to: day(to)))
  }

  @Test(
    arguments: [
      Case("as said", (8400, "2023-01-01", "2025-06-01"), .agrees),
      Case("too many", (9000, "2023-01-01", "2025-06-01"), .cannotAgree),
      Case("too few", (8000, "2023-01-01", "2025-06-01"), .cannotAgree),
      Case("too few, records begin late", (4000, "2024-06-01", "2025-06-01"), .notCovered),
      Case("as said, records end early", (8400, "2023-01-01", "2024-10-01"), .notCovered),
      Case("too many, records begin late", (9000, "2024-06-01", "2025-06-01"), .cannotAgree),
      Case("records begin a month late", (8400, "2024-02-01", "2025-06-01"), .agrees),
    ] as [Case<(Int, String, String), RecordCheck.Verdict>])
  func `a count is held against the words`(
    row: Case<(Int, String, String), RecordCheck.Verdict>
  ) {
    #expect(Self.check(row.input.0, row.input.1, row.input.2).verdict == row.expected)
  }

  @Test func `by how much is said`() {
    #expect(
      Self.check(9000, "2023-01-01", "2025-06-01").note
        == "the records count 9,000, 1 more than the most that the words allow")
    #expect(
      Self.check(7000, "2023-01-01", "2025-06-01").note
        == "the records count 7,000, 1,001 less than the least that the words allow")
  }

  @Test func `without records there is no verdict`() {
    let check = RecordCheck(Self.figure, .unknown("nothing"))
    #expect(check.verdict == .noRecords)
    #expect(check.note == "nothing")
  }
}
