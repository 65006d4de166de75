// What account texts are made of, in bytes.
extension Span<UInt8> {
  /// Whether there are ASCII digits and nothing else.
  var isDigits: Bool {
    for i in indices where !AccountText.isDigit(self[i]) { return false }
    return !isEmpty
  }

  /// Whether any byte is an ASCII letter or digit.
  var hasWordByte: Bool {
    for i in indices where self[i].isWordByte { return true }
    return false
  }

  /// Whether these are the bytes of `word`, which is in lower case, in any case.
  ///
  /// `caseBits` are as many: for each byte the bit in which its two cases differ.
  @inline(__always)
  func equals(_ word: Span<UInt8>, ignoring caseBits: Span<UInt8>) -> Bool {
    guard count == word.count, count == caseBits.count else { return false }
    var difference: UInt8 = 0
    for i in indices { difference |= (self[i] | caseBits[i]) ^ word[i] }
    return difference == 0
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter or digit.
  var isWordByte: Bool {
    isLetter || AccountText.isDigit(self)
  }

  /// Whether this is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// The bit in which the two cases of an ASCII letter differ; 0 for any other byte.
  var caseBit: UInt8 { isLetter ? 0x20 : 0 }
}
