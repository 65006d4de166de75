/// Texts from elsewhere as one line can show them, on paper, in a message or on a terminal.
package enum PlainLine {
  /// The text without what ends a line, turns the direction of its neighbours or speaks to a terminal.
  ///
  /// Marks of direction are dropped; line ends and control characters become one space for each run;
  /// what is no character, and no XML may hold, becomes U+FFFD.
  package static func text(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isBidiControl {
      if isPlain(scalar) {
        plain.append(scalar)
      } else if scalar.properties.isNoncharacterCodePoint {
        plain.append("\u{fffd}")
      } else if plain.last != " " {
        plain.append(" ")
      }
    }
    return String(plain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20..<0x7f).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    default:
      let properties = scalar.properties
      return !properties.isBidiControl && !properties.isNoncharacterCodePoint
    }
  }
}
