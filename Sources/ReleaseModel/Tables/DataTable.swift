import Tabular

/// A published table: one model for its files in every format, for the dictionary and for the charts.
///
/// Rows are in the order in which they are shown. Cells are text: digits for numbers, year-month-day
/// for dates, nothing where there is no value. `csv` makes them harmless.
package struct DataTable: Hashable, Sendable {
  /// The name of its file, without extension: lower-case words joined by hyphens.
  package let name: String
  /// What the table shows, in a few words.
  package let title: String
  /// The names of the columns that tell its rows apart, all of them dimensions.
  package let key: [String]
  package let columns: [DataColumn]
  package let rows: [[String]]

  package init<Row>(
    name: String, title: String, key: [String], rows: [Row],
    columns definitions: [ColumnDefinition<Row>]
  ) {
    self.init(
      name: name, title: title, key: key, columns: definitions.map(\.column),
      rows: rows.map { row in definitions.map { $0.cell(row) } })
  }

  package init(
    name: String, title: String, key: [String], columns: [DataColumn], rows: [[String]]
  ) {
    self.name = name
    self.title = title
    self.key = key
    self.columns = columns
    self.rows = rows
  }

  /// The table with the notice in a last column, on every row; itself where there is no notice.
  package func with(notice: String) -> DataTable {
    guard !notice.isEmpty else { return self }
    let column = DataColumn(
      name: "notice", kind: .text, unit: "",
      meaning: "What has to be known of this release wherever its figures are shown.", missing: "")
    return DataTable(
      name: name, title: title, key: key, columns: columns + [column],
      rows: rows.map { $0 + [notice] })
  }

  /// The table as CSV: a header row, commas, LF; no cell can run as a formula.
  package var csv: [UInt8] {
    var table = Table(columns: columns.map(\.name))
    for row in rows { table.append(row.map(CellText.defused)) }
    return table.csv
  }

  /// The place of a column; nil where there is none of the name.
  package func index(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }
  }

  /// The cells of a column; none where there is no such column.
  package func cells(of column: String) -> [String] {
    guard let place = index(of: column) else { return [] }
    return rows.map { $0[place] }
  }

  /// Whether no two rows have the same key, and no cell of a key is empty.
  ///
  /// So it is by the way the tables are made; a format that claims a primary key asks first, since
  /// hostile input may still leave two rows alike.
  package var hasSoundKey: Bool {
    let places = key.compactMap(index)
    guard !places.isEmpty, places.count == key.count else { return false }
    var seen: Set<[String]> = []
    return rows.allSatisfy { row in
      let cells = places.map { row[$0] }
      return !cells.contains("") && seen.insert(cells).inserted
    }
  }
}
