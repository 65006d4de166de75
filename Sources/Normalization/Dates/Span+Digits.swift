extension Span<UInt8> {
  /// The number that exactly `count` ASCII digits at an offset make; −1 when they are not there.
  @inline(__always)
  func number(at offset: Int, digits count: Int) -> Int {
    guard offset + count <= self.count else { return -1 }
    var value = 0
    for i in offset..<offset + count {
      let digit = self[i] &- 0x30
      guard digit <= 9 else { return -1 }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Whether an ASCII digit is at an offset.
  @inline(__always)
  func hasDigit(at offset: Int) -> Bool {
    offset < count && self[offset] &- 0x30 <= 9
  }

  /// Whether a byte is at an offset.
  @inline(__always)
  func has(_ byte: UInt8, at offset: Int) -> Bool {
    offset < count && self[offset] == byte
  }

  /// Whether an ASCII letter, given in lower case, is at an offset in either case.
  @inline(__always)
  func hasLetter(_ letter: UInt8, at offset: Int) -> Bool {
    offset < count && self[offset] | 0x20 == letter
  }

  /// Moves past ASCII digits.
  ///
  /// - Returns: whether one of them was not 0; nil when there was none at all.
  func skipDigits(at offset: inout Int) -> Bool? {
    guard hasDigit(at: offset) else { return nil }
    var isNonzero = false
    while hasDigit(at: offset) {
      isNonzero = isNonzero || self[offset] != 0x30
      offset += 1
    }
    return isNonzero
  }
}
