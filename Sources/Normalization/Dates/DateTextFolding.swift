import Bytes

/// Makes the spellings of a date that people do not tell apart the same bytes.
///
/// Arabic-Indic digits become ASCII ones, direction marks vanish, wide and narrow no-break spaces
/// become spaces, letters lose case and accents (also as combining marks), and the forms of alef
/// become one. Text, patterns' literals and month names all pass through it, so they agree.
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
    case 0xa0, 0x2007, 0x2009, 0x202f: UInt8(ascii: " ")
    case 0x2010, 0x2011, 0x2212: UInt8(ascii: "-")
    default: latinBase(value)
    }
  }

  /// Left-to-right and right-to-left marks, embeddings and isolates, the byte order mark,
  /// combining accents, Arabic vowel signs, combining hamza and the stretching tatweel.
  private static func isIgnored(_ value: UInt32) -> Bool {
    switch value {
    case 0x200e, 0x200f, 0x61c, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: true
    case 0x300...0x36f, 0x640, 0x64b...0x655: true
    default: false
    }
  }

  private static func otherForm(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: "\u{627}"
    default: scalar.properties.lowercaseMapping
    }
  }

  /// The plain lower-case letter of an accented one in French, Albanian, Swedish or Vietnamese.
  private static func latinBase(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xc0...0xc5, 0xe0...0xe5, 0x102, 0x103, 0x1ea0...0x1eb7: UInt8(ascii: "a")
    case 0xc7, 0xe7: UInt8(ascii: "c")
    case 0x110, 0x111: UInt8(ascii: "d")
    case 0xc8...0xcb, 0xe8...0xeb, 0x1eb8...0x1ec7: UInt8(ascii: "e")
    case 0xcc...0xcf, 0xec...0xef, 0x128, 0x129, 0x1ec8...0x1ecb: UInt8(ascii: "i")
    case 0xd1, 0xf1: UInt8(ascii: "n")
    case 0xd2...0xd6, 0xf2...0xf6, 0x1a0, 0x1a1, 0x1ecc...0x1ee3: UInt8(ascii: "o")
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
}
