/// Which texts are legal names of one kind on one platform, and which of them are the same.
struct HandleGrammar: Sendable {
  /// For each ASCII byte its canonical form; `illegal` and `ignored` are no bytes of any name.
  let canonicalBytes: [UInt8]
  /// How long a canonical name is, in Unicode scalars.
  let lengths: ClosedRange<Int>
  /// Whether names may hold letters and digits outside ASCII.
  let allowsAllLetters: Bool
  /// Whether the first character has to be a letter.
  let startsWithLetter: Bool
  /// Whether full stops may stand first or last.
  let allowsEdgeDots: Bool
  /// What every name starts with.
  let prefix: String
  /// A character that every name holds; nil for none.
  let requires: Character?
  /// Whether case is ignored.
  let ignoresCase: Bool

  static let illegal: UInt8 = 0
  static let ignored: UInt8 = 1

  /// ASCII letters and digits, and the punctuation that is given.
  init(
    _ punctuation: String, _ lengths: ClosedRange<Int>, ignoring ignoredPunctuation: String = "",
    ignoresCase: Bool = true, allowsAllLetters: Bool = false, startsWithLetter: Bool = false,
    allowsEdgeDots: Bool = true, prefix: String = "", requires: Character? = nil,
    digitsOnly: Bool = false
  ) {
    var bytes = Array(repeating: Self.illegal, count: 128)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { bytes[Int(byte)] = byte }
    if !digitsOnly {
      for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
        bytes[Int(byte)] = byte
        bytes[Int(byte - 0x20)] = ignoresCase ? byte : byte - 0x20
      }
    }
    for byte in punctuation.utf8 where byte < 0x80 { bytes[Int(byte)] = byte }
    for byte in ignoredPunctuation.utf8 where byte < 0x80 { bytes[Int(byte)] = Self.ignored }
    canonicalBytes = bytes
    self.lengths = lengths
    self.allowsAllLetters = allowsAllLetters
    self.startsWithLetter = startsWithLetter
    self.allowsEdgeDots = allowsEdgeDots
    self.prefix = prefix
    self.requires = requires
    self.ignoresCase = ignoresCase
  }

  /// Digits only, kept to the last zero: `0012` is not `12`.
  static func digits(_ lengths: ClosedRange<Int>) -> HandleGrammar {
    HandleGrammar("", lengths, digitsOnly: true)
  }

  /// The canonical form of a legal name; nil for any other text.
  func canonical(_ text: some StringProtocol) -> String? {
    guard text.hasPrefix(prefix), allowsEdgeDots || !(text.hasPrefix(".") || text.hasSuffix("."))
    else { return nil }
    if let requires, !text.contains(requires) { return nil }
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        switch canonicalBytes[Int(scalar.value)] {
        case Self.illegal: return nil
        case Self.ignored: continue
        case let byte: name.append(Unicode.Scalar(byte))
        }
      } else {
        guard allowsAllLetters, Self.isWordScalar(scalar) else { return nil }
        name.append(scalar)
      }
    }
    guard lengths.contains(name.count), let first = name.first,
      !startsWithLetter || first.properties.isAlphabetic
    else { return nil }
    let canonical = String(name)
    return ignoresCase ? canonical.caseFolded.composed : canonical.composed
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default:
      // The middle dot of Catalan, which YouTube allows.
      scalar == "·"
    }
  }
}
