/// A table in a sheet, marked up as one: a header row and rows as long as it.
struct SheetTable: Sendable {
  /// Unique in the workbook, and no cell could be named so.
  let name: String
  let columns: [SheetColumn]
  /// At least one.
  let rows: [[SheetCell]]

  init(name: String, columns: [SheetColumn], rows: [[SheetCell]]) {
    self.name = name
    self.rows = rows
    self.columns = columns.enumerated().map { place, column in
      column.wide(for: rows.lazy.map { $0[place] })
    }
  }
}
