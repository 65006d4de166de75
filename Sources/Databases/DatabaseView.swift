import ReleaseModel

/// A question that is asked often, as a view of the database and a query of Datasette.
struct DatabaseView {
  let name: String
  let title: String
  /// The table it is about, by its name in the database.
  let table: String
  /// The columns that it needs there.
  let columns: [String]
  let sql: String

  /// The views that the tables of a release have the columns for.
  static func all(for tables: [DatabaseTable]) -> [DatabaseView] {
    headlines.filter { view in
      guard let table = tables.first(where: { $0.name == view.table }) else { return false }
      return view.columns.allSatisfy { table.file.table.index(of: $0) != nil }
    }
  }

  private static let figures = [
    "value", "base_value", "change", "percent_change", "status", "marks", "note",
  ]
  private static let days = ["period", "period_start", "period_end", "base_start", "base_end"]
  private static let conditions = [
    "origin", "measure", "agency", "platform", "period_kind", "basis", "coverage",
  ]

  /// A view of the counted accounts; in the order of the table, which is that of the release.
  private static func accounts(
    _ name: String, _ title: String, by places: [String], where condition: String
  ) -> DatabaseView {
    let shown = places + figures + days
    return DatabaseView(
      name: name, title: title, table: "comparisons",
      columns: shown + conditions.filter { !shown.contains($0) },
      sql: """
        SELECT \(shown.joined(separator: ", "))
        FROM comparisons
        WHERE origin = 'counted' AND measure = 'accounts' AND coverage = 'all'
          AND \(condition)
        ORDER BY rowid
        """)
  }

  private static let toDate =
    "period_kind = 'to-date' AND basis = 'same-period'\n"
    + "  AND period_end = (SELECT value FROM release WHERE name = 'as_of')"

  private static let headlines = [
    accounts(
      "latest_by_agency", "Accounts of each agency, this year to date beside the year before",
      by: ["agency", "agency_name"], where: "platform = 'all'\n  AND \(toDate)"),
    accounts(
      "latest_by_platform",
      "Accounts of all agencies on each platform, this year to date beside the year before",
      by: ["platform", "platform_name"], where: "agency = 'all'\n  AND \(toDate)"),
    accounts(
      "latest_by_agency_and_platform",
      "Accounts of each agency on each platform, this year to date beside the year before",
      by: ["agency", "agency_name", "platform", "platform_name"],
      where: "agency <> 'all' AND platform <> 'all'\n  AND \(toDate)"),
    accounts(
      "year_over_year_by_month", "Accounts of each agency by month, beside the year before",
      by: ["agency", "agency_name"],
      where: "platform = 'all' AND period_kind = 'month' AND basis <> 'unlike'"),
    DatabaseView(
      name: "columns", title: "Every column of every table, with its meaning",
      table: "dictionary",
      columns: ["table", "column", "label", "type", "decimals", "unit", "meaning"],
      sql: """
        SELECT contents.name AS "table", "column", label, "type", decimals, unit, meaning,
          missing_values
        FROM dictionary JOIN contents ON contents.file = dictionary."table" || '.csv'
        ORDER BY dictionary.rowid
        """),
  ]
}
