import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct ClaimReportTests {
  private static func claim(_ value: Int, change: String?, agency: String? = "uk-nca") -> Claim {
    Claim(
      agency: agency, measure: "taken-down", units: ["accounts"], first: day("2024-07-01"),
      last: day("2025-03-31"), qualifier: .about, value: value,
      change: change.flatMap { ChangePhrase($0) })
  }

  private static func recorded(_ counts: [Int]) -> [RecordedCount] {
    counts.map { .counted($0, from: day("2023-01-01"), to: day("2025-03-31")) }
  }

  @Test func `each reading has its days and its base`() {
    let requests = Self.claim(18000, change: "10,000 more").requests
    #expect(
      requests.map { "\($0.first) \($0.last)" } == [
        "2024-07-01 2025-03-31",
        "2024-07-01 2025-03-31", "2023-07-01 2024-03-31",
        "2024-07-01 2025-03-31", "2023-07-01 2024-06-30",
        "2024-07-01 2025-03-31", "2024-01-01 2024-12-31",
        "0001-01-01 2025-03-31", "0001-01-01 2024-03-31",
      ])
  }

  @Test func `each reading is held against the records`() {
    let claim = Self.claim(18000, change: "10,000 more")
    let report = ClaimReport(
      claim,
      recorded: Self.recorded([18012, 18012, 8000, 18012, 15000, 18012, 16000, 30000, 9000]),
      register: SaidRegister(figures: []))
    #expect(report.readings.map(\.agrees) == [true, false, false, false])
    #expect(report.readings.map(\.change).first == "+10,012 (+125.2%)")
    #expect(!report.hasFindings)
    #expect(report.text.contains("matched window: the same days a year earlier: agrees"))
  }

  @Test func `days that the records do not cover are no finding`() {
    let claim = Self.claim(18000, change: "10,000 more")
    let counts = [18012, 18012, 17000, 18012, 15000, 18012, 16000, 18100, 17000]
    let report = ClaimReport(
      claim,
      recorded: counts.map { .counted($0, from: day("2024-03-01"), to: day("2025-03-31")) },
      register: SaidRegister(figures: []))
    #expect(report.readings.map(\.isCovered) == [false, false, false, true])
    #expect(report.text.contains("the agency's records do not cover all of these days"))
    #expect(report.hasFindings, "all up to the last day is covered, and does not agree")
  }

  @Test func `a change that no reading has is a finding`() {
    let claim = Self.claim(18000, change: "10,000 more")
    let report = ClaimReport(
      claim,
      recorded: Self.recorded([18012, 18012, 17000, 18012, 15000, 18012, 16000, 18100, 17000]),
      register: SaidRegister(figures: []))
    #expect(report.hasFindings)
  }

  @Test func `a claim is held against the figures of a register`() {
    let claim = Self.claim(18000, change: nil)
    let other = SaidFigure(
      id: "other", agency: "uk-nca", measure: "taken-down", units: ["accounts"],
      first: day("2024-01-01"), last: day("2025-12-31"), qualifier: .upTo, value: 16000)
    let unknown = claim.requests.map { _ in RecordedCount.unknown("no run") }
    let report = ClaimReport(
      claim, recorded: unknown, register: SaidRegister(figures: [other]))
    #expect(report.contradictions.map(\.ids) == [["other", "the claim"]])
    #expect(report.contradictions.first?.shortBy == 1500)
    #expect(report.hasFindings)
    let elsewhere = ClaimReport(
      Self.claim(18000, change: nil, agency: nil), recorded: unknown,
      register: SaidRegister(figures: [other]))
    #expect(elsewhere.contradictions.isEmpty)
  }
}
