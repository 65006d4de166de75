/// Why a workbook could not be made.
package struct WorkbookError: Error, Hashable, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  package let reason: String

  package var description: String { "the workbook was not made: \(reason)" }

  static func tooLarge(_ table: String, rows: Int, columns: Int) -> WorkbookError {
    WorkbookError(
      reason: """
        table '\(table)' has \(rows) rows and \(columns) columns; a worksheet holds at most \
        \(Worksheet.maximumRows) rows and \(Worksheet.maximumColumns) columns; ask for fewer periods
        """)
  }

  /// A failure that libxlsxwriter or the system explains in its own words.
  static func notWritten(_ part: String, _ explanation: String) -> WorkbookError {
    WorkbookError(
      reason: """
        \(part) could not be written (\(explanation)); expected room in memory and in the folder for \
        temporary files; free some, or set TMPDIR to a folder that can be written to
        """)
  }
}
