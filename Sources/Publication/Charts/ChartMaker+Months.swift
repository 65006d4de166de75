import ReleaseModel
import TakedownModel

extension ChartMaker {
  /// The months of this reporting year beside those of the year before: all agencies together, and
  /// the agency of the first headline.
  func yearOverYearByMonth(_ rows: [ComparisonRow]) -> Chart? {
    let period = settings.period(of: .toDate)
    let months = rows.filter { row in
      guard let start = row.start, let end = row.end else { return false }
      return row.periodKind == "month" && row.platform == DisplayNames.all
        && start >= period.start && end <= period.end
    }
    let agencies = agenciesShown.filter { id in months.contains { $0.agency == id } }
    guard let first = agencies.first else { return nil }

    let shown = agencies.flatMap { id in chronological(months.filter { $0.agency == id }) }
    let year = settings.yearStart.year(holding: period.start)
    let later = settings.yearStart.name(ofYear: year)
    let earlier = settings.yearStart.name(ofYear: year - 1)
    let points = shown.enumerated().flatMap { index, row in
      self.points(
        row, category: monthName(row), order: 2 * index + 1, series: (earlier, later))
    }
    let headline = headline(shown.filter { $0.agency == first })
    return Chart(
      name: "year-over-year-by-month", headline: headline,
      subtitle: "\(measured(shown)) in each month, \(period.spoken), and in the same months a year "
        + "earlier.",
      notes: [
        "An account counts once in each month in which it was taken down, so months do not add up "
          + "to a year."
      ] + closing(points, hasBreak: shown.contains { $0.marks.contains("[b]") }),
      notice: settings.notice,
      figures: figures(points.filter { $0.agency == first }), shape: .barsUpwards,
      unit: "Accounts", hasPanels: agencies.count > 1, breaks: breaks(of: shown), points: points)
  }

  /// The rows by their last days.
  func chronological(_ rows: [ComparisonRow]) -> [ComparisonRow] {
    rows.enumerated().sorted {
      ($0.element.end?.days ?? 0, $0.offset) < ($1.element.end?.days ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The events within the months of either year, for those whom the chart shows; each before the
  /// first month whose figure it touches.
  func breaks(of rows: [ComparisonRow]) -> [Chart.Break] {
    var months: [[ComparisonRow]] = []
    for row in rows {
      if let place = months.firstIndex(where: { $0[0].end == row.end }) {
        months[place].append(row)
      } else {
        months.append([row])
      }
    }
    return settings.breaks.compactMap { event in
      let place = months.firstIndex { rows in
        rows.contains { $0.holds(event.date) && event.touches($0.agency) }
      }
      return place.map { Chart.Break(before: $0, text: "\(event.date.spoken): \(event.text)") }
    }
  }

  private func monthName(_ row: ComparisonRow) -> String {
    guard let start = row.start else { return row.period }
    return CalendarDate.monthNames[start.components.month - 1]
  }

  /// In how many months there were more than a year earlier.
  private func headline(_ rows: [ComparisonRow]) -> String {
    let compared = rows.compactMap { row in
      row.value.flatMap { value in row.baseValue.map { value - $0 } }
    }
    guard compared.count > 1, !rows.contains(where: \.isHidden) else {
      return "Accounts taken down by month"
    }
    let more = compared.count { $0 > 0 }
    let share =
      switch more {
      case 0: "none"
      case compared.count: "each"
      default: String(more)
      }
    let whose =
      rows.first.map { row in
        row.agency == DisplayNames.all ? "" : " by \(names.agencyInSentence(row.agency))"
      } ?? ""
    return
      "More accounts were taken down\(whose) than a year earlier in \(share) of \(compared.count) months"
  }
}

extension ComparisonRow {
  /// Whether a day is in the period or in the one that it is compared with.
  fileprivate func holds(_ day: CalendarDate) -> Bool {
    [(start, end), (baseStart, baseEnd)].contains { start, end in
      guard let start, let end else { return false }
      return start <= day && day <= end
    }
  }
}

extension SeriesBreak {
  /// Whether a figure of an agency on all platforms is touched by the event.
  func touches(_ agency: String) -> Bool {
    platform == nil
      && (self.agency == nil || agency == DisplayNames.all || agency == self.agency)
  }
}
