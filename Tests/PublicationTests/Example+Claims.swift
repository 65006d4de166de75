import Publication
import Tabular

extension Example {
  static let checkColumns = [
    "check", "kind", "verdict", "status", "reading", "agency", "measure", "counts", "change_said",
    "figures_allow", "words_allow", "at_least", "at_most", "short_by", "records", "arithmetic",
    "note",
  ]
  static let claimFigureColumns = [
    "check", "part", "figure_id", "publisher", "published_on", "agency", "measure", "counts",
    "period_start", "period_end", "qualifier", "value", "source_title", "source_url",
    "allowed_low", "allowed_high", "used", "holds_low", "holds_high",
  ]

  /// A check of each kind, with some cells of each replaced.
  static func checks(_ cells: [String: String] = [:]) -> [[String: String]] {
    let all = ["agency": "uk-nca", "measure": "taken-down", "counts": "accounts"]
    return [
      [
        "check": "1", "kind": "together", "verdict": "cannot hold", "reading": "one unit",
        "counts": "accounts+pages", "at_least": "29000", "at_most": "27999", "short_by": "1001",
        "arithmetic": "11,500 + 17,500 = 29,000; 27,999; 29,000 - 27,999 = 1,001",
        "note": "At least 1,001 were counted again.",
      ],
      [
        "check": "2", "kind": "stated-change", "verdict": "can agree", "change_said": "+40%",
        "figures_allow": "+41.6% to +62.1%", "words_allow": "+35.0% to +45.0%",
        "arithmetic": "8,001 / 5,650 - 1 = +41.6%; 8,999 / 5,550 - 1 = +62.1%",
      ],
      [
        "check": "3", "kind": "records", "verdict": "cannot agree", "at_least": "8001",
        "at_most": "8999", "records": "8000", "note": "the records count 8,000",
      ],
      ["check": "4", "kind": "not-read", "verdict": "not read", "note": "no qualifier"],
    ].map { $0.merging(all) { own, _ in own }.merging(cells) { $1 } }
  }

  /// A figure of a check, with some cells replaced.
  static func said(
    _ check: Int, _ part: String = "figure", _ cells: [String: String] = [:]
  ) -> [String: String] {
    [
      "check": String(check), "part": part, "figure_id": "a", "publisher": "Home Office",
      "published_on": "2025-04-01", "agency": "uk-nca", "measure": "taken-down",
      "counts": "accounts", "period_start": "2024-01-01", "period_end": "2024-12-31",
      "qualifier": "more than", "value": "8000", "source_title": "A statement",
      "source_url": "https://example.org/a", "allowed_low": "8001", "allowed_high": "8999",
    ].merging(cells) { $1 }
  }

  static func claims(
    _ cells: [String: String] = [:], figures: [String: String] = [:]
  ) -> SaidClaims {
    SaidClaims(
      checks: table(checkColumns, checks(cells)),
      figures: table(
        claimFigureColumns,
        [
          said(1, "at-least", ["used": "11500"]), said(1, "at-least", ["used": "17500"]),
          said(1, "at-most", ["used": "27999"]),
          said(2, "figure", ["holds_low": "8001", "holds_high": "8192"]), said(2, "base"), said(3),
          said(4, "figure", ["allowed_low": "", "allowed_high": ""]),
        ].map { $0.merging(figures) { $1 } }),
      reading: ["About v: within half of that.", "This does not say which figure is wrong."])
  }
}
