import Bytes

/// What the first bytes of a file say about its encoding.
package struct EncodingDetection: Hashable, Sendable {
  /// What was seen.
  package enum Evidence: Hashable, Sendable {
    /// A byte order mark.
    case byteOrderMark
    /// NULs in one half of the units, as ASCII characters have them in UTF-16 and UTF-32.
    case nulPattern
    /// Well-formed UTF-8, with so many characters beyond ASCII.
    case validUTF8(beyondASCII: Int)
    /// Nothing but ASCII.
    case ascii
    /// A byte that is not UTF-8, at an offset in the file.
    case notUTF8(offset: Int)
  }

  /// The encoding that was found; nil where the bytes are not UTF-8 and show nothing else.
  package let found: TextEncoding?
  package let evidence: Evidence
  /// How many bytes the byte order mark has; 0 without one.
  package let byteOrderMarkLength: Int

  /// Looks at the first bytes of a file; where they are not the `isWhole` of it, a character at
  /// their end may be cut.
  package init(_ sample: Span<UInt8>, isWhole: Bool) {
    if let mark = Self.byteOrderMark(sample) {
      (found, evidence, byteOrderMarkLength) = (mark.encoding, .byteOrderMark, mark.length)
      return
    }
    byteOrderMarkLength = 0
    if let wide = Self.wideByNULs(sample) {
      (found, evidence) = (wide, .nulPattern)
      return
    }
    let text = isWhole ? sample : Self.withoutCutCharacter(sample)
    if let offset = text.firstInvalidUTF8 {
      (found, evidence) = (nil, .notUTF8(offset: offset))
      return
    }
    var beyondASCII = 0
    for i in text.indices where text[i] >= 0xc0 { beyondASCII += 1 }
    found = .utf8
    evidence = beyondASCII == 0 ? .ascii : .validUTF8(beyondASCII: beyondASCII)
  }

  /// What was found, as a clause for a message.
  package var words: String {
    let name = found?.name ?? "UTF-8"
    return switch evidence {
    case .byteOrderMark: "the file begins with the byte order mark of \(name)"
    case .nulPattern: "the file has NUL bytes where \(name) has them"
    case .validUTF8(let count):
      "the first bytes are well-formed UTF-8 with \(count) "
        + (count == 1 ? "character" : "characters") + " beyond ASCII"
    case .ascii: "the first bytes are ASCII"
    case .notUTF8(let offset): "the byte at offset \(offset) is not UTF-8"
    }
  }

  @_lifetime(copy sample)
  private static func withoutCutCharacter(_ sample: Span<UInt8>) -> Span<UInt8> {
    var end = sample.count
    while end > 0, sample.count - end < 3, sample[end - 1] & 0xc0 == 0x80 { end -= 1 }
    guard end > 0, sample[end - 1] >= 0xc0 else { return sample }
    return sample.extracting(0..<end - 1)
  }
}

extension EncodingDetection {
  private static func byteOrderMark(
    _ sample: Span<UInt8>
  ) -> (encoding: TextEncoding, length: Int)? {
    func starts(_ mark: UInt8...) -> Bool {
      guard sample.count >= mark.count else { return false }
      for i in mark.indices where sample[i] != mark[i] { return false }
      return true
    }
    if starts(0xef, 0xbb, 0xbf) { return (.utf8, 3) }
    // The first mark is also that of UTF-16 before a NUL: the rest of the text decides.
    if starts(0xff, 0xfe, 0, 0), quads(sample, littleEndian: true).areCharacters {
      return (.utf32LE, 4)
    }
    if starts(0, 0, 0xfe, 0xff) { return (.utf32BE, 4) }
    if starts(0xff, 0xfe) { return (.utf16LE, 2) }
    if starts(0xfe, 0xff) { return (.utf16BE, 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark, by the NULs that every ASCII character has there.
  ///
  /// In a log at least delimiters, digits and line ends are ASCII. So one half of the units must be
  /// NUL in an eighth of all cases and the other half hardly ever, and line feeds must have their
  /// NUL: UTF-8 with NULs strewn in, or padded with them, does not look like that.
  private static func wideByNULs(_ sample: Span<UInt8>) -> TextEncoding? {
    for littleEndian in [true, false] {
      let quads = quads(sample, littleEndian: littleEndian)
      if quads.areCharacters, quads.count >= 2, quads.zeros * 2 < quads.count {
        return littleEndian ? .utf32LE : .utf32BE
      }
    }
    let pairs = sample.count / 2
    var first = 0
    var second = 0
    var lineFeeds = 0
    var littleLineFeeds = 0
    var bigLineFeeds = 0
    for pair in 0..<pairs {
      let a = sample[pair * 2]
      let b = sample[pair * 2 + 1]
      if a == 0 { first += 1 }
      if b == 0 { second += 1 }
      if a == 0x0a || b == 0x0a {
        lineFeeds += 1
        if b == 0 { littleLineFeeds += 1 }
        if a == 0 { bigLineFeeds += 1 }
      }
    }
    func fits(_ nuls: Int, _ others: Int, _ withNUL: Int) -> Bool {
      nuls >= 2 && nuls * 8 >= pairs && others * 20 <= nuls && withNUL * 2 >= lineFeeds
    }
    if fits(second, first, littleLineFeeds) { return .utf16LE }
    if fits(first, second, bigLineFeeds) { return .utf16BE }
    return nil
  }

  /// The sample as units of four bytes: whether all can be characters, how many there are, and how
  /// many are U+0000.
  private static func quads(
    _ sample: Span<UInt8>, littleEndian: Bool
  ) -> (areCharacters: Bool, count: Int, zeros: Int) {
    var zeros = 0
    let count = sample.count / 4
    for quad in 0..<count {
      var value: UInt32 = 0
      for i in 0..<4 {
        value = value << 8 | UInt32(sample[quad * 4 + (littleEndian ? 3 - i : i)])
      }
      if value > 0x10ffff { return (false, count, zeros) }
      if value == 0 { zeros += 1 }
    }
    return (true, count, zeros)
  }
}
