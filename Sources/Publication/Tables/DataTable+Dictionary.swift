import ReleaseModel

extension DataTable {
  /// A row for every column of every table, this one included.
  ///
  /// Each table comes with the folder that it stands in. The notice is given where the tables have
  /// it, so that its column is described here as well.
  static func dictionary(
    of tables: [(folder: String, table: DataTable)], notice: String
  ) -> DataTable {
    let described = tables.map {
      (name: "\($0.folder)/\($0.table.name)", columns: $0.table.columns)
    }
    let own = DataTable(
      name: ownName, title: ownTitle, key: ownKey, rows: [Entry](), columns: definitions)
    let all = described + [("data/\(ownName)", own.with(notice: notice).columns)]
    let entries = all.flatMap { table in
      table.columns.map { Entry(table: table.name, column: $0) }
    }
    return DataTable(
      name: ownName, title: ownTitle, key: ownKey, rows: entries, columns: definitions
    )
    .with(notice: notice)
  }

  private static let ownName = "dictionary"
  private static let ownKey = ["table", "column"]
  private static let ownTitle = "Every column of every table"

  private struct Entry {
    let table: String
    let column: DataColumn
  }

  private static var definitions: [ColumnDefinition<Entry>] {
    [
      .init("table", "The table's file, without its extension.") { $0.table },
      .init("column", "The name in its header.") { $0.column.name },
      .init("label", "The name for people.") { $0.column.label },
      .init("type", "'text', 'integer', 'decimal' or 'date' (year-month-day).") {
        $0.column.kind.name
      },
      .init(
        "decimals", "At most so many decimals.", .integer, unit: "decimals",
        missing: "not a number"
      ) { $0.column.decimals.map(String.init) ?? "" },
      .init("unit", "What one of it is.", missing: "not a quantity") { $0.column.unit },
      .init("meaning", "What a cell says.") { $0.column.meaning },
      .init("missing_values", "What an empty cell says.", missing: "no cell is empty") {
        $0.column.missing
      },
    ]
  }
}
