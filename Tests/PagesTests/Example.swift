import Pages
import Pictures
import Publication
import ReleaseModel
import Tabular
import TakedownModel
import Testing

/// A release of as many agencies and platforms as there are names, each with figures.
enum Example {
  static func release(
    agencies: [String], platforms: [String], title: String = "Accounts taken down",
    notice: String = "Made-up figures", status: String = "provisional", note: String = ""
  ) throws -> ReleaseContents {
    let agencyIDs = agencies.indices.map { "agency-\($0)" }
    let platformIDs = platforms.indices.map { "platform-\($0)" }
    var comparisons = [comparison(value: 5000)]
    comparisons += agencyIDs.enumerated().map { comparison($1, value: 100 + $0) }
    comparisons += platformIDs.enumerated().map { comparison(platform: $1, value: 1200 + $0) }
    if !note.isEmpty {
      comparisons.append(
        comparison(value: 7).merging([
          "period_kind": "year", "period": "2023/24", "period_start": "2023-07-01",
          "period_end": "2024-06-30", "status": "revised", "marks": "[r]", "note": note,
        ]) { $1 })
    }
    let counts = platformIDs.map { comparison(platform: $0, value: 1) }
    let settings = PublicationSettings(
      title: title, notice: notice, reportingZone: "Europe/London",
      yearStart: YearStart("07-01") ?? .january,
      asOf: CalendarDate("2025-03-31") ?? CalendarDate(days: 0),
      agencies: zip(agencyIDs, agencies).map { Agency(id: $0, name: $1, country: "") },
      platforms: zip(platformIDs, platforms).map { Platform(id: $0, name: $1, company: "") },
      headlines: agencyIDs.map {
        HeadlineRequest(
          id: $0, measure: "accounts", agency: $0, platform: "all", period: .toDate)
      },
      sources: agencyIDs.map { SourceDescription(id: $0, agency: $0, format: "csv") },
      publishedSources: agencies)
    return try Publish(settings: settings).run(
      PublicationInput(
        counts: table(counts), comparisons: table(comparisons),
        coverage: Table(
          columns: ["agency", "records", "takedowns", "first_day", "last_day"],
          rows: agencyIDs.map { [$0, "9", "8", "2023-07-01", "2025-03-31"] }),
        accounting: Table(
          columns: [
            "source", "rows", "records", "rejects", "counted", "duplicates", "not_counted",
            "supplied",
          ], rows: [["all", "100", "98", "2", "90", "5", "3", "0"]]),
        notCounted: Table(columns: ["reason", "records"], rows: [["no date", "3"]])))
  }

  /// `index.html` and `feed.xml`.
  static func files(
    of release: ReleaseContents, templates: PageTemplates? = nil
  ) throws -> [String: String] {
    let format = PageFiles(templates: try templates ?? PageTemplates(), sha256: digest)
    let files = format.files(of: release, beside: ChartFiles().files(of: release))
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// As long as a SHA-256, and as different as the test needs: FNV-1a, four times over.
  private static let digest: @Sendable ([UInt8]) -> String = { bytes in
    (0..<4).map { round in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(round)
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private static let columns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end", "value", "base_period", "base_start", "base_end", "base_value", "change",
    "percent_change", "factor", "basis", "status", "marks", "qualifier", "base_qualifier", "note",
    "source", "coverage", "agencies", "base_agencies", "platforms", "base_platforms",
  ]

  private static func comparison(
    _ agency: String = "all", platform: String = "all", value: Int
  ) -> [String: String] {
    [
      "origin": "counted", "measure": "accounts", "counts": "account+page", "agency": agency,
      "platform": platform, "period_kind": "to-date", "period": "2024/25 to date",
      "period_start": "2024-07-01", "period_end": "2025-03-31", "value": String(value),
      "base_period": "2023/24 to date", "base_start": "2023-07-01", "base_end": "2024-03-31",
      "base_value": "2000", "change": String(value - 2000), "percent_change": "1.5",
      "factor": "1.02", "basis": "same-period", "status": "provisional", "marks": "[p]",
    ]
  }

  private static func table(_ rows: [[String: String]]) -> Table {
    Table(columns: columns, rows: rows.map { row in columns.map { row[$0] ?? "" } })
  }
}
