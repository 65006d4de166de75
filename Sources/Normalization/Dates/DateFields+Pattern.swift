extension DateFields {
  /// Reads a text by the steps of a pattern.
  mutating func readPattern(
    _ text: Span<UInt8>, _ steps: Span<DateStep>, words: borrowing DateVocabulary,
    allowTwoDigitYears: Bool
  ) -> DateProblem? {
    guard let numbers = scanPattern(text, steps, words: words) else { return .unreadableDate }
    var year = numbers.year
    if numbers.hasTwoDigitYear {
      guard allowTwoDigitYears else { return .twoDigitYear }
      year += 2000
    }
    if let problem = set(year: year, month: numbers.month, day: numbers.day)
      ?? numbers.offsetProblem
    {
      return problem
    }
    var hour = numbers.hour
    guard hour >= 0 else { return nil }
    if numbers.isHalfDayHour {
      guard (1...12).contains(hour) else { return .impossibleDate }
      hour = hour % 12 + numbers.halfDay
    }
    return set(
      hour: hour, minute: numbers.minute, second: numbers.second, hasFraction: numbers.hasFraction)
  }

  /// The numbers of a text as they stand, whether they make a date or not; the offset is taken.
  ///
  /// - Returns: nil when the text does not have the pattern.
  @inline(__always)
  mutating func scanPattern(
    _ text: Span<UInt8>, _ steps: Span<DateStep>, words: borrowing DateVocabulary
  ) -> PatternNumbers? {
    var at = 0
    var found = PatternNumbers()

    for index in steps.indices {
      switch steps[index] {
      case .literal(let byte):
        guard at < text.count, text[at].lowercasedASCII == byte else { return nil }
        at += 1
      case .fourDigitYear:
        found.year = text.number(at: at, digits: 4)
        if found.year >= 0 {
          at += 4
        } else {
          found.year = text.number(at: at, digits: 2)
          found.hasTwoDigitYear = true
          guard found.year >= 0, !text.hasDigit(at: at + 2) else { return nil }
          at += 2
        }
      case .twoDigitYear:
        found.year = text.number(at: at, digits: 2)
        found.hasTwoDigitYear = true
        guard found.year >= 0 else { return nil }
        at += 2
      case .year:
        let start = at
        while at - start < 4, text.hasDigit(at: at) { at += 1 }
        guard at > start else { return nil }
        found.year = text.number(at: start, digits: at - start)
        found.hasTwoDigitYear = at - start == 2
      case .month(let isPadded):
        found.month = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.month >= 0 else { return nil }
      case .monthName:
        guard let month = words.months.match(text, at: &at) else { return nil }
        found.month = month
      case .day(let isPadded):
        found.day = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.day >= 0 else { return nil }
        if at < text.count, text[at].isLetterASCII {
          skipOrdinal(text, at: &at, before: steps, index + 1, words.ordinals)
        }
      case .hour(let isPadded):
        found.hour = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.hour >= 0 else { return nil }
      case .halfDayHour(let isPadded):
        found.hour = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.hour >= 0 else { return nil }
        found.isHalfDayHour = true
      case .minute(let isPadded):
        found.minute = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.minute >= 0 else { return nil }
      case .second(let isPadded):
        found.second = Self.shortNumber(text, at: &at, isPadded: isPadded)
        guard found.second >= 0 else { return nil }
      case .fraction:
        guard let isNonzero = text.skipDigits(at: &at) else { return nil }
        found.hasFraction = isNonzero
      case .meridiem:
        guard let half = words.meridiems.match(text, at: &at) else { return nil }
        found.halfDay = half
      case .offset:
        found.offsetProblem = readOffset(text, at: &at)
        if found.offsetProblem == .unreadableDate { return nil }
      }
    }
    return at == text.count ? found : nil
  }

  /// Moves past what a language puts after a day's number, unless the pattern has letters there.
  private func skipOrdinal(
    _ text: Span<UInt8>, at: inout Int, before steps: Span<DateStep>, _ next: Int,
    _ ordinals: borrowing DateWords
  ) {
    if next < steps.count, case .literal(let byte) = steps[next], byte.isLetterASCII {
      return
    }
    _ = ordinals.match(text, at: &at)
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
