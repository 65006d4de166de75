import Bytes

/// A day of the Gregorian calendar, as days since 1 January 1970.
struct SampleDay: Hashable, Comparable, Sendable {
  let days: Int

  init(days: Int) {
    self.days = days
  }

  /// The day with this year, month and day, which must exist.
  init(_ year: Int, _ month: Int, _ day: Int) {
    // Days from civil, counted in eras of 400 years from 1 March of year 0 (H. Hinnant).
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1 to 12, day 1 to 31.
  var components: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 for Sunday to 6 for Saturday.
  var weekday: Int { (days + 4) % 7 }

  func adding(_ count: Int) -> SampleDay { SampleDay(days: days + count) }

  static func < (left: SampleDay, right: SampleDay) -> Bool { left.days < right.days }

  /// The day as `2024-02-29`.
  var iso: String { text(order: .yearFirst, separator: "-") }

  enum Order { case yearFirst, dayFirst }

  /// The day in digits with leading zeros: `29/02/2024`.
  func text(order: Order, separator: Unicode.Scalar) -> String {
    let (year, month, day) = components
    let mark = UInt8(ascii: separator)
    var bytes: [UInt8] = []
    bytes.append(decimal: order == .yearFirst ? year : day, width: order == .yearFirst ? 4 : 2)
    bytes.append(mark)
    bytes.append(decimal: month, width: 2)
    bytes.append(mark)
    bytes.append(decimal: order == .yearFirst ? day : year, width: order == .yearFirst ? 2 : 4)
    return bytes.span.text
  }
}
