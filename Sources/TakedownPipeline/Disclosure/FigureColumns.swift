import Tabular
import TakedownModel

/// Finds figures in the rows of a table by the names of its columns.
struct FigureColumns {
  private let table: Table
  private let places: [String: Int]

  init(_ table: Table) {
    self.table = table
    places = Dictionary(
      table.columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// A cell as it stands; empty where the table has no such column.
  func text(_ column: String, _ row: [String]) -> String {
    places[column].map { row[$0] } ?? ""
  }

  /// A count; nil where there is none.
  func count(_ column: String, _ row: [String]) -> Int? {
    Int(text(column, row)).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// What a row says of a figure: a count, or that there is one which is not shown; nil where there is
  /// none.
  ///
  /// With `isHidden` an empty cell stands for a hidden figure.
  func figure(_ column: String, _ row: [String], isHidden: Bool) -> ReleaseFigures.Figure? {
    if let count = count(column, row) { return .shown(count) }
    return isHidden && places[column] != nil && text(column, row).isEmpty ? .hidden : nil
  }

  /// Which sides of a comparison are hidden, rather than not available.
  func hiddenSides(_ row: [String]) -> (value: Bool, base: Bool) {
    let marks = text("marks", row).split(separator: " ")
    let hidesValue = text("status", row) == SmallCounts.status
    let hidesBase =
      marks.contains { $0 == SmallCounts.mark } && !(hidesValue && marks.contains("[x]"))
    return (hidesValue, hidesBase)
  }

  /// The days from an agency's first to its last record, in a row of the coverage.
  func extent(_ row: [String]) -> FigurePlace.Window? {
    guard let first = CalendarDate(text("first_day", row)),
      let last = CalendarDate(text("last_day", row))
    else { return nil }
    return FigurePlace.Window(start: first.days, end: last.days + 1)
  }

  /// What a row's figure is of, by the columns of its first and its last day; nil for a row that was
  /// not counted from the records.
  func place(_ row: [String], first: String, last: String) -> FigurePlace? {
    guard places["origin"] == nil || text("origin", row) == "counted",
      let start = CalendarDate(text(first, row)), let end = CalendarDate(text(last, row))
    else { return nil }
    let isMatched = text("coverage", row) == "matched"
    let scope = ["agencies", "platforms"].map { text($0, row) }.joined(separator: "/")
    let others = ["country", "category"].map { text($0, row) }.filter { !$0.isEmpty }
    return FigurePlace(
      measure: text("measure", row), counts: text("counts", row), agency: text("agency", row),
      platform: text("platform", row),
      scope: (others + (isMatched ? [scope] : [])).joined(separator: "/"),
      window: .init(start: start.days, end: end.days + 1))
  }

  /// Writes into a row the cells of the columns that the table has.
  func set(_ cells: [String: String], in row: inout [String]) {
    for (column, text) in cells {
      if let place = places[column] { row[place] = text }
    }
  }

  /// Adds a mark to those of a row.
  func mark(_ mark: String, in row: inout [String]) {
    let marks = Set(text("marks", row).split(separator: " ").map(String.init)).union([mark])
    set(["marks": marks.sorted().joined(separator: " ")], in: &row)
  }

  /// Takes a mark from those of a row.
  func unmark(_ mark: String, in row: inout [String]) {
    let marks = text("marks", row).split(separator: " ").filter { $0 != mark }
    set(["marks": marks.joined(separator: " ")], in: &row)
  }
}
