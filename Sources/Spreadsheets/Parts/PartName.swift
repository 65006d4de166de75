/// The names of elements and attributes that the reading of a workbook knows.
enum PartName: String, CaseIterable {
  // Worksheets.
  case worksheet, sheetData, row, c, v, f, t, r, s, cols, col, min, max, hidden, mergeCells
  case mergeCell, ref, extLst
  case inline = "is"
  case phonetic = "rPh"
  // Shared strings.
  case sst, si
  // Styles.
  case styleSheet, numFmts, numFmt, numFmtId, formatCode, cellXfs, xf
  // The workbook.
  case workbook, workbookPr, date1904, calcPr, fullCalcOnLoad, sheets, sheet, name, state
  case relationshipID = "id"
  // Relationships and content types.
  case relationships = "Relationships"
  case relationship = "Relationship"
  case packageID = "Id"
  case type = "Type"
  case target = "Target"
  case targetMode = "TargetMode"
  case types = "Types"
  case override = "Override"
  case partName = "PartName"
  case contentType = "ContentType"
  /// Any other name, or a name of another vocabulary.
  case other = ""
}
