import ReleaseModel
import TakedownModel

/// Makes the few tables that most readers look for, and lists what was revised.
struct SummaryMaker {
  let settings: PublicationSettings
  let names: DisplayNames

  /// The tables that there are figures for.
  func tables(_ comparisons: [ComparisonRow]) -> [SummaryTable] {
    let accounts = comparisons.filter {
      $0.origin == .counted && $0.measure == "accounts" && $0.isPlain
    }
    let period = settings.period(of: .toDate)
    let toDate = accounts.filter {
      $0.periodKind == "to-date" && $0.start == period.start && $0.end == period.end
    }
    let months = accounts.filter { row in
      guard let start = row.start else { return false }
      return row.periodKind == "month" && row.platform == DisplayNames.all
        && start >= period.start && start <= period.end
    }
    return [
      table(
        "to-date-by-agency", "Accounts taken down by agency, this year to date", "Agency",
        allLast(toDate.filter { $0.platform == DisplayNames.all }, id: \.agency),
        scope: "All platforms",
        notes: [
          "An account that several agencies had taken down counts for each of them and once for "
            + "all agencies."
        ]
      ) { names.agency($0.agency) },
      table(
        "to-date-by-platform", "Accounts taken down by platform, this year to date", "Platform",
        allLast(toDate.filter { $0.agency == DisplayNames.all }, id: \.platform),
        scope: names.agency(DisplayNames.all), notes: []
      ) { names.platform($0.platform) },
      table(
        "by-month", "Accounts taken down by month, beside the same month a year earlier", "Month",
        months.filter { $0.agency == DisplayNames.all }
          .sorted { ($0.start?.days ?? 0) < ($1.start?.days ?? 0) },
        scope: "\(names.agency(DisplayNames.all)), all platforms",
        notes: [
          "An account counts once in each month in which it was taken down, so months do not add "
            + "up to a year."
        ]
      ) { monthName($0) },
    ].compactMap(\.self)
  }

  /// Figures that an earlier release had otherwise, in the order of the comparisons.
  func revisions(_ comparisons: [ComparisonRow]) -> [FigureRevision] {
    comparisons.filter { $0.marks.contains("[r]") && !$0.isMatched }.map { row in
      FigureRevision(
        what: "\(row.measure), \(names.agency(row.agency)), \(names.platform(row.platform)), "
          + row.period,
        value: row.value.map { String($0) } ?? (row.hidesValue ? "[c]" : "[x]"), note: row.note)
    }
  }

  /// Nil without rows.
  private func table(
    _ name: String, _ title: String, _ rowName: String, _ rows: [ComparisonRow], scope: String,
    notes: [String], row: (ComparisonRow) -> String
  ) -> SummaryTable? {
    guard let first = rows.first else { return nil }
    let units = NumberText.units(first.counts)
    let days = settings.period(of: .toDate).spoken
    let remarks = rows.map(\.note).filter { !$0.isEmpty }
    let common = Set(remarks).count == 1 && remarks.count == rows.count
    let own =
      common
      ? Array(remarks.prefix(1))
      : rows.filter { !$0.note.isEmpty }.map { "\(row($0)): \($0.note)" }
    return SummaryTable(
      name: name, title: title,
      scope: [scope, days, units.isEmpty ? "" : "counted: \(units)"].filter { !$0.isEmpty }
        .joined(separator: "; "),
      columns: [rowName, "Accounts", "A year earlier", "Change", "Change in per cent", "Marks"],
      rows: rows.map { [row($0)] + cells($0) }, marks: 5,
      notes: (rows.count > 1 ? notes : []) + own.map { NumberText.capitalised($0) + "." })
  }

  private func cells(_ row: ComparisonRow) -> [String] {
    let absent = row.isHidden ? "[c]" : row.marks.contains("[z]") ? "[z]" : "[x]"
    return [
      row.value.map { String($0) } ?? (row.hidesValue ? "[c]" : "[x]"),
      row.baseValue.map { String($0) } ?? (row.hidesBase ? "[c]" : "[x]"),
      row.change.map { String($0) } ?? (row.isHidden ? "[c]" : "[x]"),
      row.percentChange.isEmpty ? absent : row.percentChange, row.marks.joined(separator: " "),
    ]
  }

  /// Greatest first, then all together; equal ones by id.
  private func allLast(
    _ rows: [ComparisonRow], id: (ComparisonRow) -> String
  ) -> [ComparisonRow] {
    let all = rows.filter { id($0) == DisplayNames.all }
    let each = rows.filter { id($0) != DisplayNames.all }
    return each.sorted { (-($0.value ?? -1), id($0)) < (-($1.value ?? -1), id($1)) } + all
  }

  private func monthName(_ row: ComparisonRow) -> String {
    guard let month = row.start?.components else { return row.period }
    return "\(CalendarDate.monthNames[month.month - 1]) \(month.year)"
  }
}
