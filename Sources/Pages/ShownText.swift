import TakedownModel

/// Texts from elsewhere, such as names, as a page can show them.
enum ShownText {
  /// A text in which nothing can turn the direction of its neighbours, end a line or hide a mark.
  ///
  /// Marks of direction are dropped; control characters become a space, what no page may hold
  /// becomes U+FFFD. Where a letter's marks have grown together with one of `<>&"'`, an invisible
  /// joiner parts them: templates escape whole characters, and would pass such a one by.
  static func safe(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isBidiControl {
      plain.append(shown(scalar))
    }
    var result = String.UnicodeScalarView()
    for character in String(plain) {
      let isGrown =
        character.unicodeScalars.count > 1 && character.unicodeScalars.contains(where: isMarkup)
      for (place, scalar) in character.unicodeScalars.enumerated() {
        if isGrown, place > 0 { result.append(joiner) }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same with all that HTML and XML would take for markup escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isBidiControl {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(shown(scalar))
      }
    }
    return result
  }

  private static let joiner: Unicode.Scalar = "\u{2060}"

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    ["<", ">", "&", "\"", "'"].contains(scalar)
  }

  /// A space for a control character or a line end, U+FFFD for what is no character.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: " "
    default: scalar.properties.isNoncharacterCodePoint ? "\u{fffd}" : scalar
    }
  }

  /// A number with commas between thousands and a true minus; any other text as `safe` has it.
  static func number(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first?.drop(while: { $0 == "-" }), parts.count <= 2, !whole.isEmpty,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x2e })
    else { return safe(text) }
    let grouped = (text.hasPrefix("-") ? "\u{2212}" : "") + DigitGroups.text(whole)
    return parts.count == 2 ? "\(grouped).\(parts[1])" : grouped
  }
}
