import TakedownModel

extension DateFields {
  /// Reads a date of ISO 8601, and its time if it has one.
  ///
  /// Calendar (`2024-04-01`, `20240401`), week (`2024-W14-1`, `2024W141`) and ordinal dates
  /// (`2024-092`, `2024092`); after a `T` or a space the time, with or without colons, seconds, a
  /// fraction, which is cut off, and an offset.
  mutating func readISO8601(_ text: Span<UInt8>) -> DateProblem? {
    var at = 0
    let dateProblem = readISODate(text, at: &at)
    if dateProblem == .unreadableDate || at == text.count { return dateProblem }
    guard text.hasLetter(UInt8(ascii: "t"), at: at) || text.has(UInt8(ascii: " "), at: at) else {
      return .unreadableDate
    }
    at += 1
    let timeProblem = readISOTime(text, at: &at)
    if timeProblem == .unreadableDate { return timeProblem }
    if at < text.count {
      if text.has(UInt8(ascii: " "), at: at) { at += 1 }
      let offsetProblem = readOffset(text, at: &at)
      if offsetProblem == .unreadableDate || at < text.count { return .unreadableDate }
      return dateProblem ?? timeProblem ?? offsetProblem
    }
    return dateProblem ?? timeProblem
  }

  @inline(__always)
  private mutating func readISODate(_ text: Span<UInt8>, at: inout Int) -> DateProblem? {
    let year = text.number(at: 0, digits: 4)
    guard year >= 0 else { return .unreadableDate }
    if text.has(UInt8(ascii: "-"), at: 4) {
      if text.has(UInt8(ascii: "-"), at: 7) {
        let month = text.number(at: 5, digits: 2)
        let day = text.number(at: 8, digits: 2)
        guard month >= 0, day >= 0 else { return .unreadableDate }
        at = 10
        return set(year: year, month: month, day: day)
      }
      if text.hasLetter(UInt8(ascii: "w"), at: 5) {
        guard text.has(UInt8(ascii: "-"), at: 8) else { return .unreadableDate }
        at = 10
        return set(
          weekYear: year, week: text.number(at: 6, digits: 2),
          weekday: text.number(at: 9, digits: 1))
      }
      at = 8
      return set(year: year, dayOfYear: text.number(at: 5, digits: 3))
    }
    if text.hasLetter(UInt8(ascii: "w"), at: 4) {
      at = 8
      return set(
        weekYear: year, week: text.number(at: 5, digits: 2), weekday: text.number(at: 7, digits: 1))
    }
    if text.hasDigit(at: 7) {
      let month = text.number(at: 4, digits: 2)
      let day = text.number(at: 6, digits: 2)
      guard month >= 0, day >= 0 else { return .unreadableDate }
      at = 8
      return set(year: year, month: month, day: day)
    }
    at = 7
    return set(year: year, dayOfYear: text.number(at: 4, digits: 3))
  }

  @inline(__always)
  private mutating func readISOTime(_ text: Span<UInt8>, at: inout Int) -> DateProblem? {
    let hour = text.number(at: at, digits: 2)
    let colon = text.has(UInt8(ascii: ":"), at: at + 2) ? 1 : 0
    let minute = text.number(at: at + 2 + colon, digits: 2)
    guard hour >= 0, minute >= 0 else { return .unreadableDate }
    at += 4 + colon
    var second = 0
    var hasFraction = false
    if colon == 1 ? text.has(UInt8(ascii: ":"), at: at) : text.hasDigit(at: at) {
      second = text.number(at: at + colon, digits: 2)
      guard second >= 0 else { return .unreadableDate }
      at += 2 + colon
      if text.has(UInt8(ascii: "."), at: at) || text.has(UInt8(ascii: ","), at: at) {
        at += 1
        guard let isNonzero = text.skipDigits(at: &at) else { return .unreadableDate }
        hasFraction = isNonzero
      }
    }
    return set(hour: hour, minute: minute, second: second, hasFraction: hasFraction)
  }

  private mutating func set(year: Int, dayOfYear: Int) -> DateProblem? {
    guard dayOfYear >= 0 else { return .unreadableDate }
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      (1...(CalendarDate.isLeap(year) ? 366 : 365)).contains(dayOfYear)
    else { return .impossibleDate }
    days = first.days + dayOfYear - 1
    return nil
  }

  /// Week 1 is the one with 4 January in it; weekday 1 is Monday.
  private mutating func set(weekYear: Int, week: Int, weekday: Int) -> DateProblem? {
    guard week >= 0, weekday >= 0 else { return .unreadableDate }
    guard let january4 = CalendarDate(year: weekYear, month: 1, day: 4), (1...7).contains(weekday),
      (1...Self.weeks(of: weekYear, january4: january4)).contains(week)
    else { return .impossibleDate }
    days = Self.monday(before: january4.days) + (week - 1) * 7 + weekday - 1
    return nil
  }

  private static func weeks(of year: Int, january4: CalendarDate) -> Int {
    let nextJanuary4 = january4.days + (CalendarDate.isLeap(year) ? 366 : 365)
    return (monday(before: nextJanuary4) - monday(before: january4.days)) / 7
  }

  /// The Monday of a day's week; 1 January 1970 was a Thursday.
  private static func monday(before days: Int) -> Int {
    let weekday = (days + 3) % 7
    return days - (weekday < 0 ? weekday + 7 : weekday)
  }
}
