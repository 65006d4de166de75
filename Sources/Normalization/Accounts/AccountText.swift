/// What can be said of an account's text before it is known where it points.
enum AccountText {
  /// The text without what copying, spreadsheets and caution put around it, in NFC.
  ///
  /// Removed: spreadsheet armour (`="…"`), spaces, quotes and angle brackets at both ends, and
  /// zero-width and direction marks everywhere. `hxxp` and `[.]` are written as they were meant, and
  /// full-width forms and digits of other scripts as ASCII where the rest is ASCII.
  static func cleaned(_ text: String) -> String {
    var trace = AccountTrace(isRecording: false)
    return cleaned(text, &trace)
  }

  static func cleaned(_ text: String, _ trace: inout AccountTrace) -> String {
    var plain = withoutInvisibles(text)
    if plain.utf8.count != text.utf8.count {
      trace.note("invisible", "zero-width and direction marks are left out")
    }
    // What one step removes may have hidden what another one would.
    while true {
      let before = plain
      plain = plain.composed
      let bare = String(withoutArmour(plain))
      if bare.utf8.count != plain.utf8.count {
        trace.note("trimmed", "without what stands around it: '\(bare)'")
      }
      let ascii = withASCIIForms(bare)
      if ascii.utf8.count != bare.utf8.count {
        trace.note("forms", "digits and forms of other scripts as ASCII: '\(ascii)'")
      }
      plain = refanged(ascii)
      if plain != ascii { trace.note("refanged", "a link that was made harmless is '\(plain)'") }
      if plain == before { return plain }
    }
  }

  /// A text without spreadsheet armour, and what `trimmed` removes.
  private static func withoutArmour(_ text: String) -> Substring {
    var rest = trimmed(text[...])
    while rest.starts(withBytes: "=\"") { rest = trimmed(rest.droppingBytes(2)) }
    return rest
  }

