extension Span<UInt8> {
  /// The text of these bytes; a byte that is not UTF-8 becomes U+FFFD, so validate first.
  package var text: String {
    unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Whether both hold the same bytes.
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var offset = 0
    while offset + 8 <= count {
      if word(at: offset) != other.word(at: offset) { return false }
      offset += 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether these are the ASCII bytes of `literal`.
  package func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    let start = unsafe literal.utf8Start
    for i in indices where unsafe self[i] != start[i] { return false }
    return true
  }

  /// The eight bytes from an offset on, which the span must have.
  package func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8, "the span has eight bytes there")
    return unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The bytes as an array.
  package var array: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    copy.append(self)
    return copy
  }

  /// Whether every byte is below 0x80.
  package var isASCII: Bool {
    var all: UInt8 = 0
    for i in indices { all |= self[i] }
    return all < 0x80
  }

  /// The offset of the first byte that is not part of well-formed UTF-8; nil when all are.
  package var firstInvalidUTF8: Int? {
    do {
      _ = try UTF8Span(validating: self)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The bytes without ASCII spaces and tabs at both ends.
  package var trimmed: Span<UInt8> {
    @_lifetime(copy self) get {
      var start = 0
      var end = count
      while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
      while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
      return extracting(start..<end)
    }
  }

  /// Whether a byte occurs.
  package func contains(_ byte: UInt8) -> Bool {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var offset = 0
    while offset + 8 <= count {
      // A byte of `difference` is zero where the byte looked for stands.
      let difference = word(at: offset) ^ pattern
      if (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0 {
        return true
      }
      offset += 8
    }
    while offset < count {
      if self[offset] == byte { return true }
      offset += 1
    }
    return false
  }

  /// How often a byte occurs.
  package func count(of byte: UInt8) -> Int {
    var found = 0
    for i in indices where self[i] == byte { found += 1 }
    return found
  }
}
