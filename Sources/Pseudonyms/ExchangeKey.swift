/// A secret of 32 bytes that agencies share.
///
/// Nothing prints it: its description is that of the type.
package struct ExchangeKey: Sendable {
  let bytes: [UInt8]

  /// Hexadecimal digits of a key.
  package static let digitCount = 64
  /// Of 32 random bytes, fewer than this are different once in 10¹⁵ keys.
  private static let leastDifferentBytes = 16

  /// Reads a key of 64 hexadecimal digits, one line end after them or none.
  ///
  /// - Throws: `PseudonymError` for any other text, which it does not quote.
  package init(_ text: [UInt8]) throws(PseudonymError) {
    var digits = text[...]
    if digits.last == 0x0a { digits.removeLast() }
    if digits.last == 0x0d { digits.removeLast() }
    let values = digits.map(Self.value)
    let strangers = values.count { $0 == nil }
    guard values.count == Self.digitCount, strangers == 0 else {
      throw .malformedKey(characters: values.count, strangers: strangers)
    }
    let known = values.compactMap { $0 }
    let bytes = stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
    guard Set(bytes).count >= Self.leastDifferentBytes else { throw .weakKey }
    self.bytes = bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension ExchangeKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "ExchangeKey" }

  package var customMirror: Mirror { Mirror(self, children: []) }
}
