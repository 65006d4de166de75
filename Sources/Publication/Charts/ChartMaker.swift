import ReleaseModel
import Tabular
import TakedownModel

/// Makes the charts that the tables have figures for; one without any is left out.
struct ChartMaker {
  let settings: PublicationSettings
  let names: DisplayNames

  /// The charts in the order in which they are described here.
  func charts(counts: [CountRow], comparisons: [ComparisonRow]) -> [Chart] {
    let accounts = comparisons.filter { $0.origin == .counted && $0.measure == "accounts" }
    return [
      yearOverYearByMonth(accounts), byMonthCumulative(accounts), byPlatform(accounts),
      byAgency(accounts), byYear(counts),
      publishedByYear(counts),
    ].compactMap(\.self)
  }

  /// A point, with the names of its agency and platform, and its label.
  func point(
    order: Int, category: String, series: String, agency: String, platform: String,
    measure: String, start: CalendarDate?, end: CalendarDate?, value: Int?, status: String,
    qualifier: String = "", source: String
  ) -> ChartPoint {
    ChartPoint(
      order: order, category: category, series: series, agency: (agency, names.agency(agency)),
      platform: (platform, names.platform(platform)), measure: measure, start: start, end: end,
      value: value, status: status,
      label: ChartLabel(value: value, status: status, qualifier: qualifier).text, source: source)
  }

  /// The two bars of a comparison: the earlier period above the later one.
  func points(
    _ row: ComparisonRow, category: String, order: Int, series: (earlier: String, later: String)
  ) -> [ChartPoint] {
    [
      point(
        order: order, category: category, series: series.earlier, agency: row.agency,
        platform: row.platform, measure: row.measure, start: row.baseStart, end: row.baseEnd,
        value: row.baseValue, status: row.hidesBase ? "c" : "", source: row.source),
      point(
        order: order + 1, category: category, series: series.later, agency: row.agency,
        platform: row.platform, measure: row.measure, start: row.start, end: row.end,
        value: row.value, status: row.status, source: row.source),
    ]
  }

  /// Whether a comparison is of the current period to date.
  func isToDate(_ row: ComparisonRow) -> Bool {
    let period = settings.period(of: .toDate)
    return row.periodKind == "to-date" && row.start == period.start && row.end == period.end
  }

  /// Whose figures a chart over time shows: all agencies together, and that of the first headline.
  var agenciesShown: [String] {
    var agencies = [DisplayNames.all]
    if let agency = settings.headlines.first?.agency, agency != DisplayNames.all {
      agencies.append(agency)
    }
    return agencies
  }

  /// Notes that every chart of counted figures ends with.
  func closing(_ points: [ChartPoint], hasBreak: Bool = false) -> [String] {
    var legend: [String] = []
    if points.contains(where: { $0.status == "provisional" }) {
      legend.append("[p], paler or dashed: provisional.")
    }
    if points.contains(where: { $0.label == "[x]" }) { legend.append("[x] not available.") }
    if points.contains(where: { $0.label == "[c]" }) {
      legend.append("[c] not shown: small, or would give a small number away.")
    }
    if hasBreak {
      legend.append("The two periods are not fully comparable: see the methodology.")
    }
    return [legend.joined(separator: " "), "Source: logs of the agencies."]
  }

  /// The points in words: the first categories, each with its figures.
  func figures(_ points: [ChartPoint]) -> String {
    var categories: [String] = []
    for point in points where !categories.contains(point.category) {
      categories.append(point.category)
    }
    let shown = categories.prefix(12).map { category in
      let own = points.filter { $0.category == category }
      return "\(category): "
        + own.map { "\($0.label) (\($0.series))" }.joined(separator: ", ")
    }
    let more = categories.count - shown.count
    return shown.joined(separator: "; ") + (more > 0 ? "; \(more) more in the table." : ".")
  }

  /// `Number of accounts taken down (accounts and pages)`.
  func measured(_ rows: [ComparisonRow]) -> String {
    let units = NumberText.units(rows.first?.counts ?? "")
    return "Number of accounts taken down" + (units.isEmpty ? "" : " (\(units))")
  }
}
