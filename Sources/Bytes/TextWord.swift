import CByteScan

/// A word of a text: letters, digits, `_`, `.`, `-` and whatever is beyond ASCII, three bytes at
/// least, full stops and hyphens at its ends left out.
package struct TextWord: Hashable, Sendable {
  /// Where it stands in its text.
  package let range: Range<Int>
  /// The same for a word in capital and in small letters of ASCII, and in every process; who uses it
  /// compares the bytes as well, since words of one hash are easily made.
  package let hash: UInt64
}

extension Span<UInt8> {
  /// The first word that begins at an offset or after it; nil where there is none.
  package func word(from offset: Int) -> TextWord? {
    let found = unsafe withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map {
        unsafe bytescan_next_word($0, buffer.count, Swift.min(offset, buffer.count))
      }
    }
    guard let found, found.start < found.end else { return nil }
    return TextWord(range: found.start..<found.end, hash: found.hash)
  }

  /// Whether a byte may be part of a word.
  package func isWordByte(at offset: Int) -> Bool {
    bytescan_is_word_byte(self[offset]) != 0
  }

  /// Whether both hold the same bytes, capital and small letters of ASCII being the same.
  package func equalsFolded(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for i in indices where self[i] != other[i] {
      guard (self[i] ^ other[i]) == 0x20, (0x61...0x7a).contains(self[i] | 0x20) else {
        return false
      }
    }
    return true
  }
}
