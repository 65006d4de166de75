package import TakedownModel

/// The days that a count is of, both ends included.
package struct CountsPeriod: Hashable, Sendable {
  package let start: CalendarDate
  package let end: CalendarDate

  /// The forms that are read, to follow "expected" in a message.
  package static let forms =
    "a period such as 2024, 2024-07, July 2024, 2024Q3, H1 2024, Jul-Sep 2024, "
    + "2024-07-01/2024-12-31 or 01/07/2024 - 31/12/2024"

  init?(_ start: CalendarDate?, _ end: CalendarDate?) {
    guard let start, let end, start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// Reads a period as tables name it; nil for what is none.
  ///
  /// Names of months are English. A range of days with slashes or full stops is read day first, and
  /// only where it is whole months: so one that was written month first is refused.
  package init?(_ text: String) {
    guard let parts = PeriodParts(text), let found = Self.period(parts.form, parts.numbers) else {
      return nil
    }
    self = found
  }

  private static func period(_ form: String, _ n: [Int]) -> CountsPeriod? {
    switch form {
    case "4": months(1, 12, n[0], if: true)
    case "4 q 1": months(n[1] * 3 - 2, n[1] * 3, n[0], if: 1...4 ~= n[1])
    case "q 1 4": months(n[0] * 3 - 2, n[0] * 3, n[1], if: 1...4 ~= n[0])
    case "4 h 1": months(n[1] * 6 - 5, n[1] * 6, n[0], if: 1...2 ~= n[1])
    case "h 1 4": months(n[0] * 6 - 5, n[0] * 6, n[1], if: 1...2 ~= n[0])
    case "4 2", "4 m": months(n[1], n[1], n[0], if: true)
    case "m 4": months(n[0], n[0], n[1], if: true)
    case "m m 4": months(n[0], n[1], n[2], if: true)
    case "4 m m": months(n[1], n[2], n[0], if: true)
    case "m 4 m 4": CountsPeriod(first(n[0], n[1]), last(n[2], n[3]))
    case "4 2 2":
      CountsPeriod(day(n[0], n[1], n[2]), day(n[0], n[1], n[2]))
    case "4 2 2 4 2 2":
      CountsPeriod(day(n[0], n[1], n[2]), day(n[3], n[4], n[5]))
    case "2 2 4 2 2 4", "1 1 4 2 2 4", "1 1 4 2 1 4", "1 2 4 2 2 4", "1 1 4 1 1 4":
      wholeMonths(day(n[2], n[1], n[0]), day(n[5], n[4], n[3]))
    default: nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  private static func months(
    _ first: Int, _ last: Int, _ year: Int, if isKnown: Bool
  ) -> CountsPeriod? {
    guard isKnown else { return nil }
    return CountsPeriod(Self.first(first, year), Self.last(last, year))
  }

  private static func first(_ month: Int, _ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 1)
  }

  private static func last(_ month: Int, _ year: Int) -> CalendarDate? {
    guard (1...12).contains(month) else { return nil }
    return CalendarDate(
      year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
  }

  private static func wholeMonths(
    _ start: CalendarDate?, _ end: CalendarDate?
  ) -> CountsPeriod? {
    guard let start, let end, start.components.day == 1, end.adding(days: 1).components.day == 1
    else { return nil }
    return CountsPeriod(start, end)
  }
}
