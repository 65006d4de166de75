import Bytes

/// Canonical names that are no accounts, or may be none: placeholders, platforms, pages.
///
/// A bit for length and three bytes rules out nearly every name in two nanoseconds; only then are
/// the words themselves compared.
struct ReservedWords: Sendable {
  private var filter = Array(repeating: UInt64(0), count: 64)
  private var words = SpellingTable()

  mutating func insert(_ word: [UInt8]) {
    guard !word.isEmpty else { return }
    let bit = Self.bit(of: word.span)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    _ = words.insert(word.span)
  }

  @inline(__always)
  func contains(_ name: Span<UInt8>) -> Bool {
    guard !name.isEmpty else { return false }
    let bit = Self.bit(of: name)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { return false }
    return words.number(of: name) != nil
  }

  @inline(__always)
  private static func bit(of word: Span<UInt8>) -> Int {
    var hash = UInt32(truncatingIfNeeded: word.count)
    hash = hash &* 0x9E37_79B1 ^ UInt32(word[0])
    hash = hash &* 0x9E37_79B1 ^ UInt32(word[word.count / 2])
    hash = hash &* 0x9E37_79B1 ^ UInt32(word[word.count - 1])
    return Int((hash &* 0x9E37_79B1) >> 20)
  }
}
