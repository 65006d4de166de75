/// Looks whether a worksheet holds any value.
final class WorksheetProbe: PartHandler {
  private(set) var hasData = false
  private var isInData = false
  private var isInValue = false

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    if depth == 2 { isInData = name == .sheetData }
    if depth == 5 { isInValue = isInData && (name == .v || name == .f || name == .inline) }
  }

  func close(_ name: PartName, depth: Int) throws(PartFault) {
    if depth == 5 { isInValue = false }
  }

  func take(_ text: Span<UInt8>) throws(PartFault) {
    if isInValue, text.count > 0 { hasData = true }
  }
}
