extension DateFields {
  /// Reads seconds since 1970, or such parts of them; what is less than a second is cut off.
  mutating func readUnix(_ text: Span<UInt8>, unitsPerSecond: Int) -> DateProblem? {
    var at = 0
    let isNegative = text.has(UInt8(ascii: "-"), at: at)
    if isNegative { at += 1 }
    guard let whole = Self.wholeNumber(text, at: &at) else { return .unreadableDate }
    var isNonzero = false
    if text.has(UInt8(ascii: "."), at: at) {
      at += 1
      guard let rest = text.skipDigits(at: &at) else { return .unreadableDate }
      isNonzero = rest
    }
    guard at == text.count else { return .unreadableDate }
    var seconds = whole / unitsPerSecond
    // Cutting off goes to the past, also before 1970.
    if isNegative {
      seconds = -seconds - (isNonzero || whole % unitsPerSecond != 0 ? 1 : 0)
    }
    days = utcDay(seconds)
    secondOfDay = seconds - days * Self.dayLength
    offset = 0
    return Self.possibleDays.contains(days) ? nil : .impossibleDate
  }

  /// Reads a spreadsheet's serial: whole days and the time as their fraction, to the nearest second.
  ///
  /// A fraction of zeros is no time: that is how a spreadsheet writes a date, and how programs write
  /// it that hold the column as decimals. Serial 60 of the 1900 system is the 29 February 1900 that
  /// never was.
  mutating func readExcel(_ text: Span<UInt8>, system1904: Bool) -> DateProblem? {
    var at = 0
    guard let serial = Self.wholeNumber(text, at: &at) else { return .unreadableDate }
    var numerator = 0
    var denominator = 1
    if text.has(UInt8(ascii: "."), at: at) {
      at += 1
      guard text.hasDigit(at: at) else { return .unreadableDate }
      while text.hasDigit(at: at) {
        // Twelve digits of a day are far below a second.
        if denominator < 1_000_000_000_000 {
          numerator = numerator * 10 + Int(text[at] &- 0x30)
          denominator *= 10
        }
        at += 1
      }
    }
    guard at == text.count else { return .unreadableDate }
    if system1904 {
      days = serial - 24_107
    } else {
      guard serial != 0, serial != 60 else { return .impossibleDate }
      days = serial - (serial < 60 ? 25_568 : 25_569)
    }
    if numerator > 0 {
      secondOfDay = (numerator * Self.dayLength + denominator / 2) / denominator
    }
    return Self.possibleDays.contains(days) ? nil : .impossibleDate
  }

  /// The number of the ASCII digits at a place; nil when there are none, and a number too large for
  /// any date when they are more than fit.
  private static func wholeNumber(_ text: Span<UInt8>, at: inout Int) -> Int? {
    guard text.hasDigit(at: at) else { return nil }
    var value = 0
    while text.hasDigit(at: at) {
      value = min(value * 10 + Int(text[at] &- 0x30), 100_000_000_000_000_000)
      at += 1
    }
    return value
  }
}
