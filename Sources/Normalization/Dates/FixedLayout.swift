/// Where a pattern whose every part has a fixed width, such as `dd/MM/yyyy HH:mm`, has its numbers.
///
/// The fast path of such patterns: it reads what fits the layout to the byte and leaves all else,
/// with the reasons, to the steps. Up to three words cover the text, and each pair of digits is
/// within one of them; `place` / 8 is a pair's word and the remainder its byte there.
struct FixedLayout: Sendable {
  private let count: Int
  private let words: InlineArray<3, DigitWord>
  private let offsets: InlineArray<3, Int>
  private let century: Int
  private let year: Int
  private let month: Int
  private let day: Int
  /// Negative, as are those below, when the pattern has none.
  private let hour: Int
  private let minute: Int
  private let second: Int

  /// The layout of a pattern; nil when a width varies or it is too short or too long.
  init?(_ steps: [DateStep]) {
    var bytes: [(pattern: UInt8, mask: UInt8)] = []
    /// Where pairs begin: century, year, month, day, hour, minute, second.
    var starts = [-1, -1, -1, -1, -1, -1, -1]
    for step in steps {
      let fields: [Int]
      switch step {
      case .literal(let byte):
        let isLetter = byte >= 0x61 && byte <= 0x7a
        bytes.append((byte, isLetter ? 0xdf : 0xff))
        continue
      case .fourDigitYear: fields = [0, 1]
      case .month(isPadded: true): fields = [2]
      case .day(isPadded: true): fields = [3]
      case .hour(isPadded: true): fields = [4]
      case .minute(isPadded: true): fields = [5]
      case .second(isPadded: true): fields = [6]
      default: return nil
      }
      for field in fields {
        starts[field] = bytes.count
        bytes += [(0x30, 0xf0), (0x30, 0xf0)]
      }
    }
    guard bytes.count >= 8, starts[0...3].allSatisfy({ $0 >= 0 }) else { return nil }

    var offsets = [0]
    while let last = offsets.last, last + 8 < bytes.count {
      let cut = starts.first { $0 == last + 7 } ?? last + 8
      offsets.append(min(cut, bytes.count - 8))
    }
    guard offsets.count <= 3 else { return nil }
    while offsets.count < 3 { offsets.append(offsets[offsets.count - 1]) }
    func word(_ offset: Int) -> DigitWord {
      var (pattern, mask): (UInt64, UInt64) = (0, 0)
      for byte in bytes[offset..<offset + 8].reversed() {
        pattern = pattern << 8 | UInt64(byte.pattern)
        mask = mask << 8 | UInt64(byte.mask)
      }
      return DigitWord(pattern: pattern, mask: mask)
    }
    func place(_ field: Int) -> Int {
      let start = starts[field]
      guard start >= 0, let word = offsets.firstIndex(where: { (0...6).contains(start - $0) })
      else {
        return -1
      }
      return word * 8 + start - offsets[word]
    }
    count = bytes.count
    words = [word(offsets[0]), word(offsets[1]), word(offsets[2])]
    self.offsets = [offsets[0], offsets[1], offsets[2]]
    (century, year, month, day) = (place(0), place(1), place(2), place(3))
    (hour, minute, second) = (place(4), place(5), place(6))
  }

  /// Reads a text that fits.
  ///
  /// - Returns: false, for the steps to say why, when it does not.
  @inline(__always)
  func read(_ text: Span<UInt8>, into fields: inout DateFields) -> Bool {
    guard text.count == count,
      let first = words[0].read(text, at: offsets[0]),
      let middle = words[1].read(text, at: offsets[1]),
      let last = words[2].read(text, at: offsets[2])
    else { return false }

    func number(_ place: Int) -> Int {
      let word = place < 8 ? first : place < 16 ? middle : last
      return Int(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: (place & 7) * 8) & 0xff)
    }
    guard
      fields.set(
        year: number(century) * 100 + number(year), month: number(month), day: number(day)) == nil
    else { return false }
    guard hour >= 0 else { return true }
    return fields.set(
      hour: number(hour), minute: number(minute), second: second < 0 ? 0 : number(second),
      hasFraction: false) == nil
  }
}
