/// Why a release could not be written as a database.
package enum DatabaseError: Error, Hashable, CustomStringConvertible {
  /// SQLite refused a statement.
  case refused(statement: String, reason: String)
  /// A cell is not what its column is declared to hold.
  case unreadableCell(String, table: String, row: Int, column: String)

  package var description: String {
    switch self {
    case .refused(let statement, let reason):
      "takedowns.sqlite: SQLite refuses '\(statement)': \(reason); expected a statement that it takes; "
        + "report this with the version of SQLite"
    case .unreadableCell(let text, let table, let row, let column):
      "takedowns.sqlite: table '\(table)', row \(row), column '\(column)': expected a number, found "
        + "'\(text)'; run again from the stage compare"
    }
  }
}
