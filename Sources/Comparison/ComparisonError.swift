import TakedownModel

/// Why the figures cannot be compared: an input table is not what its columns promise.
package struct ComparisonError: Error, Hashable, CustomStringConvertible {
  package enum Code: String, Hashable, Sendable {
    /// A row of the takedown records is not as the stage before writes it.
    case malformedRecord = "malformed-record"
    /// More agencies or platforms than any register holds.
    case tooManyIDs = "too-many-ids"
    /// A row or the header of the published figures cannot be read.
    case malformedFigure = "malformed-figure"
  }

  package let code: Code
  package let description: String

  /// A row of the takedown records that cannot be read.
  static func malformedRecord(_ fault: RowFault, line: Int, position: Int) -> ComparisonError {
    ComparisonError(
      code: .malformedRecord,
      description: """
        takedowns.csv: line \(line), record \(position): \(fault.description); the file was \
        changed after it was written: run the stage normalize again
        """)
  }

  /// More ids than can be told apart.
  static func tooManyIDs(agencies: Int, platforms: Int) -> ComparisonError {
    ComparisonError(
      code: .tooManyIDs,
      description: """
        takedowns.csv: found \(agencies) agencies and \(platforms) platforms, more than a register \
        can hold; expected canonical ids in both columns: run the stage normalize again
        """)
  }

  /// A published figure that cannot be read; `record` counts the rows after the header from 1.
  static func malformedFigure(
    record: Int, column: String, found: String, expected: String
  ) -> ComparisonError {
    ComparisonError(
      code: .malformedFigure,
      description: """
        record \(record), column '\(column)': found '\(found.prefix(40))', \
        expected \(expected)
        """)
  }

  /// A column that the published figures lack.
  static func missingColumn(_ column: String) -> ComparisonError {
    ComparisonError(
      code: .malformedFigure,
      description: """
        the column '\(column)' is missing; expected it in the header row
        """)
  }
}

/// What is wrong with one row, before it is known where the row stands.
enum RowFault: Error, Hashable, CustomStringConvertible {
  /// The row has another number of cells.
  case cells(Int)
  /// A cell holds what its column cannot.
  case cell(TakedownColumn, found: String, expected: String)

  var description: String {
    switch self {
    case .cells(let count):
      "expected \(TakedownColumn.allCases.count) cells, found \(count)"
    case .cell(let column, let found, let expected):
      "column '\(column.name)': found '\(found.prefix(40))', expected \(expected)"
    }
  }
}
