import ReleaseModel
import TakedownModel

extension ChartMaker {
  /// What has been said in public about whole calendar years; marked, and with nothing counted beside.
  func publishedByYear(_ counts: [CountRow]) -> Chart? {
    let shown = counts.enumerated()
      .filter { $0.element.origin == .published && $0.element.value != nil }
      .compactMap { index, row in calendarYear(of: row).map { (index: index, row: row, year: $0) } }
      .sorted { ($0.year, $0.row.agency, $0.index) < ($1.year, $1.row.agency, $1.index) }
    guard !shown.isEmpty else { return nil }

    var seen: [String: Int] = [:]
    var points: [ChartPoint] = []
    for (_, row, year) in shown {
      let name = "\(year), \(NumberText.units(row.counts.isEmpty ? row.measure : row.counts))"
      let key = "\(name)\n\(row.agency)"
      let times = (seen[key] ?? 0) + 1
      seen[key] = times
      let agency = names.agency(row.agency)
      points.append(
        point(
          order: points.count + 1,
          category: "\(name), \(agency)" + (times > 1 ? " (\(times))" : ""), series: agency,
          agency: row.agency, platform: row.platform, measure: row.measure, start: row.start,
          end: row.end, value: row.value, status: row.status, qualifier: row.qualifier,
          source: row.source))
    }
    return Chart(
      name: "published-by-year", headline: "Figures said in public about full calendar years",
      subtitle: "Published figures, as they were said; not counted from the logs. 1 January to "
        + "31 December of each year.",
      notes: [
        "They count different things, and a figure said with a word such as ‘almost’ is not exact.",
        "Source: public statements, listed in the table of the chart.",
      ],
      notice: settings.notice, figures: figures(points), shape: .barsRightwards,
      unit: "As published", isGrouped: false,
      points: points)
  }

  private func calendarYear(of row: CountRow) -> Int? {
    guard let start = row.start, let end = row.end else { return nil }
    let year = start.components.year
    let isWhole =
      start == CalendarDate(year: year, month: 1, day: 1)
      && end == CalendarDate(year: year, month: 12, day: 31)
    return isWhole ? year : nil
  }
}
