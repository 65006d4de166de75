// Account texts by their bytes. What ends a host or a path is a byte: for a `Character`, a mark that
// follows a slash would make it something else than a slash.
extension StringProtocol {
  /// Whether the text starts with the bytes of another.
  func starts(withBytes prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether the text ends with the bytes of another.
  func ends(withBytes suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Whether the text starts with an ASCII text in lower case, in any case.
  func starts(withASCII wanted: String) -> Bool {
    var bytes = utf8.makeIterator()
    for byte in wanted.utf8 {
      guard let next = bytes.next(), next == byte || next | 0x20 == byte && byte.isLetter else {
        return false
      }
    }
    return true
  }

  /// Whether a byte of ASCII is in the text.
  func contains(byte: Unicode.Scalar) -> Bool {
    utf8.contains(UInt8(truncatingIfNeeded: byte.value))
  }

  /// Where a byte of ASCII first stands.
  func firstIndex(ofByte byte: Unicode.Scalar) -> Index? {
    utf8.firstIndex(of: UInt8(truncatingIfNeeded: byte.value))
  }

  /// The text without its first bytes, which are ASCII; empty where there are not so many.
  func droppingBytes(_ count: Int) -> SubSequence {
    self[(utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)...]
  }
}
