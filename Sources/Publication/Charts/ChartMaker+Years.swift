import ReleaseModel
import TakedownModel

extension ChartMaker {
  /// Accounts of up to ten reporting years, the unfinished one last: all agencies together, and the
  /// agency of the first headline.
  func byYear(_ counts: [CountRow]) -> Chart? {
    let current = settings.period(of: .toDate)
    let years = counts.filter { row in
      row.origin == .counted && row.measure == "accounts" && row.platform == DisplayNames.all
        && (row.periodKind == "year" || row.periodKind == "to-date" && row.start == current.start)
    }
    let agencies = agenciesShown
    let starts = Set(years.filter { agencies.contains($0.agency) }.compactMap(\.start)).sorted()
      .suffix(10)
    guard starts.count > 1 else { return nil }

    var points: [ChartPoint] = []
    for agency in agencies where years.contains(where: { $0.agency == agency }) {
      for start in starts {
        let row = years.first { $0.agency == agency && $0.start == start }
        let year = settings.yearStart.year(holding: start)
        points.append(
          point(
            order: points.count + 1, category: settings.yearStart.name(ofYear: year),
            series: names.agency(agency), agency: agency, platform: DisplayNames.all,
            measure: "accounts", start: start,
            end: row?.end ?? settings.yearStart.end(ofYear: year),
            value: row?.value, status: row?.status ?? "", source: row?.source ?? ""))
      }
    }
    return Chart(
      name: "by-year", headline: headline(points, current),
      subtitle: "Number of accounts taken down in each reporting year"
        + (isUnfinished(current)
          ? "; the last one is counted up to \(settings.asOf.spoken)." : "."),
      notes: [
        "An account counts once in each year in which it was taken down."
      ] + closing(points),
      notice: settings.notice, figures: figures(points), shape: .lines, unit: "Accounts",
      breaks: breaks(starts, agencies), points: points)
  }

  private func isUnfinished(_ period: ReportingPeriod) -> Bool {
    settings.yearStart.end(ofYear: settings.yearStart.year(holding: period.start)) != period.end
  }

  private func headline(_ points: [ChartPoint], _ current: ReportingPeriod) -> String {
    let first = points.filter { $0.agency == points.first?.agency }
    guard first.count > 1, let last = first.last, let before = first.dropLast().last,
      let value = last.value, let base = before.value
    else { return "Accounts taken down by reporting year" }
    let number = NumberText.counted(value, "account", "accounts")
    if isUnfinished(current), last.start == current.start {
      return NumberText.capitalised(
        "\(number) taken down so far in \(last.category), against \(NumberText.grouped(base)) "
          + "in the whole of \(before.category)")
    }
    let words = value == base ? "as many as" : value > base ? "more than" : "fewer than"
    return NumberText.capitalised(
      "\(number) taken down in \(last.category), \(words) in \(before.category)")
  }

  private func breaks(
    _ starts: ArraySlice<CalendarDate>, _ agencies: [String]
  ) -> [Chart.Break] {
    settings.breaks.compactMap { event in
      guard let first = starts.first, event.date > first, event.date <= settings.asOf,
        agencies.contains(where: event.touches)
      else { return nil }
      // The year in which it happened is the first that differs.
      let before = starts.count { $0 <= event.date } - 1
      return Chart.Break(before: before, text: "\(event.date.spoken): \(event.text)")
    }
  }
}
