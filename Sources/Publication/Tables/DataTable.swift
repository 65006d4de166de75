import Tabular

/// A published table: one model for its file, for the dictionary and for the charts.
///
/// Rows are in the order in which they are shown. Cells are text as yet; `csv` makes them harmless.
struct DataTable: Hashable, Sendable {
  /// The name of its file, without extension.
  let name: String
  /// What the table shows, in a few words.
  let title: String
  let columns: [DataColumn]
  let rows: [[String]]

  init<Row>(
    name: String, title: String, rows: [Row], columns definitions: [ColumnDefinition<Row>]
  ) {
    self.name = name
    self.title = title
    columns = definitions.map(\.column)
    self.rows = rows.map { row in definitions.map { $0.cell(row) } }
  }

  private init(name: String, title: String, columns: [DataColumn], rows: [[String]]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table with the notice in a last column, on every row; itself where there is no notice.
  func with(notice: String) -> DataTable {
    guard !notice.isEmpty else { return self }
    let column = DataColumn(
      name: "notice", kind: .text, unit: "",
      meaning: "What has to be known of this release wherever its figures are shown.", missing: "")
    return DataTable(
      name: name, title: title, columns: columns + [column], rows: rows.map { $0 + [notice] })
  }

  /// The table as CSV: a header row, commas, LF; no cell can run as a formula.
  var csv: [UInt8] {
    var table = Table(columns: columns.map(\.name))
    for row in rows { table.append(row.map(CellText.defused)) }
    return table.csv
  }

  /// The cells of a column; none where there is no such column.
  func cells(of column: String) -> [String] {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
    return rows.map { $0[place] }
  }
}
