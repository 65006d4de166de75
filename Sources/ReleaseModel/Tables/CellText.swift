/// What may stand in a cell of a file that people open in a spreadsheet.
package enum CellText {
  /// The text, with an apostrophe before it where a spreadsheet would run it as a formula.
  ///
  /// Plain numbers, negative ones too, stay as they are.
  package static func defused(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first), !isPlainNumber(text)
    else { return text }
    return "'" + text
  }

  /// Whether the text is a number as this stage writes them: `12`, `-12`, `12.5`.
  package static func isPlainNumber(_ text: String) -> Bool {
    var hasDigit = false
    var hasPoint = false
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: ".") where hasDigit && !hasPoint: (hasDigit, hasPoint) = (false, true)
      case UInt8(ascii: "-") where place == 0: break
      default: return false
      }
    }
    return hasDigit
  }
}
