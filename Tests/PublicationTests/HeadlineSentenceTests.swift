import Publication
import ReleaseModel
import Tabular
import TakedownModel
import Testing

struct HeadlineSentenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var headline = Example.headline()
    var cells: [String: String] = [:]
    let sentence: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "more",
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10,000 more than in the same period a year earlier (up 125%)."),
    Case(
      name: "fewer", cells: ["value": "6000"],
      sentence: "6,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 2,000 fewer than in the same period a year earlier (down 25%)."),
    Case(
      name: "rounded up", cells: ["value": "17980", "base_value": "8010"],
      sentence: "Almost 18,000 accounts were taken down by the National Crime Agency from 1 July "
        + "2024 to 31 March 2025 — almost 10,000 more than in the same period a year earlier (up "
        + "124%)."),
    Case(
      name: "rounded down", cells: ["value": "18040", "base_value": "8010"],
      sentence:
        "More than 18,000 accounts were taken down by the National Crime Agency from 1 July "
        + "2024 to 31 March 2025 — over 10,000 more than in the same period a year earlier (up "
        + "125%)."),
    Case(
      name: "fewer, rounded down", cells: ["value": "7990", "base_value": "18010"],
      sentence: "Almost 8,000 accounts were taken down by the National Crime Agency from 1 July "
        + "2024 to 31 March 2025 — more than 10,000 fewer than in the same period a year earlier "
        + "(down 56%)."),
    Case(
      name: "a small change", cells: ["value": "8020"],
      sentence: "8,020 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 20 more than in the same period a year earlier (up less than 1%)."),
    Case(
      name: "unchanged", cells: ["value": "8000"],
      sentence: "8,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — the same number as in the same period a year earlier."),
    Case(
      name: "one", cells: ["value": "1", "base_value": "3"],
      sentence:
        "1 account was taken down by the National Crime Agency from 1 July 2024 to 31 March "
        + "2025 — 2 fewer than in the same period a year earlier (down 67%)."),
    Case(
      name: "the base is zero", cells: ["value": "5", "base_value": "0", "marks": "[z]"],
      sentence: "5 accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 — 5 more than in the same period a year earlier, when there were none."),
    Case(
      name: "the base is missing", cells: ["base_value": "", "marks": "[x]"],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025. There is no figure for the same period a year earlier, so no change can "
        + "be given."),
    Case(
      name: "none now", cells: ["value": "0", "base_value": "10"],
      sentence: "No accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 — 10 fewer than in the same period a year earlier (down 100%)."),
    Case(
      name: "none now nor then", cells: ["value": "0", "base_value": "0", "marks": "[z]"],
      sentence: "No accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025, and none in the same period a year earlier either."),
    Case(
      name: "a fall that leaves something", cells: ["value": "2", "base_value": "1000"],
      sentence: "2 accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 — 998 fewer than in the same period a year earlier (down more than 99%)."),
    Case(
      name: "provisional", cells: ["status": "provisional"],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10,000 more than in the same period a year earlier (up 125%). These "
        + "figures are provisional."),
    Case(
      name: "a break", cells: ["marks": "[b] [p]", "note": "a new team started on 2 May 2024"],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10,000 more than in the same period a year earlier (up 125%). The two "
        + "periods are not fully comparable: a new team started on 2 May 2024. These figures are "
        + "provisional."),
    Case(
      name: "a note without a break", cells: ["note": "29 February 2024 is on one side only"],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10,000 more than in the same period a year earlier (up 125%). Note: 29 "
        + "February 2024 is on one side only."),
    Case(
      name: "all agencies", headline: Example.headline(agency: "all"), cells: ["agency": "all"],
      sentence: "18,000 accounts were taken down by all agencies together, each account counted "
        + "once, from 1 July 2024 to 31 March 2025 — 10,000 more than in the same period a year "
        + "earlier (up 125%)."),
    Case(
      name: "one platform", headline: Example.headline(agency: "europol", platform: "facebook"),
      cells: ["agency": "europol", "platform": "facebook"],
      sentence: "18,000 accounts were taken down by Europol on Facebook from 1 July 2024 to 31 "
        + "March 2025 — 10,000 more than in the same period a year earlier (up 125%)."),
    Case(
      name: "takedowns", headline: Example.headline(measure: "takedowns", agency: "all"),
      cells: ["measure": "takedowns", "agency": "all"],
      sentence: "18,000 takedowns were recorded by all agencies together from 1 July 2024 to 31 "
        + "March 2025 — 10,000 more than in the same period a year earlier (up 125%)."),
    Case(
      name: "referrals", headline: Example.headline(measure: "referrals", platform: "tiktok"),
      cells: ["measure": "referrals", "platform": "tiktok"],
      sentence:
        "18,000 referrals were made by the National Crime Agency to TikTok from 1 July 2024 "
        + "to 31 March 2025 — 10,000 more than in the same period a year earlier (up 125%)."),
    Case(
      name: "refused", headline: Example.headline(measure: "refused"),
      cells: ["measure": "refused", "value": "1", "base_value": "0"],
      sentence: "1 referral by the National Crime Agency was refused by the platforms from 1 July "
        + "2024 to 31 March 2025 — 1 more than in the same period a year earlier, when there were "
        + "none."),
    Case(
      name: "reinstatements", headline: Example.headline(measure: "reinstatements"),
      cells: ["measure": "reinstatements", "value": "30", "base_value": "20"],
      sentence: "30 reinstatements were recorded by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10 more than in the same period a year earlier (up 50%)."),
    Case(
      name: "a whole year", headline: Example.headline(period: .year),
      cells: [
        "period_kind": "year", "period_start": "2023-07-01", "period_end": "2024-06-30",
        "base_start": "2022-07-01", "base_end": "2023-06-30", "basis": "full-period",
      ],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2023 to "
        + "30 June 2024 — 10,000 more than in the full year before (up 125%)."),
    Case(
      name: "an unlike period", cells: ["basis": "unlike", "base_end": "2024-06-30"],
      sentence: "18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 — 10,000 more than from 1 July 2023 to 30 June 2024, which is not a period "
        + "of the same kind (up 125%)."),
    Case(
      name: "no records of the agency", headline: Example.headline(agency: "se-police"),
      sentence:
        "The number of accounts taken down by the Swedish Police Authority from 1 July 2024 "
        + "to 31 March 2025 is not available: the logs hold no records of the Swedish Police "
        + "Authority."),
    Case(
      name: "no such row", headline: Example.headline(platform: "facebook"),
      sentence: "The number of accounts taken down by the National Crime Agency on Facebook from 1 "
        + "July 2024 to 31 March 2025 is not available: the records give no such figure for these "
        + "days."),
    Case(
      name: "a row of another year",
      cells: ["period_start": "2023-07-01", "period_end": "2024-03-31"],
      sentence:
        "The number of accounts taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 is not available: the records give no such figure for these days."),
    Case(
      name: "a published figure never answers", cells: ["origin": "published"],
      sentence:
        "The number of accounts taken down by the National Crime Agency from 1 July 2024 to "
        + "31 March 2025 is not available: the records give no such figure for these days."),
  ])
  func `every case reads as a plain sentence`(_ example: Case) throws {
    let files = try Publish(settings: Example.settings(headlines: [example.headline]))
      .run(Example.input(comparisons: [Example.comparison(example.cells)])).texts
    let text = try #require(files.first { $0.path == "headlines.txt" })
    #expect(String(decoding: text.bytes, as: UTF8.self) == example.sentence + "\n")
  }
}
