import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct ClaimSentenceTests {
  /// What a sentence should be taken for.
  struct Taken: Sendable {
    var value: Int?
    var qualifier: Qualifier?
    var change: String?
    var first: String?
    var last: String?
    var unread: [String] = []
  }

  @Test(arguments: [
    Case(
      "the press line",
      "18,000 … since last July – 10,000 more than the previous year",
      Taken(value: 18000, qualifier: .about, change: "+5,000 to +15,000", first: "2024-07-01")),
    Case(
      "qualified, in a year",
      "More than 8,000 accounts were taken down in 2024, up 40% on the year before.",
      Taken(
        value: 8000, qualifier: .moreThan, change: "+35.0% to +45.0%", first: "2024-01-01",
        last: "2024-12-31")),
    Case(
      "by a month", "Almost 12,000 accounts, pages and posts by June 2024",
      Taken(value: 12000, qualifier: .almost, last: "2024-06-30")),
    Case(
      "from a day to a day",
      "From 1 July 2024 to 31 March 2025, 18,432 accounts – almost a third more",
      Taken(
        value: 18432, qualifier: .about, change: "+29.2% to below +33.3%", first: "2024-07-01",
        last: "2025-03-31")),
    Case(
      "between months", "between July 2024 and March 2025 exactly 18,000",
      Taken(value: 18000, qualifier: .exactly, first: "2024-07-01", last: "2025-03-31")),
    Case(
      "a month of this year", "500 since February",
      Taken(value: 500, qualifier: .about, first: "2025-02-01")),
    Case(
      "this month is not the last one", "500 since last March",
      Taken(value: 500, qualifier: .about, first: "2024-03-01")),
    Case(
      "last year", "500 in the last year",
      Taken(
        value: 500, qualifier: .about, first: "2024-01-01", last: "2024-12-31")),
    Case(
      "an ISO day", "over 500 since 2024-07-01",
      Taken(value: 500, qualifier: .moreThan, first: "2024-07-01")),
    Case(
      "a second number", "500 accounts in 2024 by 16 officers",
      Taken(
        value: 500, qualifier: .about, first: "2024-01-01", last: "2024-12-31", unread: ["16"])),
    Case(
      "a lone month", "500 accounts, June being busy",
      Taken(
        value: 500, qualifier: .about, unread: ["June"])),
    Case("nothing", "Many accounts", Taken()),
  ])
  func `numbers and days are found`(row: Case<String, Taken>) {
    let sentence = ClaimSentence(row.input, on: day("2025-03-31"))
    #expect(sentence.value?.value == row.expected.value)
    #expect(sentence.value?.qualifier == row.expected.qualifier)
    #expect(sentence.change?.range == row.expected.change)
    #expect(sentence.first?.description == row.expected.first)
    #expect(sentence.last?.description == row.expected.last)
    #expect(sentence.unread == row.expected.unread)
  }

  @Test func `the words of a change end where they add nothing`() {
    let sentence = ClaimSentence(
      "18,000 since last July, 10,000 more than the previous year", on: day("2025-03-31"))
    #expect(sentence.change?.text == "10,000 more")
  }

  @Test func `units are found`() {
    let sentence = ClaimSentence(
      "12,000 accounts, pages and posts in 2024", on: day("2025-03-31"))
    #expect(sentence.units == ["accounts", "pages", "posts"])
  }
}
