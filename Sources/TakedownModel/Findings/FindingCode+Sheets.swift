// What a spreadsheet has done to the data, or may have.
extension FindingCode {
  package static let numberPrecisionLost = FindingCode(
    "number-precision-lost", .warning, "A number of more than 15 digits in a spreadsheet",
    occurs: "A cell holds a whole number, such as an id, of more digits than a spreadsheet keeps.",
    effect: "The digits go on as stored. If the last ones were lost, the id is that of nobody.",
    remedy: "Have the agency enter ids as text and send the sheet again.")

  package static let leadingZerosFormat = FindingCode(
    "leading-zeros-format", .warning, "Zeros that are shown and not stored",
    occurs: "A cell's format shows leading zeros, as in 00123, while the cell holds 123.",
    effect: "The digits go on as stored, without the zeros.",
    remedy: "Have the agency enter such ids and numbers as text.")

  package static let numberUnreadable = FindingCode(
    "number-unreadable", .warning, "A cell for a number that holds none",
    occurs: "A cell says that it holds a number, and its text is none.",
    effect: "The text goes on as stored.",
    remedy: "Have the sheet saved again by the program that it was made with.")

  package static let dateOutOfRange = FindingCode(
    "date-out-of-range", .warning, "A day that spreadsheets do not have",
    occurs: "A cell is shown as a date, and its number is before the first day or after 9999.",
    effect: "The number goes on as stored, and will not be read as a date.",
    remedy: "Have the agency correct the cell.")

  package static let falseLeapDay = FindingCode(
    "false-leap-day", .warning, "29 February 1900, a day that was not",
    occurs: "A cell shown as a date holds 60, which spreadsheets take for that day.",
    effect: "The number goes on as stored.",
    remedy: "Have the agency correct the cell.")

  package static let errorValue = FindingCode(
    "error-value", .warning, "A cell with an error",
    occurs: "A formula gave #N/A, #REF! or the like.",
    effect: """
      The text of the error goes on as stored; '#N/A', '#REF!' and '#VALUE!' are no account.
      """,
    remedy: "Have the agency repair the formula, or send values only.")

  package static let formulaWithoutValue = FindingCode(
    "formula-without-value", .error, "A formula without its result",
    occurs: "A cell holds a formula, and the file was saved without what it gives.",
    effect: "The field is empty: nothing is calculated here.",
    remedy: "Open the file in a spreadsheet program, save it, and send it again.")

  package static let formulasNotCalculated = FindingCode(
    "formulas-not-calculated", .warning, "Formulas whose results may be old",
    occurs: "The workbook asks to be calculated anew when it is opened.",
    effect: "The stored results are read, which may be placeholders such as 0.",
    remedy: "Open the file in a spreadsheet program, save it, and send it again.")

  package static let mergedCells = FindingCode(
    "merged-cells", .warning, "Merged cells among the data",
    occurs: "Cells were merged; only the first of them holds the value.",
    effect: "The fields of the others are empty.",
    remedy: "Have the agency fill in every cell, or name the column in fill_down of the source.")

  package static let hiddenRows = FindingCode(
    "hidden-rows", .note, "Hidden rows with data",
    occurs: "Rows are hidden in the sheet, by hand or by a filter.",
    effect: "They are read like all others.",
    remedy: "Ask the agency whether they are meant to count.")

  package static let hiddenColumns = FindingCode(
    "hidden-columns", .note, "Hidden columns with data",
    occurs: "Columns are hidden in the sheet.",
    effect: "They are read like all others.",
    remedy: "Nothing, unless a column was hidden since it is not to be used.")

  package static let hiddenSheet = FindingCode(
    "hidden-sheet", .note, "A hidden sheet is read",
    occurs: "The sheet that the source names is hidden in the workbook.",
    effect: "It is read like any other.",
    remedy: "Ask the agency whether it is meant to count.")

  package static let otherSheets = FindingCode(
    "other-sheets", .warning, "Sheets with data that are not read",
    occurs: """
      The workbook has more sheets with data than the one that is read. It is no more than a note \
      where the source names its sheet.
      """,
    effect: "What is in the others is in no figure.",
    remedy: "Name the sheet in the source; make a source for each sheet that counts.")

  static let sheets = [
    numberPrecisionLost, leadingZerosFormat, numberUnreadable, dateOutOfRange, falseLeapDay,
    errorValue, formulaWithoutValue, formulasNotCalculated, mergedCells, hiddenRows, hiddenColumns,
    hiddenSheet, otherSheets,
  ]
}
