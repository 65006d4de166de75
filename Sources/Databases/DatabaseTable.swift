import ReleaseModel

/// A table of the release as one of the database: strict types, and keys where they hold.
struct DatabaseTable {
  let file: TableFile
  /// The code tables of the release.
  let codes: [CodeTable]
  /// The tables to which all rows refer.
  let references: [TableReference]

  private var table: DataTable { file.table }

  /// `chart_by_agency`, `published_figures`: no quotes are needed around it.
  static func name(of file: TableFile) -> String { name(of: file.id) }

  static func name(of id: String) -> String { id.replacing("-", with: "_") }

  var name: String { Self.name(of: file) }

  /// The statement that makes the table.
  var definition: String {
    var lines = table.columns.enumerated().map { place, column in
      "\(column.name.quotedName) \(type(of: column))"
        + (table.isAlwaysFilled(place) ? " NOT NULL" : "")
    }
    if table.hasSoundKey { lines.append("PRIMARY KEY (\(list(table.key)))") }
    for code in codes where table.index(of: code.column) != nil {
      let column = code.column.quotedName
      lines.append("FOREIGN KEY (\(column)) REFERENCES \(code.name.quotedName) (\(column))")
    }
    for reference in references {
      let columns = list(reference.columns)
      let other = Self.name(of: reference.table).quotedName
      lines.append("FOREIGN KEY (\(columns)) REFERENCES \(other) (\(columns))")
    }
    return "CREATE TABLE \(name.quotedName) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  /// - Throws: `DatabaseError`.
  func write(to database: Connection) throws(DatabaseError) {
    try database.run(definition)
    var rows: [[DatabaseValue]] = []
    for (index, cells) in table.rows.enumerated() {
      var row: [DatabaseValue] = []
      for (cell, column) in zip(cells, table.columns) {
        guard let value = DatabaseValue(cell, kind: column.kind) else {
          throw .unreadableCell(cell, table: table.name, row: index + 1, column: column.name)
        }
        row.append(value)
      }
      rows.append(row)
    }
    try database.insert(rows, into: name, columns: table.columns.count)
  }

  private func list(_ columns: [String]) -> String {
    columns.map(\.quotedName).joined(separator: ", ")
  }

  private func type(of column: DataColumn) -> String {
    switch column.kind {
    case .text, .date: "TEXT"
    case .integer: "INTEGER"
    case .decimal: "REAL"
    }
  }
}
