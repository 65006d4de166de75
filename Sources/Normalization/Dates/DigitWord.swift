import Bytes

/// Eight bytes of which some must be digits and the others what they are, read at once.
struct DigitWord: Sendable {
  /// The first byte lowest; `0` where a digit is to be.
  let pattern: UInt64
  /// F0 where a digit is to be, FF where a byte must match, DF where it may have either case.
  let mask: UInt64

  /// Reads the eight bytes at an offset, where they must be.
  ///
  /// - Returns: in byte i the number that the digits i and i + 1 make; nil when the bytes are others.
  @inline(__always)
  func read(_ text: Span<UInt8>, at offset: Int) -> UInt64? {
    precondition(offset >= 0 && offset <= text.count - 8, "eight bytes are read at once")
    let word = text.word(at: offset)
    let digits = UInt64(littleEndian: word) ^ pattern
    // Six more takes 10 to 15 out of the lower half of a byte and leaves 0 to 9 in it.
    let sixes = ~mask & 0x0606_0606_0606_0606
    let wrong = (digits | (digits &+ sixes)) & mask
    // A letter in the other case is still 0x20 here, which times ten would carry into its neighbour.
    let values = digits & 0x0f0f_0f0f_0f0f_0f0f
    return wrong == 0 ? values &* 10 &+ values >> 8 : nil
  }
}
