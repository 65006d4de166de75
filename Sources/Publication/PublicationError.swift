/// Why no release could be made of the tables.
package struct PublicationError: Error, Hashable, CustomStringConvertible {
  /// What kind of fault it is.
  package enum Code: String, Sendable {
    /// A table lacks a column.
    case missingColumn = "missing-column"
    /// A cell does not hold what its column says.
    case unreadableCell = "unreadable-cell"
    /// Rows or records are not accounted for.
    case sumsDiffer = "sums-differ"
  }

  package let code: Code
  /// The table at fault: `counts`, `comparisons`, `coverage`, `accounting` or `not counted`.
  package let table: String
  /// What was found and what was expected, in words.
  package let reason: String

  package var description: String { "table '\(table)': \(reason)" }

  static func missingColumn(_ column: String, table: String) -> PublicationError {
    PublicationError(
      code: .missingColumn, table: table, reason: "the column '\(column)' is missing")
  }

  static func unreadableCell(
    _ text: String, row: Int, column: String, table: String, expected: String
  ) -> PublicationError {
    PublicationError(
      code: .unreadableCell, table: table,
      reason: "row \(row), column '\(column)': expected \(expected), found '\(text.prefix(40))'")
  }

  static func sumsDiffer(
    source: String, left: String, right: String, table: String
  ) -> PublicationError {
    PublicationError(
      code: .sumsDiffer, table: table, reason: "source '\(source)': \(left) is not \(right)")
  }
}
