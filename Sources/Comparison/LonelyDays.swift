package import TakedownModel

/// The first and the last day with records, where they are so far from all others that they may be
/// slips: by the first it is judged from when records are complete, and by the last where the current
/// period ends.
package struct LonelyDays: Hashable, Sendable {
  /// The first day and the next; nil unless they are far apart.
  package let first: ClosedRange<CalendarDate>?
  /// The last day but one and the last; nil unless they are far apart, or where the end is set.
  package let last: ClosedRange<CalendarDate>?

  /// Far apart are days of which more than `quietDays` are without records, and more than twice as
  /// many as between any two days that are neither the first nor the last.
  init(_ tally: Tally, quietDays: Int, endIsSet: Bool) {
    var found: Set<CalendarDate> = []
    tally.records.forEach { place, _ in found.insert(place.date) }
    let days = found.sorted()
    guard days.count > 2 else {
      (first, last) = (nil, nil)
      return
    }
    let gaps = zip(days, days.dropFirst()).map { $1.days - $0.days }
    let usual = gaps.dropFirst().dropLast().max() ?? 0
    func apart(_ one: Int, _ next: Int) -> ClosedRange<CalendarDate>? {
      gaps[one] > max(quietDays, 2 * usual) ? days[one]...days[next] : nil
    }
    first = apart(0, 1)
    last = endIsSet ? nil : apart(days.count - 2, days.count - 1)
  }
}
