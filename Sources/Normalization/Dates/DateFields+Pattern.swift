extension DateFields {
  /// Reads a text by the steps of a pattern.
  mutating func readPattern(
    _ text: Span<UInt8>, _ steps: Span<DateStep>, months: borrowing DateWords,
    meridiems: borrowing DateWords, allowTwoDigitYears: Bool
  ) -> DateProblem? {
    var at = 0
    var year = 0
    var hasTwoDigitYear = false
    var month = 0
    var day = 0
    var hour = -1
    var minute = 0
    var second = 0
    var halfDay: Int?
    var isHalfDayHour = false
    var hasFraction = false
    var offsetProblem: DateProblem?

    for index in steps.indices {
      switch steps[index] {
      case .literal(let byte):
        guard at < text.count, text[at].lowercasedASCII == byte else { return .unreadableDate }
        at += 1
      case .fourDigitYear:
        year = text.number(at: at, digits: 4)
        if year >= 0 {
          at += 4
        } else {
          year = text.number(at: at, digits: 2)
          hasTwoDigitYear = true
          guard year >= 0, !text.hasDigit(at: at + 2) else { return .unreadableDate }
          at += 2
        }
      case .twoDigitYear:
        year = text.number(at: at, digits: 2)
        hasTwoDigitYear = true
        guard year >= 0 else { return .unreadableDate }
        at += 2
      case .year:
        let start = at
        while at - start < 4, text.hasDigit(at: at) { at += 1 }
        guard at > start else { return .unreadableDate }
        year = text.number(at: start, digits: at - start)
        hasTwoDigitYear = at - start == 2
      case .month(let isPadded):
        month = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard month >= 0 else { return .unreadableDate }
      case .monthName:
        guard let found = months.match(text, at: &at) else { return .unreadableDate }
        month = found
      case .day(let isPadded):
        day = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard day >= 0 else { return .unreadableDate }
      case .hour(let isPadded):
        hour = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard hour >= 0 else { return .unreadableDate }
      case .halfDayHour(let isPadded):
        hour = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard hour >= 0 else { return .unreadableDate }
        isHalfDayHour = true
      case .minute(let isPadded):
        minute = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard minute >= 0 else { return .unreadableDate }
      case .second(let isPadded):
        second = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard second >= 0 else { return .unreadableDate }
      case .fraction:
        guard let isNonzero = text.skipDigits(at: &at) else { return .unreadableDate }
        hasFraction = isNonzero
      case .meridiem:
        guard let found = meridiems.match(text, at: &at) else { return .unreadableDate }
        halfDay = found
      case .offset:
        offsetProblem = readOffset(text, at: &at)
        if offsetProblem == .unreadableDate { return .unreadableDate }
      }
    }
    guard at == text.count else { return .unreadableDate }

    if hasTwoDigitYear {
      guard allowTwoDigitYears else { return .twoDigitYear }
      year += 2000
    }
    if let problem = set(year: year, month: month, day: day) ?? offsetProblem { return problem }
    guard hour >= 0 else { return nil }
    if isHalfDayHour {
      guard (1...12).contains(hour) else { return .impossibleDate }
      hour = hour % 12 + (halfDay ?? 0)
    }
    return set(hour: hour, minute: minute, second: second, hasFraction: hasFraction)
  }

  /// Two digits, or one when the pattern does not pad; −1 when they are not there.
  @inline(__always)
  private static func shortNumber(_ text: Span<UInt8>, at: inout Int, isPadded: Bool) -> Int {
    let both = text.number(at: at, digits: 2)
    if both >= 0 {
      at += 2
      return both
    }
    if isPadded { return -1 }
    let one = text.number(at: at, digits: 1)
    at += 1
    return one
  }
}
