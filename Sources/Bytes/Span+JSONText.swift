import CByteScan

extension Span<UInt8> {
  /// The place of the next quote, backslash or control character, as they end the plain part of a
  /// JSON string; the end of the span where there is none.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - stopsBeyondASCII: whether a byte of 0x80 or above ends it too.
  /// - Returns: the place, not before `start`.
  package func plainJSONEnd(from start: Int, stopsBeyondASCII: Bool) -> Int {
    guard start >= 0, start < count else { return count }
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return start }
      return unsafe start
        + bytescan_json_plain(base + start, count - start, stopsBeyondASCII ? 0x80 : 0)
    }
  }

  /// The place of the next byte of a kind; the end of the span where there is none.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard start >= 0, start < count else { return count }
    return unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return count }
      return unsafe start + bytescan_before(base + start, count - start, byte)
    }
  }
}