  /// The text without zero-width and direction marks.
  static func withoutInvisibles(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) { visible.append(scalar) }
    return String(visible)
  }

  /// Whether a text, already in lower case, stands for "no account".
  static func isPlaceholder(_ text: String) -> Bool {
    placeholders.contains(text) || !text.unicodeScalars.contains { isWordScalar($0) }
  }

  /// Words that people write where there is no account, in the languages of the logs.
  static let placeholders: Set<String> = [
    "0", "n/k", "deleted", "[deleted]", "account deleted", "deleted account", "removed",
    "[removed]", "various", "multiple", "several", "withheld", "not recorded", "not stated",
    "not given", "unspecified", "see notes", "supprimé", "compte supprimé", "divers", "plusieurs",
    "non renseigné", "borttagen", "borttaget", "flera", "okänt konto", "i fshirë", "të ndryshme",
    "đã xóa", "đã xoá", "nhiều", "silindi", "çeşitli", "محذوف", "متعدد", "حذف شده", "متفرقه",
    "n/a", "n.a", "n.a.", "n\\a", "na", "#n/a", "#ref!", "#value!", "nan", "nil", "null", "none",
    "unknown", "not known", "unkn", "not available", "not applicable", "not provided", "tbc",
    "tbd", "undefined", "redacted", "[redacted]", "no account", "no username",
    "inconnu", "inconnue", "aucun", "aucune", "non connu", "s/o", "sans objet", "nc", "n.c.",
    "okänd", "okänt", "saknas", "ingen", "i panjohur", "panjohur", "nuk ka", "nuk dihet", "s'ka",
    "không rõ", "không có", "không", "chưa rõ", "bilinmiyor", "yok", "unbekannt", "keine",
    "غير معروف", "مجهول", "لا يوجد", "غير متوفر", "نامشخص", "ندارد", "desconocido", "sconosciuto",
    "onbekend",
  ]

  /// Whether a bare text is a number as a spreadsheet abbreviates it: `1.00014E+14`, `1,00014e14`,
  /// with or without a sign before it.
  ///
  /// `1e14` without a fraction or a sign is left alone: it is a legal user name, and no program
  /// writes numbers like that.
  static func isScientific(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, startsNumber(first) else { return false }
    return isScientific(text.utf8.span)
  }

  /// Whether a number in scientific notation may start with a byte.
  static func startsNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  static func isScientific(_ bytes: Span<UInt8>) -> Bool {
    var i = !bytes.isEmpty && !isDigit(bytes[0]) && startsNumber(bytes[0]) ? 1 : 0
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
    return String(validating: decoded, as: UTF8.self).map { withoutInvisibles($0).composed }
      ?? String(text)
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

  /// Zero-width, joining and direction marks, the soft hyphen, variation selectors, tags, and the byte
  /// order mark.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF, 0x034F, 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0000...0xE0FFF:
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

  /// Arabic-Indic and Persian digits and full-width forms as ASCII, if that makes the whole text
  /// ASCII.
  static func withASCIIForms(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var mapped: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: mapped.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x660...0x669: mapped.append(UInt8(0x30 + scalar.value - 0x660))
      case 0x6F0...0x6F9: mapped.append(UInt8(0x30 + scalar.value - 0x6F0))
      case 0xFF01...0xFF5E: mapped.append(UInt8(0x21 + scalar.value - 0xFF01))
      // The full stop of East Asian scripts, which keyboards type in addresses.
      case 0x3002, 0xFF61: mapped.append(UInt8(ascii: "."))
      default:
        // A number may hold no-break spaces; every other character means that this is no number.
        guard scalar.properties.isWhitespace else { return text }
        mapped.append(0x20)
      }
    }
    return String(trimmed(Substring(String(decoding: mapped, as: UTF8.self))))
  }

  /// Undoes what keeps a dangerous link from being clicked, and what copying from a web page or out
  /// of a query leaves in an address.
  private static func refanged(_ text: String) -> String {
    var text = withoutFangs(text)
    if text.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "h") }) == true,
      !text.starts(withBytes: "https://"), !text.starts(withBytes: "http://")
    {
      for (fanged, plain) in schemes where text.starts(withASCII: fanged) {
        text = plain + text.droppingBytes(fanged.utf8.count)
        break
      }
      if text.starts(withASCII: "http%3a%2f%2f") || text.starts(withASCII: "https%3a%2f%2f") {
        text = percentDecoded(text[...])
      }
    }
    return text
  }

  /// The text with what the fangs stand for, and `&` for what a web page writes for it in a query.
  private static func withoutFangs(_ text: String) -> String {
    let hasQuery = text.contains(byte: "?")
    func mayEnd(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
        || byte == UInt8(ascii: ";") && hasQuery
    }
    guard text.utf8.contains(where: mayEnd) else { return text }
    var plain: [UInt8] = []
    // Each is taken where it ends, as one may be left when another is gone.
    for byte in text.utf8 {
      plain.append(byte)
      guard mayEnd(byte) else { continue }
      for (fanged, meant) in fangs
      where plain.suffix(fanged.utf8.count).elementsEqual(
        fanged.utf8, by: { $0 == $1 || $0 | 0x20 == $1 && $1.isLetter })
      {
        plain.removeLast(fanged.utf8.count)
        plain += meant.utf8
        break
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// What stands for a full stop, a colon and so on in links that were made harmless.
  private static let fangs = [
    ("[.]", "."), ("(.)", "."), ("{.}", "."), ("[dot]", "."), ("(dot)", "."), ("{dot}", "."),
    ("[:]", ":"), ("(:)", ":"), ("[://]", "://"), ("(://)", "://"), ("[/]", "/"), ("[at]", "@"),
    ("(at)", "@"), ("[@]", "@"), ("http[s]", "https"), ("hxxp[s]", "https"), ("&amp;", "&"),
  ]

  /// What stands for the scheme in them.
  private static let schemes = [
    ("hxxp://", "http://"), ("hxxps://", "https://"), ("h**p://", "http://"),
    ("h**ps://", "https://"), ("h__p://", "http://"), ("h__ps://", "https://"),
    ("htxp://", "http://"), ("htxps://", "https://"), ("http:\\\\", "http://"),
    ("https:\\\\", "https://"),
  ]
}
