import Bytes

/// The 32 bytes that stand for an account in an exchange.
package struct Pseudonym: Hashable, Sendable {
  /// The bytes as four words, the first byte the most significant, so that they sort as digits do.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// Hexadecimal digits of a pseudonym.
  package static let digitCount = 64

  init(_ code: [UInt8]) {
    precondition(code.count == MessageAuthenticator.byteCount, "a pseudonym has 32 bytes")
    func word(_ start: Int) -> UInt64 {
      code[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    first = word(0)
    second = word(8)
    third = word(16)
    fourth = word(24)
  }

  /// Reads 64 hexadecimal digits in lower case; nil for any other text.
  package init?(hex digits: Span<UInt8>) {
    guard digits.count == Self.digitCount else { return nil }
    var fault = false
    func word(_ start: Int) -> UInt64 {
      var word: UInt64 = 0
      for i in start..<start + 16 {
        let digit = digits[i]
        let value: UInt8
        switch digit {
        case 0x30...0x39: value = digit - 0x30
        case 0x61...0x66: value = digit - 0x61 + 10
        default:
          value = 0
          fault = true
        }
        word = word << 4 | UInt64(value)
      }
      return word
    }
    first = word(0)
    second = word(16)
    third = word(32)
    fourth = word(48)
    if fault { return nil }
  }

  private var words: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }
}

extension Pseudonym: Comparable {
  package static func < (left: Pseudonym, right: Pseudonym) -> Bool {
    left.words < right.words
  }
}

extension [UInt8] {
  /// Appends the pseudonym as 64 hexadecimal digits in lower case.
  package mutating func append(_ pseudonym: Pseudonym) {
    pseudonym.forEachByte { byte in
      append(hexDigit(byte >> 4))
      append(hexDigit(byte & 15))
    }
  }

  /// Appends the 32 bytes of the pseudonym.
  package mutating func append(bytesOf pseudonym: Pseudonym) {
    pseudonym.forEachByte { append($0) }
  }
}

extension Pseudonym {
  fileprivate func forEachByte(_ body: (UInt8) -> Void) {
    for word in [first, second, third, fourth] {
      for shift in stride(from: 56, through: 0, by: -8) {
        body(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
  }
}

/// The lower-case hexadecimal digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x61 + value - 10
}
