/// What the main part of a workbook says of its sheets and its days.
final class WorkbookOutline: PartHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relationshipID: String
  }

  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904 instead of 1900.
  private(set) var countsFrom1904 = false
  /// Formulas are to be calculated when the workbook is opened.
  private(set) var asksForCalculation = false
  private var isInSheets = false

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    if depth == 2 { isInSheets = name == .sheets }
    switch (depth, name) {
    case (2, .workbookPr): countsFrom1904 = attributes.isTrue(.date1904)
    case (2, .calcPr): asksForCalculation = attributes.isTrue(.fullCalcOnLoad)
    case (3, .sheet) where isInSheets:
      guard let name = attributes.text(.name), let id = attributes.text(.relationshipID) else {
        throw PartFault("sheet \(sheets.count + 1) has no name or no relationship; expected both")
      }
      let state = attributes.text(.state)
      sheets.append(
        Sheet(name: name, isHidden: state != nil && state != "visible", relationshipID: id))
    default: break
    }
  }
}
