import Tabular
import TakedownModel

/// The figures of a headline as members of a JSON object; what is not available is null.
struct HeadlineMembers {
  let members: [JSONValue.Member]

  init(_ headline: Headline) {
    members =
      switch headline.content {
      case .count(let figure): Self.count(figure, headline.request.percentDecimals)
      case .rate(let rate): Self.rate(rate)
      case .time(let time): Self.time(time)
      case .unavailable: Self.absent(isHidden: headline.isHidden)
      }
  }

  private static func absent(isHidden: Bool) -> [JSONValue.Member] {
    let absent = [
      "value", "value_rounded", "value_hedge", "base", "change", "change_rounded",
      "percent_change", "basis",
    ]
    return absent.map { .init($0, .null) } + [
      .init("status", isHidden ? "c" : "not-available"),
      .init("marks", [isHidden ? "[c]" : "[x]"]),
    ]
  }

  private static func ending(
    _ row: ComparisonRow?, _ status: String, _ marks: [String]
  ) -> [JSONValue.Member] {
    [
      .init("basis", row.map { .string($0.basis) } ?? .null),
      .init("status", .string(status)),
      .init("marks", .array(marks.map(JSONValue.string))),
    ]
  }

  private static func days(_ row: ComparisonRow?) -> [JSONValue.Member] {
    [
      .init("start", row?.baseStart.map { .string($0.description) } ?? .null),
      .init("end", row?.baseEnd.map { .string($0.description) } ?? .null),
    ]
  }

  // MARK: - Counts

  private static func count(_ figure: HeadlineFigure, _ decimals: Int?) -> [JSONValue.Member] {
    let rounding = figure.rounding
    let percent = figure.row?.percentChange ?? ""
    var members: [JSONValue.Member] = [
      .init("value", .integer(rounding.value.exact)),
      .init("value_rounded", .integer(rounding.value.rounded)),
      .init("value_hedge", rounding.value.hedge.map { .string($0.rawValue) } ?? .null),
      .init("base", base(figure.row, rounding.base)),
      .init("change", rounding.change.map { .integer($0.exact) } ?? .null),
      .init("change_rounded", rounding.change.map { .integer($0.rounded) } ?? .null),
      .init("percent_change", percent.isEmpty ? .null : .number(percent)),
    ]
    if let decimals {
      let rounded = figure.percent(decimals: decimals).map(number) ?? .null
      members.append(.init("percent_change_rounded", rounded))
    }
    return members + ending(figure.row, figure.status, figure.marks)
  }

  private static func base(_ row: ComparisonRow?, _ figure: RoundedFigure?) -> JSONValue {
    .object(
      days(row) + [
        .init("value", figure.map { .integer($0.exact) } ?? .null),
        .init("value_rounded", figure.map { .integer($0.rounded) } ?? .null),
        .init("value_hedge", figure?.hedge.map { .string($0.rawValue) } ?? .null),
      ])
  }

  // MARK: - Rates and times

  private static func rate(_ rate: HeadlineRate) -> [JSONValue.Member] {
    func parts(_ side: HeadlineRate.Side?) -> [JSONValue.Member] {
      [
        .init("value", side.map { number($0.fraction.rounded(rate.decimals)) } ?? .null),
        .init("numerator", side.map { .integer($0.numerator) } ?? .null),
        .init("denominator", side.map { .integer($0.denominator) } ?? .null),
      ]
    }
    let isPercent = rate.rule.factor == 100
    return parts(rate.value) + [
      .init("left_out", isPercent ? .integer(rate.value.leftOut) : .null),
      .init("unit", isPercent ? "percent" : "per million users"),
      .init("base", .object(days(rate.comparison) + parts(rate.base))),
      .init("change", rate.difference.map { number($0.size) } ?? .null),
    ] + ending(rate.comparison, rate.side.status, rate.side.marks)
  }

  private static func time(_ time: HeadlineTime) -> [JSONValue.Member] {
    func hours(_ seconds: ExactFraction) -> JSONValue {
      number(seconds.divided(by: 3600).rounded(1))
    }
    func parts(_ side: HeadlineTime.Side?) -> [JSONValue.Member] {
      func share(_ count: Int?) -> JSONValue {
        count.flatMap { side?.share($0) }.map { number($0.rounded(time.decimals)) } ?? .null
      }
      return [
        .init("value", side.map { hours($0.median) } ?? .null),
        .init("p90", side.map { hours($0.ninetieth) } ?? .null),
        .init("within_24_hours_percent", share(side?.within24)),
        .init("within_72_hours_percent", share(side?.within72)),
        .init("records", side.map { .integer($0.records) } ?? .null),
        .init("with_both_times", side.map { .integer($0.timed) } ?? .null),
      ]
    }
    return parts(time.value) + [
      .init("unit", "hours"),
      .init("base", .object(days(time.comparison) + parts(time.base))),
      .init("change", time.difference.map { number($0.size) } ?? .null),
    ] + ending(time.comparison, time.side.status, time.side.marks)
  }

  private static func number(_ value: RoundedDecimal) -> JSONValue {
    .number(value.text(grouping: "", decimal: "."))
  }
}
