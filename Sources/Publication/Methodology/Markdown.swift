import TakedownModel

/// Texts as Markdown has to have them so that they stay texts.
package enum Markdown {
  /// An address as a link where it is plainly one, else as text.
  static func link(_ address: String) -> String {
    let isPlain = address.unicodeScalars.allSatisfy {
      $0.isASCII && $0.properties.generalCategory != .control
        && !" <>\"\\^`{|}".contains(Character($0))
    }
    let isWeb = ["https://", "http://"].contains { address.hasPrefix($0) }
    return isPlain && isWeb ? "<\(address)>" : text(address)
  }

  /// A text that is taken for nothing but text within a line, also in a cell of a table.
  ///
  /// Breaks and control characters become a space. Marks that turn the direction of what follows are
  /// dropped, so that no name changes how its neighbours are read.
  static func text(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var before: Unicode.Scalar?
    for scalar in PlainLine.text(text).unicodeScalars {
      if scalar == "<" {
        plain.append(contentsOf: "&lt;".unicodeScalars)
      } else {
        // A colon or a full stop could make an address of the words around it.
        if marks.contains(scalar) { plain.append("\\") }
        if scalar == "/", before == ":" { plain.append("\\") }
        if scalar == ".", before == "w" || before == "W" { plain.append("\\") }
        plain.append(scalar)
      }
      before = scalar
    }
    return String(plain)
  }

  /// The same for a text with which a line or an item of a list begins: it begins no list, quotation
  /// or block of code of its own.
  package static func line(_ text: String) -> String {
    let start = Self.text(text).drop { $0 == " " }
    guard let first = start.first else { return "" }
    if "-+=>".contains(first) { return "\\" + start }
    let digits = start.prefix { $0.isASCII && $0.isNumber }
    let rest = start.dropFirst(digits.count)
    guard !digits.isEmpty, let end = rest.first, end == "." || end == ")",
      rest.dropFirst().first.map({ $0 == " " }) ?? true
    else { return String(start) }
    return digits + "\\" + rest
  }

  private static let marks: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "|", "~", "#", "&", "@", "$",
  ]
}
