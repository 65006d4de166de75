/// What can be said of an account's text before it is known where it points.
enum AccountText {
  /// The text without what copying, spreadsheets and caution put around it, in NFC.
  ///
  /// Removed: spreadsheet armour (`="…"`), spaces, quotes and angle brackets at both ends, and
  /// zero-width and direction marks everywhere. `hxxp` and `[.]` are written as they were meant, and
  /// digits of other scripts as ASCII where the rest is ASCII.
  static func cleaned(_ text: String) -> String {
    var rest = Substring(text)
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      var visible = String.UnicodeScalarView()
      for scalar in text.unicodeScalars where !isInvisible(scalar) {
        visible.append(scalar == "\u{FF20}" ? "@" : scalar)
      }
      rest = Substring(String(visible))
    }
    while true {
      let before = rest.utf8.count
      rest = trimmed(rest)
      if rest.hasPrefix("=\"") { rest = rest.dropFirst(2) }
      if rest.utf8.count == before { break }
    }
    return refanged(withASCIIDigits(String(rest).composed))
  }

  /// Whether a text, already in lower case, stands for "no account".
  static func isPlaceholder(_ text: String) -> Bool {
    placeholders.contains(text) || !text.unicodeScalars.contains { isWordScalar($0) }
  }

  /// Words that people write where there is no account, in the languages of the logs.
  static let placeholders: Set<String> = [
    "n/a", "n.a", "n.a.", "n\\a", "na", "#n/a", "#ref!", "#value!", "nan", "nil", "null", "none",
    "unknown", "not known", "unkn", "not available", "not applicable", "not provided", "tbc",
    "tbd", "undefined", "redacted", "[redacted]", "no account", "no username",
    "inconnu", "inconnue", "aucun", "aucune", "non connu", "s/o", "sans objet", "nc", "n.c.",
    "okänd", "okänt", "saknas", "ingen", "i panjohur", "panjohur", "nuk ka", "nuk dihet", "s'ka",
    "không rõ", "không có", "không", "chưa rõ", "bilinmiyor", "yok", "unbekannt", "keine",
    "غير معروف", "مجهول", "لا يوجد", "غير متوفر", "نامشخص", "ندارد", "desconocido", "sconosciuto",
    "onbekend",
  ]

  /// Whether a bare text is a number as a spreadsheet abbreviates it: `1.00014E+14`, `1,00014e14`.
  ///
  /// `1e14` without a fraction or a sign is left alone: it is a legal user name, and no program
  /// writes numbers like that.
  static func isScientific(_ text: Substring) -> Bool {
    guard text.utf8.first.map(isDigit) == true else { return false }
    return isScientific(text.utf8.span)
  }

  static func isScientific(_ bytes: Span<UInt8>) -> Bool {
    var i = 0
    func digits(_ bytes: Span<UInt8>, _ i: inout Int) -> Int {
      let start = i
      while i < bytes.count, isDigit(bytes[i]) { i += 1 }
      return i - start
    }
    guard digits(bytes, &i) > 0 else { return false }
    var isMarked = false
    if i < bytes.count, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ",") {
      i += 1
      isMarked = digits(bytes, &i) > 0
      if !isMarked { return false }
    }
    guard i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") else { return false }
    i += 1
    if i < bytes.count, bytes[i] == UInt8(ascii: "+") || bytes[i] == UInt8(ascii: "-") {
      i += 1
      isMarked = true
    }
    return isMarked && digits(bytes, &i) > 0 && i == bytes.count
  }

  /// The digits of a whole number that a program wrote as a fraction: `100013648514234.0`.
  static func wholePart(_ text: Substring) -> Substring? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[0]), !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return nil }
    return parts[0]
  }

  /// Whether a text is ASCII digits and nothing else.
  static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// The text with its percent-encoding undone once; unchanged where that gives no UTF-8.
  static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = hexValue(bytes[i + 1]),
        let low = hexValue(bytes[i + 2])
      {
        decoded.append(high << 4 | low)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return String(validating: decoded, as: UTF8.self)?.composed ?? String(text)
  }

  /// Removes spaces, quotes and angle brackets from both ends.
  static func trimmed(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars
    var rest = scalars[...]
    while let first = rest.first, isSurrounding(first) { rest.removeFirst() }
    while let last = rest.last, isSurrounding(last) { rest.removeLast() }
    return Substring(rest)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(scalar.value).isWordByte }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Zero-width, joining and direction marks, the soft hyphen, and the byte order mark.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF:
      true
    default: false
    }
  }

  /// Quotes and angle brackets, straight and typographic.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0x60, 0x3C, 0x3E, 0xAB, 0xBB, 0xB4, 0x2018...0x201F, 0x2039, 0x203A, 0x300C,
      0x300D:
      true
    default: false
    }
  }

  private static func isSurrounding(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value <= 0x20 || scalar.value == 0x7F || isQuote(scalar)
      : isQuote(scalar) || scalar.properties.isWhitespace
  }

  /// Arabic-Indic, Persian and full-width digits as ASCII, if that makes the whole text ASCII.
  private static func withASCIIDigits(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var mapped: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: mapped.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x660...0x669: mapped.append(UInt8(0x30 + scalar.value - 0x660))
      case 0x6F0...0x6F9: mapped.append(UInt8(0x30 + scalar.value - 0x6F0))
      case 0xFF10...0xFF19: mapped.append(UInt8(0x30 + scalar.value - 0xFF10))
      default:
        // A number may hold no-break spaces; every other character means that this is no number.
        guard scalar.properties.isWhitespace else { return text }
        mapped.append(0x20)
      }
    }
    return String(decoding: mapped, as: UTF8.self)
  }

  /// Undoes what keeps a dangerous link from being clicked.
  private static func refanged(_ text: String) -> String {
    var text = text
    if text.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "h") }) == true,
      text.prefix(4).lowercased() == "hxxp"
    {
      text = "http" + text.dropFirst(4)
    }
    guard text.utf8.contains(UInt8(ascii: "[")) || text.utf8.contains(UInt8(ascii: "(")) else {
      return text
    }
    for (fanged, plain) in [
      ("[.]", "."), ("(.)", "."), ("[dot]", "."), ("(dot)", "."), ("[:]", ":"), ("[://]", "://"),
    ] {
      while let range = text.firstRange(of: fanged) { text.replaceSubrange(range, with: plain) }
    }
    return text
  }
}
