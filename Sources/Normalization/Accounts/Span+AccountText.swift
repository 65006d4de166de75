// What account texts are made of, in bytes.
extension Span<UInt8> {
  /// Whether there are ASCII digits and nothing else.
  var isDigits: Bool {
    for i in indices where !AccountText.isDigit(self[i]) { return false }
    return !isEmpty
  }

  /// Whether the text is a host, or starts with one, that starts with `www.`.
  var startsWithWWW: Bool {
    count > 4 && self[3] == UInt8(ascii: ".") && self[0] | 0x20 == UInt8(ascii: "w")
      && self[1] | 0x20 == UInt8(ascii: "w") && self[2] | 0x20 == UInt8(ascii: "w")
  }

  /// Whether any byte is another than `0`.
  var hasNonZero: Bool {
    for i in indices where self[i] != UInt8(ascii: "0") { return true }
    return false
  }

  /// Whether any byte is an ASCII letter or digit.
  var hasWordByte: Bool {
    for i in indices where self[i].isWordByte { return true }
    return false
  }

  /// Whether a hyphen and nine digits or more stand last: `Some-Page-100089602000001`.
  var hasTail: Bool {
    var start = count
    while start > 0, AccountText.isDigit(self[start - 1]) { start &-= 1 }
    return start > 0 && self[start - 1] == UInt8(ascii: "-") && count - start >= 9
  }

  /// Whether these are two letters, or two and two with a hyphen or an underscore: `en`, `pt-BR`.
  var isLanguage: Bool {
    guard count == 2 || count == 5 else { return false }
    for i in indices {
      if i == 2 {
        guard self[i] == UInt8(ascii: "-") || self[i] == UInt8(ascii: "_") else { return false }
      } else if !self[i].isLetter {
        return false
      }
    }
    return true
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
