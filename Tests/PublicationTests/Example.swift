import Publication
import Tabular
import TakedownModel

/// Small made-up tables and settings that the tests of the stage start from.
enum Example {
  static let countColumns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end", "value", "status", "qualifier", "source",
  ]
  static let comparisonColumns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end", "value", "base_period", "base_start", "base_end", "base_value", "change",
    "percent_change", "factor", "basis", "status", "marks", "qualifier", "base_qualifier", "note",
    "source", "coverage", "agencies", "base_agencies", "platforms", "base_platforms",
  ]

  /// 18,000 accounts of one agency, to date, beside 8,000; with some cells replaced.
  static func comparison(_ cells: [String: String] = [:]) -> [String: String] {
    [
      "origin": "counted", "measure": "accounts", "counts": "account+page+group+channel",
      "agency": "uk-nca", "platform": "all", "period_kind": "to-date",
      "period": "2024/25 to date", "period_start": "2024-07-01", "period_end": "2025-03-31",
      "value": "18000", "base_period": "2023/24, same days", "base_start": "2023-07-01",
      "base_end": "2024-03-31", "base_value": "8000", "change": "10000",
      "percent_change": "125.0", "factor": "2.25", "basis": "same-period", "status": "final",
    ].merging(cells) { $1 }
  }

  static func count(_ cells: [String: String] = [:]) -> [String: String] {
    [
      "origin": "counted", "measure": "accounts", "counts": "account+page+group+channel",
      "agency": "uk-nca", "platform": "all", "period_kind": "to-date",
      "period": "2024/25 to date", "period_start": "2024-07-01", "period_end": "2025-03-31",
      "value": "18000", "status": "final",
    ].merging(cells) { $1 }
  }

  /// A figure that somebody said of a whole calendar year.
  static func published(_ year: Int, _ value: Int, _ qualifier: String) -> [String: String] {
    count([
      "origin": "published", "counts": "accounts, pages and posts", "period_kind": "stated",
      "period": String(year), "period_start": "\(year)-01-01", "period_end": "\(year)-12-31",
      "value": String(value), "qualifier": qualifier, "source": "A statement",
    ])
  }

  static func table(_ columns: [String], _ rows: [[String: String]]) -> Table {
    Table(columns: columns, rows: rows.map { row in columns.map { row[$0] ?? "" } })
  }

  static func input(
    counts: [[String: String]] = [], comparisons: [[String: String]] = [],
    accounting: [[String]] = [["nca-csv", "100", "98", "2", "90", "5", "3"]],
    rates: [[String: String]] = [], times: [[String: String]] = [], claims: SaidClaims? = nil
  ) -> PublicationInput {
    PublicationInput(
      counts: table(countColumns, counts), comparisons: table(comparisonColumns, comparisons),
      coverage: Table(
        columns: ["agency", "records", "takedowns", "first_day", "last_day"],
        rows: [
          ["uk-nca", "90", "80", "2023-07-01", "2025-03-31"],
          ["europol", "8", "8", "2023-08-01", "2025-03-30"],
        ]),
      accounting: Table(
        columns: [
          "source", "rows", "records", "rejects", "counted", "duplicates", "not_counted",
          "supplied",
        ], rows: accounting.map { $0.count == 7 ? $0 + ["0"] : $0 }),
      notCounted: Table(columns: ["reason", "records"], rows: [["no date", "3"]]),
      rates: rates.isEmpty ? nil : table(rateColumns, rates),
      timeliness: times.isEmpty ? nil : table(timeColumns, times), claims: claims)
  }

  private static let sideColumns = [
    "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end",
  ]
  static let rateColumns =
    sideColumns + [
      "rate", "unit", "numerator", "denominator", "denominator_unit", "left_out",
      "denominator_date", "denominator_source", "status", "marks",
    ]
  static let timeColumns =
    sideColumns + [
      "records", "with_both_times", "median_seconds", "median_hours", "p90_seconds", "p90_hours",
      "within_24_hours", "within_24_hours_percent", "within_72_hours", "within_72_hours_percent",
      "status", "marks",
    ]

  /// 9 of 10 referrals taken down, to date; with some cells replaced.
  static func rate(_ cells: [String: String] = [:]) -> [String: String] {
    count([
      "measure": "removal-rate", "counts": "record", "rate": "90.0", "unit": "percent",
      "numerator": "9000", "denominator": "10000", "denominator_unit": "records",
      "left_out": "500",
    ]).merging(cells) { $1 }
  }

  /// Half within a day and a half, to date; with some cells replaced.
  static func time(_ cells: [String: String] = [:]) -> [String: String] {
    count([
      "measure": "time-to-action", "counts": "record", "records": "25910",
      "with_both_times": "1597", "median_seconds": "137727", "p90_seconds": "1220296",
      "within_24_hours": "606", "within_72_hours": "1138",
    ]).merging(cells) { $1 }
  }

  /// Every table and every chart has figures.
  static var fullInput: PublicationInput {
    var comparisons = [comparison(), comparison(["agency": "all", "value": "18500"])]
    comparisons.append(comparison(["agency": "europol", "value": "700", "base_value": ""]))
    for (platform, value) in [("facebook", "9000"), ("tiktok", "9500"), ("unmapped", "12")] {
      comparisons.append(
        comparison([
          "agency": "all", "platform": platform, "value": value, "base_value": "4000",
          "status": "provisional",
        ]))
    }
    for (agency, more) in [("all", 150), ("uk-nca", 0)] {
      for (i, month) in ["07", "08", "09", "10"].enumerated() {
        comparisons.append(
          comparison([
            "agency": agency, "period_kind": "month", "period": "2024-\(month)",
            "period_start": "2024-\(month)-01", "period_end": "2024-\(month)-30",
            "base_period": "2023-\(month)", "base_start": "2023-\(month)-01",
            "base_end": "2023-\(month)-30", "value": String(1000 + 150 * i + more),
            "base_value": String(900 + 160 * i), "basis": "full-period",
            "status": i == 3 ? "provisional" : "final",
          ]))
        comparisons.append(
          comparison([
            "agency": agency, "period_kind": "year-to-month", "period": "2024/25 to 2024-\(month)",
            "period_start": "2024-07-01", "period_end": "2024-\(month)-\(i == 2 ? 30 : 31)",
            "base_period": "2023/24 to 2023-\(month)", "base_start": "2023-07-01",
            "base_end": "2023-\(month)-\(i == 2 ? 30 : 31)",
            "value": String(1000 * (i + 1) + more), "base_value": String(900 * (i + 1)),
            "basis": "full-period", "status": "final",
          ]))
      }
    }
    return input(
      counts: [
        count(), count(["agency": "all", "value": "18500"]), published(2023, 8000, "more than"),
        published(2024, 10_700, "almost"), published(2024, 10_000, "about"),
      ],
      comparisons: comparisons, claims: claims())
  }

  static func settings(
    notice: String = "", headlines: [HeadlineRequest] = [headline()], asOf: String = "2025-03-31",
    since: String? = nil, languages: [MessageCatalogue] = []
  ) -> PublicationSettings {
    PublicationSettings(
      title: "Accounts taken down", notice: notice, reportingZone: "Europe/London",
      yearStart: YearStart("07-01") ?? .january,
      asOf: CalendarDate(asOf) ?? CalendarDate(days: 0),
      agencies: [
        Agency(
          id: "uk-nca", name: "National Crime Agency", country: "GB",
          nameInSentence: "the National Crime Agency"),
        Agency(id: "europol", name: "Europol", country: ""),
        Agency(
          id: "se-police", name: "Swedish Police Authority", country: "SE",
          nameInSentence: "the Swedish Police Authority"),
      ],
      platforms: [
        Platform(id: "facebook", name: "Facebook", company: "meta"),
        Platform(id: "tiktok", name: "TikTok", company: "bytedance"),
      ],
      headlines: headlines,
      sources: [SourceDescription(id: "nca-csv", agency: "uk-nca", format: "csv")],
      publishedSources: ["A statement"], since: since.flatMap { CalendarDate($0) },
      languages: languages)
  }

  static func headline(
    measure: String = "accounts", agency: String = "uk-nca", platform: String = "all",
    period: HeadlineRequest.Period = .toDate, percentDecimals: Int? = nil
  ) -> HeadlineRequest {
    HeadlineRequest(
      id: "main", measure: measure, agency: agency, platform: platform, period: period,
      percentDecimals: percentDecimals)
  }
}
