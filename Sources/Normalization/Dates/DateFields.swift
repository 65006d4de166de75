import TakedownModel

/// What a format found in a text, before any zone comes in.
struct DateFields {
  /// Stands for no number; an optional would be one more byte to store and test for each record.
  static let none = Int.min
  /// Seconds of a day.
  static let dayLength = 86_400
  /// The days of the years 1 to 9999, since 1970.
  static let possibleDays = -719_162...2_932_896
  /// Further from Greenwich no clock has ever been.
  static let largestOffset = 18 * 3600

  /// Days since 1970.
  var days = 0
  /// Since midnight, 86 400 for 24:00; `none` for a date without a time.
  var secondOfDay = none
  /// Seconds east of Greenwich; `none` when the text does not say.
  var offset = none

  /// Whether a number was read that is too large, or too small, for a day of these years.
  var isBeyondYears: Bool { !Self.possibleDays.contains(days) }

  /// Takes a day of the calendar.
  @inline(__always)
  mutating func set(year: Int, month: Int, day: Int) -> DateProblem? {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return .impossibleDate
    }
    days = date.days
    return nil
  }

  /// Takes a time of the day; 24:00 is the end of it, and a leap second is none.
  @inline(__always)
  mutating func set(hour: Int, minute: Int, second: Int, hasFraction: Bool) -> DateProblem? {
    guard minute < 60, second < 60,
      hour < 24 || hour == 24 && minute == 0 && second == 0 && !hasFraction
    else { return .impossibleDate }
    secondOfDay = hour * 3600 + minute * 60 + second
    return nil
  }

  /// Takes the offset at a place of a text, which then moves past it: `Z`, `+01`, `+0100`, `+01:00`.
  mutating func readOffset(_ text: Span<UInt8>, at place: inout Int) -> DateProblem? {
    if text.hasLetter(UInt8(ascii: "z"), at: place) {
      offset = 0
      place += 1
      return nil
    }
    let isWest = text.has(UInt8(ascii: "-"), at: place)
    guard isWest || text.has(UInt8(ascii: "+"), at: place) else { return .unreadableDate }
    let hours = text.number(at: place + 1, digits: 2)
    guard hours >= 0 else { return .unreadableDate }
    place += 3
    var minutes = 0
    if text.has(UInt8(ascii: ":"), at: place) {
      minutes = text.number(at: place + 1, digits: 2)
      place += 3
    } else if text.hasDigit(at: place) {
      minutes = text.number(at: place, digits: 2)
      place += 2
    }
    guard minutes >= 0 else { return .unreadableDate }
    let seconds = hours * 3600 + minutes * 60
    guard minutes < 60, seconds <= Self.largestOffset else { return .impossibleDate }
    offset = isWest ? -seconds : seconds
    return nil
  }
}
