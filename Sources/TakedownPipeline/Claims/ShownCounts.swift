import Tabular
import TakedownModel

/// The counts of accounts that a release shows, for what may be said of the records beside them.
///
/// With small counts hidden, a count of the records for the days of a statement could give a hidden
/// one away, itself or by subtraction, and so could a verdict that only one count allows. A check
/// against the records keeps its count and its verdict only where the release shows that very count.
struct ShownCounts {
  private var values: [FigurePlace: Int] = [:]

  /// - Parameter tables: What is left of them after small counts were taken out.
  init(_ tables: ReleaseTables) {
    add(tables.counts, value: "value", first: "period_start", last: "period_end")
    add(tables.comparisons, value: "value", first: "period_start", last: "period_end")
    add(tables.comparisons, value: "base_value", first: "base_start", last: "base_end")
  }

  private mutating func add(_ table: Table, value: String, first: String, last: String) {
    let columns = FigureColumns(table)
    for row in table.rows {
      guard let count = columns.count(value, row),
        var place = columns.place(row, first: first, last: last), place.measure == Self.measure
      else { continue }
      place.counts = ""
      values[place] = count
    }
  }

  /// The checks of what was said, without the counts that the release does not show.
  ///
  /// - Parameters:
  ///   - checks: The file `claims.csv`.
  ///   - figures: The file `claim-figures.csv`.
  /// - Returns: The checks, with the status `c` where a count was taken out.
  func applied(to checks: Table, figures: Table) -> Table {
    let columns = FigureColumns(checks)
    let said = FigureColumns(figures)
    let ofCheck = Dictionary(
      figures.rows.map { (said.text("check", $0), $0) }, uniquingKeysWith: { first, _ in first })
    return Table(
      columns: checks.columns,
      rows: checks.rows.map { row in
        guard columns.text("kind", row) == "records", !columns.text("records", row).isEmpty
        else { return row }
        if let figure = ofCheck[columns.text("check", row)], shows(row, columns, figure, said) {
          return row
        }
        var row = row
        columns.set(
          ["records": "", "verdict": "", "note": "", "status": SmallCounts.status], in: &row)
        return row
      })
  }

  /// Whether the release shows the count of a check for the days of its figure.
  private func shows(
    _ row: [String], _ columns: FigureColumns, _ figure: [String], _ said: FigureColumns
  ) -> Bool {
    guard columns.text("measure", row) == "taken-down", columns.text("counts", row) == "accounts",
      let first = CalendarDate(said.text("period_start", figure)),
      let last = CalendarDate(said.text("period_end", figure))
    else { return false }
    let place = FigurePlace(
      measure: Self.measure, counts: "", agency: columns.text("agency", row),
      platform: FigurePlace.all, window: .init(start: first.days, end: last.days + 1))
    return values[place].map { String($0) == columns.text("records", row) } ?? false
  }

  private static let measure = "accounts"
}
