import ReleaseModel
import TakedownModel

extension ChartMaker {
  /// Accounts on each platform, this year to date beside the year before.
  func byPlatform(_ rows: [ComparisonRow]) -> Chart? {
    let toDate = rows.filter { isToDate($0) && $0.platform != DisplayNames.all }
    // All agencies together where they were counted together, else the agency of the headlines.
    let agencies = [DisplayNames.all] + settings.headlines.map(\.agency)
    let agency = agencies.first { id in toDate.contains { $0.agency == id } }
    let shown = toDate.filter { $0.agency == agency }
    let leader = leader(shown, named: \.platform)
    return bars(
      name: "by-platform", shown, category: { names.platform($0.platform) },
      headline: leader.flatMap { $0 == Platform.unmapped ? nil : $0 }
        .map { "\(names.platform($0)) had the most accounts taken down" }
        ?? "Accounts taken down by platform",
      note: agency.map { agency in
        agency == DisplayNames.all ? "All agencies together." : "\(names.agency(agency))."
      } ?? "")
  }

  /// Accounts of each agency, this year to date beside the year before.
  func byAgency(_ rows: [ComparisonRow]) -> Chart? {
    let shown = rows.filter {
      isToDate($0) && $0.platform == DisplayNames.all && $0.agency != DisplayNames.all
    }
    let note =
      shown.count > 1
      ? "An account taken down by several agencies counts for each of them, so the bars can add up "
        + "to more than all agencies together."
      : ""
    let leader = leader(shown, named: \.agency)
    return bars(
      name: "by-agency", shown, category: { names.agency($0.agency) },
      headline: leader.map {
        NumberText.capitalised(
          "\(names.agencyInSentence($0)) had the most accounts taken down")
      } ?? "Accounts taken down by agency",
      note: note)
  }

  /// The one with the greatest value; nil where there are not two, or two are first.
  private func leader(
    _ rows: [ComparisonRow], named name: (ComparisonRow) -> String
  ) -> String? {
    let ranked = ranked(rows)
    // A hidden value may be the greatest.
    guard !rows.contains(where: \.hidesValue) else { return nil }
    guard ranked.count > 1, let first = ranked[0].value, first > ranked[1].value ?? 0 else {
      return nil
    }
    return name(ranked[0])
  }

  /// Greatest first; equal ones by id, so that the order depends on nothing else.
  private func ranked(_ rows: [ComparisonRow]) -> [ComparisonRow] {
    rows.sorted {
      ($1.value ?? -1, $0.platform, $0.agency) < ($0.value ?? -1, $1.platform, $1.agency)
    }
  }

  private func bars(
    name: String, _ rows: [ComparisonRow], category: (ComparisonRow) -> String,
    headline: String, note: String
  ) -> Chart? {
    guard let first = rows.first, rows.contains(where: { $0.value != nil }) else { return nil }
    let later = first.period.isEmpty ? "This year" : first.period
    let earlier =
      first.basePeriod.isEmpty || first.basePeriod == later ? "A year earlier" : first.basePeriod
    let points = ranked(rows).enumerated().flatMap { index, row in
      self.points(
        row, category: category(row), order: 2 * index + 1, series: (earlier, later))
    }
    let period = settings.period(of: .toDate)
    return Chart(
      name: name, headline: headline,
      subtitle: "\(measured(rows)), \(period.spoken), and in the same period a year earlier.",
      notes: [note] + closing(points, hasBreak: rows.contains { $0.marks.contains("[b]") }),
      notice: settings.notice, figures: figures(points),
      shape: .barsRightwards, unit: "Accounts", points: points)
  }
}
