import TakedownModel

/// A week of ISO 8601: from Monday to Sunday, of the year that has its Thursday.
struct ISOWeek: Hashable {
  let monday: CalendarDate
  /// The year that the week counts to, which its first or last days may lie outside of.
  let year: Int
  /// 1 to 53.
  let number: Int

  init(holding day: CalendarDate) {
    // 1 January 1970 was a Thursday.
    let weekday = ((day.days + 3) % 7 + 7) % 7
    monday = day.adding(days: -weekday)
    let thursday = monday.adding(days: 3)
    year = thursday.components.year
    let firstDay = CalendarDate(year: year, month: 1, day: 1) ?? thursday
    number = (thursday.days - firstDay.days) / 7 + 1
  }

  /// The week's number with its year, as ISO 8601 writes it: `2025-W01`.
  var name: String {
    let years = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - years.count))
    return "\(zeros)\(years)-W\(number < 10 ? "0" : "")\(number)"
  }

  /// The week with the same number of the year before; nil where that year has no such week.
  var yearBefore: ISOWeek? {
    guard let fourth = CalendarDate(year: year - 1, month: 1, day: 4) else { return nil }
    // The week of 4 January is the first.
    let first = ISOWeek(holding: fourth)
    let week = ISOWeek(holding: first.monday.adding(days: 7 * (number - 1)))
    return week.year == year - 1 ? week : nil
  }
}
