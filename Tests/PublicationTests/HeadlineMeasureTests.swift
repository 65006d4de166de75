import ReleaseModel
import TakedownModel
import Testing

@testable import Publication

/// Headlines of rates, times and the less usual counts and periods.
struct HeadlineMeasureTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let headline: HeadlineRequest
    var counts: [[String: String]] = []
    var comparisons: [[String: String]] = []
    var rates: [[String: String]] = []
    var times: [[String: String]] = []
    let sentence: String
    var testDescription: String { name }
  }

  private static let decided = "1 July 2024 to 31 March 2025"
  private static let rateHeadline = Example.headline(measure: "removal-rate")
  private static let takedowns = Example.comparison(["measure": "takedowns"])
  private static let rateStart =
    "90.0% of decided referrals by the National Crime Agency were taken down (9,000 of 10,000; 500 "
    + "without an answer left out) from 1 July 2024 to 31 March 2025"
  private static let noBase =
    " There is no figure for the same period a year earlier, so no change can be given."

  private static func baseRate(_ numerator: String, _ denominator: String) -> [String: String] {
    Example.rate([
      "period_start": "2023-07-01", "period_end": "2024-03-31", "numerator": numerator,
      "denominator": denominator, "period_kind": "stated",
    ])
  }

  private static let rateCases = [
    Case(
      name: "a rate above that of a year earlier", headline: rateHeadline, comparisons: [takedowns],
      rates: [Example.rate(), baseRate("875", "1000")],
      sentence: rateStart
        + " — 2.5 percentage points higher than in the same period a year earlier "
        + "(87.5%, 875 of 1,000)."),
    Case(
      name: "a rate below it", headline: rateHeadline, comparisons: [takedowns],
      rates: [Example.rate(["status": "provisional"]), baseRate("91", "100")],
      sentence: rateStart + " — 1.0 percentage points lower than in the same period a year earlier "
        + "(91.0%, 91 of 100). These figures are provisional."),
    Case(
      name: "the same rate", headline: rateHeadline, comparisons: [takedowns],
      rates: [Example.rate(), baseRate("9", "10")],
      sentence: rateStart + " — the same share as in the same period a year earlier (9 of 10)."),
    Case(
      name: "nearly the same rate", headline: rateHeadline, comparisons: [takedowns],
      rates: [Example.rate(), baseRate("90001", "100000")],
      sentence: rateStart
        + " — less than 0.1 percentage points lower than in the same period a year "
        + "earlier (90.0%, 90,001 of 100,000)."),
    Case(
      name: "no whole point in one point",
      headline: Example.headline(
        measure: "removal-rate", percentDecimals: 0), comparisons: [takedowns],
      rates: [Example.rate(["left_out": "0"]), baseRate("89", "100")],
      sentence: "90% of decided referrals by the National Crime Agency were taken down (9,000 of "
        + "10,000; none without an answer) from 1 July 2024 to 31 March 2025 — 1 percentage point "
        + "higher than in the same period a year earlier (89%, 89 of 100)."),
    Case(
      name: "rounded figures that do not differ by the rounded difference", headline: rateHeadline,
      comparisons: [takedowns],
      rates: [
        Example.rate(["numerator": "8756", "denominator": "10000"]), baseRate("8553", "10000"),
      ],
      sentence: "87.6% of decided referrals by the National Crime Agency were taken down (8,756 of "
        + "10,000; 500 without an answer left out) from 1 July 2024 to 31 March 2025 — 2.0 "
        + "percentage points higher than in the same period a year earlier (85.5%, 8,553 of 10,000). "
        + "The difference is that of the exact figures."),
    Case(
      name: "nearly all", headline: rateHeadline, comparisons: [takedowns],
      rates: [Example.rate(["numerator": "9999", "left_out": "1"])],
      sentence: "More than 99.9% of decided referrals by the National Crime Agency were taken down "
        + "(9,999 of 10,000; 1 without an answer left out) from 1 July 2024 to 31 March 2025."
        + noBase),
    Case(
      name: "an earlier rate from the counts of it", headline: rateHeadline,
      comparisons: [
        Example.comparison(["measure": "takedowns", "base_value": "80"]),
        Example.comparison(["measure": "refused", "base_value": "20"]),
        Example.comparison(["measure": "undecided", "base_value": "7"]),
      ],
      rates: [Example.rate()],
      sentence: rateStart
        + " — 10.0 percentage points higher than in the same period a year earlier "
        + "(80.0%, 80 of 100)."),
    Case(
      name: "an earlier rate of which a count is missing", headline: rateHeadline,
      comparisons: [takedowns], rates: [Example.rate()], sentence: rateStart + "." + noBase),
    Case(
      name: "a break", headline: rateHeadline,
      comparisons: [
        Example.comparison(["measure": "takedowns", "marks": "[b]", "note": "a new law"])
      ], rates: [Example.rate(), baseRate("9", "10")],
      sentence: rateStart + " — the same share as in the same period a year earlier (9 of 10). The "
        + "two periods are not fully comparable: a new law."),
    Case(
      name: "nothing decided", headline: rateHeadline,
      rates: [Example.rate(["numerator": "0", "denominator": "0", "rate": "", "marks": "[z]"])],
      sentence: "The share of decided referrals by the National Crime Agency that were taken down "
        + "from 1 July 2024 to 31 March 2025 is not available: no referral was decided in these days."
    ),
    Case(
      name: "a hidden rate", headline: rateHeadline,
      rates: [Example.rate(["numerator": "", "status": "c", "marks": "[c]"])],
      sentence: "The share of decided referrals by the National Crime Agency that were taken down "
        + "from 1 July 2024 to 31 March 2025 is not shown: it, or the number that it would be set "
        + "beside, is small or would give a small one away."),
    Case(
      name: "a hidden earlier count", headline: rateHeadline,
      comparisons: [
        takedowns, Example.comparison(["measure": "refused", "base_value": "", "marks": "[c]"]),
      ], rates: [Example.rate()],
      sentence: "The share of decided referrals by the National Crime Agency that were taken down "
        + "from 1 July 2024 to 31 March 2025 is not shown: it, or the number that it would be set "
        + "beside, is small or would give a small one away."),
    Case(
      name: "no rates at all", headline: rateHeadline,
      sentence: "The share of decided referrals by the National Crime Agency that were taken down "
        + "from 1 July 2024 to 31 March 2025 is not available: the records give no such figure for "
        + "these days."),
    Case(
      name: "accounts for each million users",
      headline: Example.headline(measure: "accounts-per-million-users", platform: "tiktok"),
      comparisons: [Example.comparison(["platform": "tiktok"])],
      rates: [
        Example.rate([
          "measure": "accounts-per-million-users", "platform": "tiktok", "numerator": "283",
          "denominator": "23000000", "left_out": "", "denominator_date": "2024-01-01",
        ])
      ],
      sentence:
        "12.30 accounts for each million users were taken down by the National Crime Agency "
        + "on TikTok from 1 July 2024 to 31 March 2025 (283 accounts; 23,000,000 users on 1 January "
        + "2024)." + noBase),
  ]

  private static let timeHeadline = Example.headline(
    measure: "time-to-action", platform: "facebook")
  private static let time = Example.time(["platform": "facebook"])
  private static let timed = Example.comparison(["measure": "takedowns", "platform": "facebook"])
  private static let timeStart =
    "Half of the referrals by the National Crime Agency to Facebook that were acted on from 1 July "
    + "2024 to 31 March 2025 were acted on within 38.3 hours, nine in ten within 339.0 hours; 37.9% "
    + "within 24 hours and 71.3% within 72 hours, based on the 1,597 of 25,910 records with both times"

  private static func baseTime(_ median: String) -> [String: String] {
    Example.time([
      "platform": "facebook", "period_start": "2023-07-01", "period_end": "2024-03-31",
      "median_seconds": median, "records": "1000", "with_both_times": "10",
    ])
  }

  private static let timeCases = [
    Case(
      name: "shorter than a year earlier", headline: timeHeadline, comparisons: [timed],
      times: [time, baseTime("162720")],
      sentence: timeStart + " — the middle time 6.9 hours shorter than in the same period a year "
        + "earlier (45.2 hours, based on 10 of 1,000)."),
    Case(
      name: "longer by half a second", headline: timeHeadline, comparisons: [timed],
      times: [time, baseTime("137726.5")],
      sentence: timeStart
        + " — the middle time less than 0.1 hours longer than in the same period a "
        + "year earlier (38.3 hours, based on 10 of 1,000)."),
    Case(
      name: "as long", headline: timeHeadline, comparisons: [timed],
      times: [time, baseTime("137727")],
      sentence: timeStart
        + " — the middle time the same as in the same period a year earlier (based "
        + "on 10 of 1,000)."),
    Case(
      name: "no earlier time", headline: timeHeadline, comparisons: [timed], times: [time],
      sentence: timeStart + "." + noBase),
    Case(
      name: "no record with both times", headline: timeHeadline,
      times: [
        time.merging(["with_both_times": "0", "median_seconds": "", "p90_seconds": ""]) { $1 }
      ],
      sentence:
        "The time in which referrals by the National Crime Agency to Facebook were acted on "
        + "from 1 July 2024 to 31 March 2025 is not available: no record says both when it was "
        + "referred and when it was acted on."),
    Case(
      name: "shares with two decimals",
      headline: Example.headline(measure: "time-to-takedown", percentDecimals: 2),
      times: [
        Example.time([
          "measure": "time-to-takedown", "records": "1", "with_both_times": "1",
          "within_24_hours": "0", "within_72_hours": "1",
        ])
      ],
      sentence:
        "Half of the takedowns recorded by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 came within 38.3 hours of the referral, nine in ten within 339.0 hours; 0.00% "
        + "within 24 hours and 100.00% within 72 hours, based on the 1 of 1 record with both times."
        + noBase),
  ]

  private static func counted(
    _ measure: String, _ cells: [String: String] = [:]
  ) -> [[String: String]] {
    [Example.comparison(["measure": measure].merging(cells) { $1 })]
  }

  private static let end = " — 10 more than in the same period a year earlier (up 50%)."
  private static let small = ["value": "30", "base_value": "20"]

  private static let countCases = [
    Case(
      name: "undecided", headline: Example.headline(measure: "undecided"),
      comparisons: counted("undecided", small),
      sentence:
        "30 referrals by the National Crime Agency were without an answer from 1 July 2024 to "
        + "31 March 2025" + end),
    Case(
      name: "accounts only", headline: Example.headline(measure: "accounts-only", agency: "all"),
      comparisons: counted("accounts-only", small.merging(["agency": "all"]) { $1 }),
      sentence:
        "30 accounts, not counting pages, groups and channels, were taken down by all agencies "
        + "together, each account counted once, from 1 July 2024 to 31 March 2025" + end),
    Case(
      name: "reinstated", headline: Example.headline(measure: "reinstated"),
      comparisons: counted("reinstated", ["value": "1", "base_value": "1"]),
      sentence:
        "1 account was recorded by the National Crime Agency as reinstated and not taken down "
        + "again from 1 July 2024 to 31 March 2025 — the same number as in the same period a year "
        + "earlier."),
    Case(
      name: "taken down again", headline: Example.headline(measure: "taken-down-again"),
      comparisons: counted("taken-down-again", small),
      sentence: "30 accounts that had been reinstated were taken down again by the National Crime "
        + "Agency from 1 July 2024 to 31 March 2025" + end),
    Case(
      name: "since a day", headline: Example.headline(period: .since),
      counts: [
        Example.count([
          "period_kind": "since", "period_start": "2022-03-01", "value": "1",
          "status": "provisional",
        ])
      ],
      sentence:
        "1 account was taken down by the National Crime Agency from 1 March 2022 to 31 March "
        + "2025. These figures are provisional."),
    Case(
      name: "a month", headline: Example.headline(period: .month),
      comparisons: counted(
        "accounts",
        [
          "period_kind": "month", "period_start": "2025-03-01", "base_start": "2024-03-01",
          "basis": "full-period",
        ]),
      sentence:
        "18,000 accounts were taken down by the National Crime Agency from 1 March 2025 to 31 "
        + "March 2025 — 10,000 more than in the same month a year earlier (up 125%)."),
    Case(
      name: "a month without an earlier one", headline: Example.headline(period: .month),
      comparisons: counted(
        "accounts",
        [
          "period_kind": "month", "period_start": "2025-03-01", "base_start": "2024-03-01",
          "basis": "full-period", "base_value": "",
        ]),
      sentence:
        "18,000 accounts were taken down by the National Crime Agency from 1 March 2025 to 31 "
        + "March 2025. There is no figure for the same month a year earlier, so no change can be "
        + "given."),
    Case(
      name: "twelve months", headline: Example.headline(period: .rollingYear),
      comparisons: counted(
        "accounts",
        [
          "period_kind": "rolling-year", "period_start": "2024-04-01", "base_start": "2023-04-01",
          "basis": "full-period",
        ]),
      sentence:
        "18,000 accounts were taken down by the National Crime Agency from 1 April 2024 to 31 "
        + "March 2025 — 10,000 more than in the twelve months before (up 125%)."),
    Case(
      name: "one decimal", headline: Example.headline(percentDecimals: 1),
      comparisons: counted("accounts", ["value": "18001", "base_value": "8000"]),
      sentence:
        "More than 18,000 accounts were taken down by the National Crime Agency from 1 July "
        + "2024 to 31 March 2025 — over 10,000 more than in the same period a year earlier (up 125.0%)."
    ),
    Case(
      name: "two decimals, half away from zero", headline: Example.headline(percentDecimals: 2),
      comparisons: counted("accounts", ["value": "79990", "base_value": "80000"]),
      sentence:
        "79,990 accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 — 10 fewer than in the same period a year earlier (down 0.01%)."),
    Case(
      name: "less than the decimals show", headline: Example.headline(percentDecimals: 1),
      comparisons: counted("accounts", ["value": "79990", "base_value": "80000"]),
      sentence:
        "79,990 accounts were taken down by the National Crime Agency from 1 July 2024 to 31 "
        + "March 2025 — 10 fewer than in the same period a year earlier (down less than 0.1%)."),
    Case(
      name: "a fall that leaves something", headline: Example.headline(percentDecimals: 2),
      comparisons: counted("accounts", ["value": "1", "base_value": "80001"]),
      sentence:
        "1 account was taken down by the National Crime Agency from 1 July 2024 to 31 March "
        + "2025 — 80,000 fewer than in the same period a year earlier (down more than 99.99%)."),
  ]

  @Test(arguments: countCases + rateCases + timeCases)
  func `every measure and period reads as a plain sentence`(_ example: Case) throws {
    let settings = Example.settings(headlines: [example.headline], since: "2022-03-01")
    let files = try Publish(settings: settings).run(
      Example.input(
        counts: example.counts, comparisons: example.comparisons, rates: example.rates,
        times: example.times)
    ).texts
    let text = try #require(files.first { $0.path == "headlines.txt" })
    #expect(String(decoding: text.bytes, as: UTF8.self) == example.sentence + "\n")
  }

  @Test func `a rate and a time have their exact figures beside`() throws {
    let headlines = [Self.rateHeadline, Self.timeHeadline]
    let files = try Publish(settings: Example.settings(headlines: headlines)).run(
      Example.input(
        comparisons: [Self.takedowns, Self.timed],
        rates: [Example.rate(), Self.baseRate("875", "1000")],
        times: [Self.time, Self.baseTime("162720")])
    ).texts
    let json = String(
      decoding: try #require(files.first { $0.path == "headlines.json" }).bytes, as: UTF8.self)
    for text in [
      #""value": 90.0,"#, #""numerator": 9000,"#, #""left_out": 500,"#, #""unit": "percent","#,
      #""value": 87.5,"#, #""change": 2.5,"#, #""value": 38.3,"#, #""p90": 339.0,"#,
      #""with_both_times": 1597"#, #""unit": "hours","#, #""change": -6.9,"#,
    ] {
      #expect(json.contains(text), "\(text)")
    }
  }
}
