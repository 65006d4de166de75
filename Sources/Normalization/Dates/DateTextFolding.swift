import Bytes

/// Makes the spellings of a date that people do not tell apart the same bytes.
///
/// Arabic-Indic, Persian and wide digits become ASCII ones, direction marks vanish, spaces, dashes
/// and slashes of any kind become the ASCII ones, letters lose case and accents (also as combining
/// marks), and the forms of alef, yeh and kaf become one. Text, patterns' literals and month names
/// all pass through it, so they agree.
enum DateTextFolding {
  /// The folded text, in UTF-8; bytes that are not UTF-8 become U+FFFD, which no date has.
  static func fold(_ text: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for scalar in text.text.unicodeScalars {
      if scalar.isASCII {
        folded.append(UInt8(truncatingIfNeeded: scalar.value).lowercasedASCII)
      } else if let ascii = asciiForm(scalar.value) {
        folded.append(ascii)
      } else if !isIgnored(scalar.value) {
        folded.append(contentsOf: otherForm(scalar).utf8)
      }
    }
    return folded
  }

  private static func asciiForm(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x660...0x669: UInt8(truncatingIfNeeded: value - 0x660 + 0x30)
    case 0x6f0...0x6f9: UInt8(truncatingIfNeeded: value - 0x6f0 + 0x30)
    case 0x66b: UInt8(ascii: ".")
    case 0x60d, 0x2044, 0x2215: UInt8(ascii: "/")
    case 0x60c: UInt8(ascii: ",")
    case 0xa0, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: UInt8(ascii: " ")
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    // The wide forms of East Asian keyboards, in the order of ASCII.
    case 0xff01...0xff5e: UInt8(truncatingIfNeeded: value - 0xff01 + 0x21).lowercasedASCII
    default: latinBase(value)
    }
  }

  /// Left-to-right and right-to-left marks, embeddings and isolates, joiners and other characters
  /// without width, the byte order mark, combining accents, Arabic vowel signs, combining hamza and
  /// the stretching tatweel.
  private static func isIgnored(_ value: UInt32) -> Bool {
    switch value {
    case 0x200b...0x200f, 0x61c, 0x202a...0x202e, 0x2060, 0x2066...0x2069, 0xad, 0xfeff: true
    case 0x300...0x36f, 0x640, 0x64b...0x655: true
    default: false
    }
  }

  private static func otherForm(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"
    // Letters that Arabic and Persian keyboards have in two forms, and endings often exchanged.
    case 0x649, 0x6cc: "\u{64a}"
    case 0x6a9: "\u{643}"
    case 0x629, 0x6c0, 0x6c1: "\u{647}"
    case 0x626: "\u{64a}"
    default: scalar.properties.lowercaseMapping
    }
  }

  /// The plain lower-case letter of an accented one in French, Albanian, Swedish, Turkish or
  /// Vietnamese.
  private static func latinBase(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xc0...0xc5, 0xe0...0xe5, 0x102, 0x103, 0x1ea0...0x1eb7: UInt8(ascii: "a")
    case 0xc7, 0xe7: UInt8(ascii: "c")
    case 0x110, 0x111: UInt8(ascii: "d")
    case 0xc8...0xcb, 0xe8...0xeb, 0x1eb8...0x1ec7: UInt8(ascii: "e")
    case 0xcc...0xcf, 0xec...0xef, 0x128, 0x129, 0x130, 0x131, 0x1ec8...0x1ecb: UInt8(ascii: "i")
    case 0x11e, 0x11f: UInt8(ascii: "g")
    case 0xd1, 0xf1: UInt8(ascii: "n")
    case 0xd2...0xd6, 0xf2...0xf6, 0x1a0, 0x1a1, 0x1ecc...0x1ee3: UInt8(ascii: "o")
    case 0x15e, 0x15f, 0x218, 0x219: UInt8(ascii: "s")
    case 0xd9...0xdc, 0xf9...0xfc, 0x168, 0x169, 0x1af, 0x1b0, 0x1ee4...0x1ef1: UInt8(ascii: "u")
    case 0xdd, 0xfd, 0xff, 0x178, 0x1ef2...0x1ef9: UInt8(ascii: "y")
    default: nil
    }
  }
}

extension UInt8 {
  /// The lower-case letter of an ASCII capital; any other byte as it is.
  var lowercasedASCII: UInt8 {
    self >= 0x41 && self <= 0x5a ? self | 0x20 : self
  }

  /// Whether it is an ASCII letter of either case.
  var isLetterASCII: Bool {
    (self | 0x20) &- 0x61 < 26
  }
}
