import ReleaseModel

/// The ids of a column with their names, gathered from all tables that have both.
struct CodeTable {
  /// The column of the id: `agency`; that of the name has `_name` after it.
  let column: String
  let label: String
  /// In byte order of the ids.
  let names: [(id: String, name: String)]

  /// `agencies` for `agency`, `platforms` for `platform`.
  var name: String { column.hasSuffix("y") ? column.dropLast() + "ies" : column + "s" }

  /// The code tables of a release: one for each column that has its names beside it.
  ///
  /// Where an id has two names there is none, and neither where a table has the name already.
  static func all(in files: [TableFile]) -> [CodeTable] {
    var columns: [DataColumn] = []
    var names: [String: [String: String]] = [:]
    var spoiled: Set<String> = []
    for table in files.map(\.table) {
      for (place, column) in table.columns.enumerated() {
        guard let named = table.index(of: column.name + "_name") else { continue }
        if names[column.name] == nil { columns.append(column) }
        var known = names[column.name] ?? [:]
        for row in table.rows where !row[place].isEmpty {
          if row[named].isEmpty || known[row[place]].map({ $0 != row[named] }) ?? false {
            spoiled.insert(column.name)
          }
          known[row[place]] = row[named]
        }
        names[column.name] = known
      }
    }
    let taken = Set(files.map { DatabaseTable.name(of: $0) } + ["contents", "release"])
    return columns.filter { !spoiled.contains($0.name) }
      .map { column in
        let sorted = (names[column.name] ?? [:])
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return CodeTable(
          column: column.name, label: column.label, names: sorted.map { ($0.key, $0.value) })
      }
      .filter { !taken.contains($0.name) }
  }

  /// - Throws: `DatabaseError.refused`.
  func write(to database: Connection) throws(DatabaseError) {
    let (id, named) = (column.quotedName, (column + "_name").quotedName)
    try database.run(
      "CREATE TABLE \(name.quotedName) (\n  \(id) TEXT NOT NULL PRIMARY KEY,\n"
        + "  \(named) TEXT NOT NULL\n) STRICT")
    let rows = names.map { [DatabaseValue.text($0.id), .text($0.name)] }
    try database.insert(rows, into: name, columns: 2)
  }
}
