/// A day of the Gregorian calendar, without a time or a zone.
///
/// Held as days since 1 January 1970, so that comparing and subtracting are one instruction. Years
/// 1 to 9999.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  package let days: Int

  package init(days: Int) {
    self.days = days
  }

  /// The day with this year, month and day; nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, counted in eras of 400 years from 1 March of year 0 (H. Hinnant).
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1 to 12, day 1 to 31.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days of a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day so many days later, or earlier when negative.
  package func adding(days count: Int) -> CalendarDate {
    CalendarDate(days: days + count)
  }

  /// The same day of another year; 29 February becomes 28 February where there is none.
  package func adding(years count: Int) -> CalendarDate {
    let (year, month, day) = components
    let length = Self.length(ofMonth: month, year: year + count)
    return CalendarDate(year: year + count, month: month, day: min(day, length)) ?? self
  }

  /// The same day so many months later; the last day of a month that is too short for it.
  package func adding(months count: Int) -> CalendarDate {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    let (newYear, newMonth) = (months / 12, months % 12 + 1)
    let length = Self.length(ofMonth: newMonth, year: newYear)
    return CalendarDate(year: newYear, month: newMonth, day: min(day, length)) ?? self
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.days < right.days
  }
}

extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
  /// The day as `2025-03-31`.
  package var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads `2025-03-31`; nil for anything else.
  package init?(_ text: String) {
    self.init(spelling: text.utf8.span)
  }

  /// The day that bytes spell as `2025-03-31`; nil for any others.
  package init?(spelling text: Span<UInt8>) {
    guard text.count == 10, text[4] == 0x2d, text[7] == 0x2d else { return nil }
    var fault: UInt8 = 0
    func digit(_ index: Int) -> Int {
      let value = text[index] &- 0x30
      if value > 9 { fault = 1 }
      return Int(value)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    guard fault == 0 else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as people say it: `31 March 2025`.
  package var spoken: String {
    let (year, month, day) = components
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  /// The English names of the months, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
