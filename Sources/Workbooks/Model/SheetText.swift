/// Text as it may stand in a cell of any spreadsheet: one line, nothing that is hidden or acts.
enum SheetText {
  /// What a cell can hold, in UTF-16 code units.
  static let longest = 32_767
  /// What stands at the end of a text that was cut.
  static let cut = " … (cut)"

  /// The text with what is not to be seen made visible, and cut where it is too long.
  ///
  /// Control characters become their pictures (U+2400 onwards), and what turns the direction of text
  /// is named, `‹U+202E›`, so that no cell can look like something else. Other characters that XML
  /// does not have become U+FFFD.
  static func shown(_ text: String, atMost limit: Int = longest) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    if isPlain, text.utf8.count <= limit { return text }
    var shown = ""
    for scalar in text.unicodeScalars { append(scalar, to: &shown) }
    guard shown.utf16.count > limit else { return shown }

    var kept = ""
    var room = limit - cut.utf16.count
    for scalar in shown.unicodeScalars {
      room -= scalar.utf16.count
      if room < 0 { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept + cut
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.value {
    case 0..<0x20: text.unicodeScalars.append(picture(scalar.value))
    case 0x7f: text.unicodeScalars.append("\u{2421}")
    case 0x85, 0x2028, 0x2029: text.unicodeScalars.append("\u{2424}")
    case 0x80..<0xa0, 0xfffe, 0xffff: text.unicodeScalars.append("\u{fffd}")
    case 0x202a...0x202e, 0x2066...0x2069:
      text += "‹U+\(String(scalar.value, radix: 16, uppercase: true))›"
    default: text.unicodeScalars.append(scalar)
    }
  }

  private static func picture(_ control: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + control) ?? "\u{fffd}"
  }
}
