import Tabular
import TakedownModel

/// The headlines as the two files of the release.
struct HeadlineReport {
  private let headlines: [Headline]
  private let names: DisplayNames
  private let notice: String
  private let asOf: CalendarDate
  private let coverage: [CoverageRow]

  init(
    _ headlines: [Headline], coverage: [CoverageRow], settings: PublicationSettings,
    names: DisplayNames
  ) {
    self.headlines = headlines
    self.names = names
    self.coverage = coverage
    notice = settings.notice
    asOf = settings.asOf
  }

  /// One headline a paragraph, then the notice.
  var text: String {
    let sentences = headlines.map { HeadlineSentence($0, names: names).text }
    let paragraphs = notice.isEmpty ? sentences : sentences + [notice]
    return paragraphs.isEmpty ? "" : paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// The same with the exact figures beside; numbers that are not available are null.
  var json: JSONValue {
    .object([
      "version": 1,
      "notice": .string(notice),
      "as_of": .string(asOf.description),
      "headlines": .array(headlines.map(entry)),
    ])
  }

  private func entry(_ headline: Headline) -> JSONValue {
    let request = headline.request
    let what: [JSONValue.Member] = [
      .init("id", .string(request.id)),
      .init("sentence", .string(HeadlineSentence(headline, names: names).text)),
      .init("measure", .string(request.measure)),
      .init("agency", named(request.agency, names.agency(request.agency))),
      .init("platform", named(request.platform, names.platform(request.platform))),
      .init("period", days(headline.period.start, headline.period.end)),
    ]
    return .object(what + figures(headline) + [.init("source_agencies", sources(of: headline))])
  }

  private func figures(_ headline: Headline) -> [JSONValue.Member] {
    guard case .figure(let figure) = headline.content else {
      let absent = [
        "value", "value_rounded", "value_hedge", "base", "change", "change_rounded",
        "percent_change", "basis",
      ]
      return absent.map { .init($0, .null) } + [
        .init("status", headline.isHidden ? "c" : "not-available"),
        .init("marks", [headline.isHidden ? "[c]" : "[x]"]),
      ]
    }
    let row = figure.row
    let rounding = figure.rounding
    return [
      .init("value", .integer(rounding.value.exact)),
      .init("value_rounded", .integer(rounding.value.rounded)),
      .init("value_hedge", rounding.value.hedge.map { .string($0.rawValue) } ?? .null),
      .init("base", base(row, rounding.base)),
      .init("change", rounding.change.map { .integer($0.exact) } ?? .null),
      .init("change_rounded", rounding.change.map { .integer($0.rounded) } ?? .null),
      .init("percent_change", row.percentChange.isEmpty ? .null : .number(row.percentChange)),
      .init("basis", .string(row.basis)),
      .init("status", .string(row.status)),
      .init("marks", .array(row.marks.map(JSONValue.string))),
    ]
  }

  private func base(_ row: ComparisonRow, _ figure: RoundedFigure?) -> JSONValue {
    .object([
      "start": row.baseStart.map { .string($0.description) } ?? .null,
      "end": row.baseEnd.map { .string($0.description) } ?? .null,
      "value": figure.map { .integer($0.exact) } ?? .null,
      "value_rounded": figure.map { .integer($0.rounded) } ?? .null,
      "value_hedge": figure?.hedge.map { .string($0.rawValue) } ?? .null,
    ])
  }

  private func named(_ id: String, _ name: String) -> JSONValue {
    .object(["id": .string(id), "name": .string(name)])
  }

  private func days(_ start: CalendarDate, _ end: CalendarDate) -> JSONValue {
    .object(["start": .string(start.description), "end": .string(end.description)])
  }

  /// The agency asked for, or every one whose logs hold records.
  private func sources(of headline: Headline) -> JSONValue {
    let covered = coverage.filter { $0.hasRecords }.map(\.agency)
    let id = headline.request.agency
    let agencies = id == DisplayNames.all ? covered : covered.filter { $0 == id }
    return .array(agencies.map { .string($0) })
  }
}
