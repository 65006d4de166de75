import Bytes

/// An encoding of one byte a character, as a table that the C library fills in.
///
/// A table is several times as fast as a conversion by the library, and reads each byte by itself
/// where the library joins a letter of windows-1258 with the accent after it.
struct CodePage: Sendable {
  /// For each byte its UTF-8, the first byte lowest, and the length in the highest byte; 0 where
  /// the page has no character or it is better turned down.
  private let entries: [UInt32]

  /// The table of an encoding, filled in by its conversion.
  init(_ encoding: TextEncoding, through iconv: inout Iconv) {
    var output = [UInt8](repeating: 0, count: 16)
    var entries: [UInt32] = []
    for byte in UInt8.min...UInt8.max {
      var input = [byte]
      var position = 0
      var count = 0
      let stop = iconv.convert(&input, from: &position, into: &output, at: &count)
      let isFlushed = iconv.flush(into: &output, at: &count)
      guard stop == .done, isFlushed, (1...3).contains(count),
        !encoding.refused.contains(where: { $0.contains(byte) })
      else {
        entries.append(0)
        continue
      }
      let bytes = (0..<count).reduce(0) { $0 | UInt32(output[$1]) << UInt32($1 * 8) }
      entries.append(bytes | UInt32(count) << 24)
    }
    self.entries = entries
  }

  /// How many bytes of room `decode` needs for an input.
  static func room(for count: Int) -> Int { count * 3 + 8 }

  /// Decodes from `position` on, up to a byte that has no character, writing at `count` of
  /// `output`; moves both on.
  ///
  /// ASCII goes over eight bytes at a time. What is written beyond `count` has no meaning.
  func decode(
    _ bytes: [UInt8], from position: inout Int, into output: inout [UInt8], at count: inout Int
  ) {
    let entries = entries.span
    let input = bytes.span
    var elements = output.mutableSpan
    // Safe, since whatever is stored makes a UInt8.
    var target = unsafe elements.mutableBytes
    var i = position
    var end = count
    while i < input.count {
      if i + 8 <= input.count {
        let word = input.word(at: i)
        target.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
        let high = word.littleEndian & 0x8080_8080_8080_8080
        let length = high == 0 ? 8 : high.trailingZeroBitCount / 8
        i += length
        end += length
        if high == 0 { continue }
      }
      let entry = entries[Int(input[i])]
      guard entry != 0 else { break }
      target.storeBytes(of: entry.littleEndian, toByteOffset: end, as: UInt32.self)
      end += Int(entry >> 24)
      i += 1
    }
    position = i
    count = end
  }
}
