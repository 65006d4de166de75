/// A table and the CSV file that it stands in, as formats that describe files list them.
package struct TableFile: Sendable {
  /// The folder inside the release: `data` or `charts`.
  package let folder: String
  package let table: DataTable

  package init(folder: String, table: DataTable) {
    self.folder = folder
    self.table = table
  }

  /// The path inside the release: `charts/by-agency.csv`.
  package var path: String { "\(folder)/\(table.name).csv" }

  /// What tells the table from all others of the release: `accounts`, `chart-by-agency`.
  package var id: String { folder == "charts" ? "chart-\(table.name)" : table.name }
}

extension ReleaseContents {
  /// The data tables, then those of the charts, in the order in which they are listed.
  package var tableFiles: [TableFile] {
    tables.map { TableFile(folder: "data", table: $0) }
      + charts.map { TableFile(folder: "charts", table: $0.table) }
  }
}
