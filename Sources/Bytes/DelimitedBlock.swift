import CByteScan

/// Where quotes, delimiters and line ends stand in up to 64 bytes: bit i of a mask is byte i.
struct DelimitedBlock {
  /// Bits of the bytes that there are; fewer than 64 only at the end of a text.
  let valid: UInt64
  let quotes: UInt64
  let delimiters: UInt64
  let newlines: UInt64
  let returns: UInt64
  /// No byte is NUL or beyond ASCII.
  let isASCII: Bool

  /// Looks at the 64 bytes of `text` from `offset` on, or as many as are left.
  init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, quote: UInt8, delimiter: UInt8) {
    let rest = text.count - offset
    guard let base = text.baseAddress, rest > 0 else {
      (valid, quotes, delimiters, newlines, returns, isASCII) = (0, 0, 0, 0, 0, true)
      return
    }
    let masks: bytescan_masks
    if rest >= 64 {
      masks = unsafe bytescan_block(base + offset, quote, delimiter)
      valid = ~0
    } else {
      masks = unsafe bytescan_tail(base + offset, rest, quote, delimiter)
      valid = (1 << UInt64(rest)) - 1
    }
    // The padding of a short block is spaces, and a space may be the delimiter.
    quotes = masks.quote & valid
    delimiters = masks.delimiter & valid
    newlines = masks.newline
    returns = masks.carriage_return
    isASCII = masks.non_ascii_or_nul == 0
  }

  /// Bits of the bytes inside quotes: an opening quote included, a closing one not.
  ///
  /// - Parameter inside: all ones when the byte before the block is inside quotes, else 0.
  /// - Returns: the mask; its last bit is the state in which a full block ends.
  func region(inside: UInt64) -> UInt64 {
    guard quotes != 0 else { return inside }
    // Exclusive or of all bits up to each: odd after an opening quote, even after a closing one.
    var region = quotes
    region ^= region << 1
    region ^= region << 2
    region ^= region << 4
    region ^= region << 8
    region ^= region << 16
    region ^= region << 32
    return region ^ inside
  }
}
