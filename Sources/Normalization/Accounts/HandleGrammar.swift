/// Which texts are legal names of one kind on one platform, and which of them are the same.
package struct HandleGrammar: Sendable {
  /// For each ASCII byte its canonical form; `illegal` and `ignored` are no bytes of any name.
  let canonicalBytes: [UInt8]
  /// For each ASCII byte where it may not stand, as bits: `notFirst`, `notLast`, `notTwice`.
  let places: [UInt8]
  /// How long a canonical name is, in Unicode scalars.
  let lengths: ClosedRange<Int>
  /// Whether names may hold letters and digits outside ASCII.
  let allowsAllLetters: Bool
  /// Characters outside ASCII that are no letters and legal none the less.
  let others: [Unicode.Scalar]
  /// Whether the first character has to be a letter.
  let startsWithLetter: Bool
  /// What every canonical name starts with.
  let prefix: String
  /// A character that every name holds; nil for none.
  let requires: Character?
  /// Whether case is ignored.
  let ignoresCase: Bool
  /// Whether a name of zeros alone is none, as with numbers.
  let needsNonZero: Bool

  static let illegal: UInt8 = 0
  static let ignored: UInt8 = 1

  static let notFirst: UInt8 = 1
  static let notLast: UInt8 = 2
  static let notTwice: UInt8 = 4

  /// ASCII letters and digits, and the characters that are given.
  ///
  /// - Parameters:
  ///   - punctuation: Other characters that are legal.
  ///   - lengths: How long a canonical name is.
  ///   - ignoredPunctuation: Characters that are legal and make no difference.
  ///   - ignoresCase: Whether case makes no difference.
  ///   - allowsAllLetters: Whether letters of all scripts are legal.
  ///   - startsWithLetter: Whether a letter has to stand first.
  ///   - notFirst: Characters that may not stand first.
  ///   - notLast: Characters that may not stand last.
  ///   - notTwice: Characters of which no two may stand side by side.
  ///   - prefix: What every name starts with.
  ///   - requires: A character that every name holds.
  ///   - digitsOnly: Whether letters are illegal, and zeros alone no name.
  package init(
    _ punctuation: String, _ lengths: ClosedRange<Int>, ignoring ignoredPunctuation: String = "",
    ignoresCase: Bool = true, allowsAllLetters: Bool = false, startsWithLetter: Bool = false,
    notFirst: String = "", notLast: String = "", notTwice: String = "", prefix: String = "",
    requires: Character? = nil, digitsOnly: Bool = false
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
    var places = Array(repeating: UInt8(0), count: 128)
    for (characters, bit) in [
      (notFirst, Self.notFirst), (notLast, Self.notLast), (notTwice, Self.notTwice),
    ] {
      for byte in characters.utf8 where byte < 0x80 { places[Int(byte)] |= bit }
    }
    canonicalBytes = bytes
    self.places = places
    self.lengths = lengths
    self.allowsAllLetters = allowsAllLetters
    others = punctuation.unicodeScalars.filter { !$0.isASCII }
    self.startsWithLetter = startsWithLetter
    self.prefix = ignoresCase ? prefix.caseFolded : prefix
    self.requires = requires
    self.ignoresCase = ignoresCase
    needsNonZero = digitsOnly
  }

  /// Digits only, kept to the last zero: `0012` is not `12`.
  package static func digits(_ lengths: ClosedRange<Int>) -> HandleGrammar {
    HandleGrammar("", lengths, digitsOnly: true)
  }

  /// The canonical form of a legal name; nil for any other text.
  func canonical(_ text: some StringProtocol) -> String? {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        switch canonicalBytes[Int(scalar.value)] {
        case Self.illegal: return nil
        case Self.ignored: continue
        case let byte: name.append(Unicode.Scalar(byte))
        }
      } else {
        guard others.contains(scalar) || allowsAllLetters && Self.isWordScalar(scalar) else {
          return nil
        }
        name.append(scalar)
      }
    }
    let canonical = (ignoresCase ? String(name).caseFolded : String(name)).composed
    return isLegal(canonical) ? canonical : nil
  }

  /// Whether a canonical name of legal characters keeps the other rules.
  private func isLegal(_ name: String) -> Bool {
    guard lengths.contains(name.unicodeScalars.count), let first = name.unicodeScalars.first,
      !Self.isMark(first), !startsWithLetter || first.properties.isAlphabetic,
      !needsNonZero || name.utf8.contains(where: { $0 != UInt8(ascii: "0") }),
      name.starts(withBytes: prefix), keepsPlaces(name)
    else { return false }
    return requires.map { name.contains($0) } ?? true
  }

  /// Whether no character stands where it may not.
  private func keepsPlaces(_ text: String) -> Bool {
    func place(_ byte: UInt8?) -> UInt8 { byte.map { $0 < 0x80 ? places[Int($0)] : 0 } ?? 0 }
    var bytes = text.utf8.makeIterator()
    var last = bytes.next()
    guard place(last) & Self.notFirst == 0 else { return false }
    while let byte = bytes.next() {
      guard place(last) & place(byte) & Self.notTwice == 0 else { return false }
      last = byte
    }
    return place(last) & Self.notLast == 0
  }

  /// Whether a character only changes the one before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: false
    }
  }
}
