extension DateFields {
  private static var dateWord: DigitWord {
    DigitWord(pattern: 0x2d30_302d_3030_3030, mask: 0xfff0_f0ff_f0f0_f0f0)  // 0000-00-
  }
  private static var timeWord: DigitWord {
    DigitWord(pattern: 0x3030_3a30_303a_3030, mask: 0xf0f0_fff0_f0ff_f0f0)  // 00:00:00
  }

  /// The fast path of ISO 8601: `2024-04-01` and `2024-04-01T10:15:00`, the latter with or without a
  /// fraction and an offset.
  ///
  /// Eight bytes at a time. Whatever does not fit, and what fits but is no date, is left to
  /// `readISO8601`, which says why.
  ///
  /// - Returns: whether the text was read.
  @inline(__always)
  mutating func readTimestamp(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 10, let date = Self.dateWord.read(text, at: 0) else {
      return false
    }
    let day = text.number(at: 8, digits: 2)
    let year = Int(date & 0xff) * 100 + Int(date >> 16 & 0xff)
    guard day >= 0, set(year: year, month: Int(date >> 40 & 0xff), day: day) == nil else {
      return false
    }
    if text.count == 10 { return true }

    guard text.count >= 19, text[10] | 0x20 == UInt8(ascii: "t") || text[10] == 0x20,
      let time = Self.timeWord.read(text, at: 11)
    else { return false }
    let hour = Int(time & 0xff)
    let minute = Int(time >> 24 & 0xff)
    let second = Int(time >> 48 & 0xff)
    guard hour < 24, minute < 60, second < 60 else { return false }
    secondOfDay = hour * 3600 + minute * 60 + second

    var at = 19
    if text.has(UInt8(ascii: "."), at: at) {
      at += 1
      guard text.skipDigits(at: &at) != nil else { return false }
    }
    if at == text.count { return true }
    if at + 1 == text.count, text[at] | 0x20 == UInt8(ascii: "z") {
      offset = 0
      return true
    }
    return readOffset(text, at: &at) == nil && at == text.count
  }
}
