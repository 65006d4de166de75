import ReleaseModel
import TakedownModel

extension ChartMaker {
  /// The accounts from the start of this reporting year to the end of each month beside those of the
  /// year before: all agencies together, and the agency of the first headline.
  func byMonthCumulative(_ rows: [ComparisonRow]) -> Chart? {
    let period = settings.period(of: .toDate)
    let cumulative = rows.filter { row in
      guard let start = row.start, let end = row.end else { return false }
      return row.periodKind == "year-to-month" && row.platform == DisplayNames.all
        && start == period.start && end <= period.end
    }
    let agencies = agenciesShown.filter { id in cumulative.contains { $0.agency == id } }
    guard let first = agencies.first else { return nil }

    let shown = agencies.flatMap { id in chronological(cumulative.filter { $0.agency == id }) }
    let year = settings.yearStart.year(holding: period.start)
    let series = (
      earlier: settings.yearStart.name(ofYear: year - 1),
      later: settings.yearStart.name(ofYear: year)
    )
    let points = shown.enumerated().flatMap { index, row in
      self.points(row, category: category(row), order: 2 * index + 1, series: series)
    }
    return Chart(
      name: "by-month-cumulative", headline: headline(shown.filter { $0.agency == first }),
      subtitle: "\(measured(shown)) from the start of the reporting year to the end of each month, "
        + "\(period.spoken), and in the same period a year earlier.",
      notes: [
        "An account counts once, in the first month of the year in which it was taken down."
          + (isUnfinished(shown) ? " The last month is counted up to \(period.end.spoken)." : "")
      ] + closing(points, hasBreak: shown.contains { $0.marks.contains("[b]") }),
      notice: settings.notice,
      figures: figures(points.filter { $0.agency == first }), shape: .lines, unit: "Accounts",
      hasPanels: agencies.count > 1, breaks: breaks(of: shown), points: points)
  }

  /// The month that a period ends with; where the year ends with days of the month that it began
  /// with, those days.
  private func category(_ row: ComparisonRow) -> String {
    guard let start = row.start, let end = row.end else { return row.period }
    let (first, last) = (start.components, end.components)
    let name = CalendarDate.monthNames[last.month - 1]
    guard last.month == first.month, last.year != first.year else { return name }
    return first.day == 2 ? "1 \(name)" : "1–\(first.day - 1) \(name)"
  }

  private func isUnfinished(_ rows: [ComparisonRow]) -> Bool {
    rows.contains { row in
      guard let end = row.end else { return false }
      let year = settings.yearStart.year(holding: end)
      return !settings.yearStart.monthEnds(ofYear: year).contains(end)
    }
  }

  /// How many there were at the end of the last month, and a year earlier.
  private func headline(_ rows: [ComparisonRow]) -> String {
    guard let last = rows.last, let start = last.start, let end = last.end, let value = last.value,
      let base = last.baseValue
    else { return "Accounts taken down from the start of the reporting year" }
    let whose =
      last.agency == DisplayNames.all ? "" : " by \(names.agencyInSentence(last.agency))"
    let number = NumberText.counted(value, "account", "accounts")
    let earlier =
      value == base
      ? "as many as a year earlier"
      : "\(value > base ? "up" : "down") from \(NumberText.grouped(base)) a year earlier"
    return NumberText.capitalised(
      "\(number) taken down\(whose) from \(start.spoken) to \(end.spoken), \(earlier)")
  }
}
