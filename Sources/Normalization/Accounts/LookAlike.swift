/// Letters of other scripts that are drawn like ASCII letters, so that a reader takes one for the
/// other.
///
/// A text that holds some is flagged for review and never joined with what it looks like.
enum LookAlike {
  /// The ASCII text that a text looks like.
  ///
  /// - Returns: nil for a text that is ASCII already, or that holds a character without a twin.
  static func ascii(_ text: some StringProtocol) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var twins = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let twin = scalar.isASCII ? scalar : twin(of: scalar) else { return nil }
      twins.append(twin)
    }
    return String(twins)
  }

  private static func twin(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Letters for mathematics, five alphabets to each pair of cases.
    case 0x1D400...0x1D6A3:
      let index = (scalar.value - 0x1D400) % 52
      return Unicode.Scalar(index < 26 ? 0x41 + index : 0x61 + index - 26)
    case 0x1D7CE...0x1D7FF: return Unicode.Scalar(0x30 + (scalar.value - 0x1D7CE) % 10)
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF10...0xFF19:
      return Unicode.Scalar(scalar.value - 0xFEE0)
    default: return twins[scalar]
    }
  }

  /// From the confusables of Unicode TS 39: letters that common fonts draw alike.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      // Cyrillic.
      ("аеорсухіјѕһԁԛԝѵӏ", "aeopcyxijshdqwvl"), ("АВЕЗКМНОРСТУХІЈЅԌԚԜҮ", "ABE3KMHOPCTYXIJSGQWY"),
      // Greek.
      ("ονιρτυαϲϳ", "oviptuacj"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"),
      // Armenian.
      ("օսհոցզյ", "ouhngqj"),
      // Latin letters with another history.
      ("ıɑɡʏʀɩ", "iagyri"),
    ]
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, ascii) in pairs {
      for (letter, twin) in zip(letters.unicodeScalars, ascii.unicodeScalars) {
        twins[letter] = twin
      }
    }
    return twins
  }()
}
