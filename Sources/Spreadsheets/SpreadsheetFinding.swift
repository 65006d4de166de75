package import TakedownModel

/// What a sheet has done to the data, or may have, with the first place and how often.
package struct SpreadsheetFinding: Hashable, Sendable, CustomStringConvertible {
  /// The kinds of findings, in the order in which they are listed.
  package enum Code: String, CaseIterable, Sendable {
    case numberPrecisionLost = "number-precision-lost"
    case leadingZerosFormat = "leading-zeros-format"
    case numberUnreadable = "number-unreadable"
    case dateOutOfRange = "date-out-of-range"
    case falseLeapDay = "false-leap-day"
    case errorValue = "error-value"
    case formulaWithoutValue = "formula-without-value"
    case formulasNotCalculated = "formulas-not-calculated"
    case mergedCells = "merged-cells"
    case hiddenRows = "hidden-rows"
    case hiddenColumns = "hidden-columns"
    case hiddenSheet = "hidden-sheet"
    case otherSheets = "other-sheets"

    /// The code with its page, which says how bad it is as a rule.
    package var page: FindingCode {
      switch self {
      case .numberPrecisionLost: .numberPrecisionLost
      case .leadingZerosFormat: .leadingZerosFormat
      case .numberUnreadable: .numberUnreadable
      case .dateOutOfRange: .dateOutOfRange
      case .falseLeapDay: .falseLeapDay
      case .errorValue: .errorValue
      case .formulaWithoutValue: .formulaWithoutValue
      case .formulasNotCalculated: .formulasNotCalculated
      case .mergedCells: .mergedCells
      case .hiddenRows: .hiddenRows
      case .hiddenColumns: .hiddenColumns
      case .hiddenSheet: .hiddenSheet
      case .otherSheets: .otherSheets
      }
    }
  }

  package let code: Code
  /// That of the code; `.note` for other sheets where the sheet was chosen by name.
  package let severity: Severity
  package let sheet: String
  /// The row of the first place, 1-based; nil where the sheet as a whole is meant.
  package let row: Int?
  /// The letters of the column of the first place; nil where it has none.
  package let column: String?
  /// How many cells, rows, columns or ranges it concerns.
  package let count: Int
  /// What stands at the first place.
  package let example: String

  /// The finding as a sentence with its place.
  package var description: String {
    var place = "sheet '\(sheet)'"
    if let row { place += ", row \(row)" }
    if let column { place += ", column \(column)" }
    return "\(place): \(severity.rawValue): \(message) [\(code.rawValue)]"
  }
}

extension SpreadsheetFinding {
  /// What was found, what was done about it and what to do, without the place.
  package var message: String {
    switch code {
    case .numberPrecisionLost:
      """
      '\(example)' is a whole number of more than 15 digits kept as a number, of which a \
      spreadsheet loses the last digits; \(cells); kept as stored; have such ids entered as text
      """
    case .leadingZerosFormat:
      """
      '\(example)' is shown with leading zeros that its cell does not hold; \(cells); the digits \
      are kept as stored; have such ids entered as text
      """
    case .numberUnreadable:
      "'\(example)' stands where a number is expected; \(cells); kept as text; correct the cell"
    case .dateOutOfRange:
      """
      '\(example)' is shown as a date, but no date has this serial number; \(cells); kept as \
      stored; correct the cell
      """
    case .falseLeapDay:
      """
      '\(example)' is shown as 29 February 1900, which was no day; \(cells); kept as stored; \
      correct the cell
      """
    case .errorValue:
      "'\(example)' is an error of a formula; \(cells); kept as text; correct the formula"
    case .formulaWithoutValue:
      """
      a formula has no stored result; \(cells); left empty, since formulas are not calculated \
      here; open the workbook in a spreadsheet program and save it
      """
    case .formulasNotCalculated:
      """
      the workbook asks to be calculated when it is opened, so the stored results of formulas may \
      be wrong; \(cells); read as stored; open it in a spreadsheet program and save it
      """
    case .mergedCells:
      """
      the cells \(example) are merged; \(count == 1 ? "1 range" : "\(count) ranges"); the value is \
      in the first cell and the others are empty; take the merging away where it spans records
      """
    case .hiddenRows:
      "\(count == 1 ? "1 row is" : "\(count) rows are") hidden; read like the others"
    case .hiddenColumns:
      "\(count == 1 ? "1 column is" : "\(count) columns are") hidden; read like the others"
    case .hiddenSheet:
      "the sheet is hidden; read since it was asked for"
    case .otherSheets:
      "other sheets hold data too and are not read here: \(example); name each sheet that is meant"
    }
  }

  private var cells: String { count == 1 ? "1 cell" : "\(count) cells" }
}
