import TakedownModel

/// From when to when an agency has records, and how many.
struct AgencyCoverage: Hashable {
  var records = 0
  var takedowns = 0
  var firstDay = CalendarDate(days: Int.max)
  var lastDay = CalendarDate(days: Int.min)

  /// Takes in so many records of a day and an action.
  mutating func add(_ count: Int, action: Action?, date: CalendarDate) {
    records += count
    if action == .takenDown { takedowns += count }
    firstDay = min(firstDay, date)
    lastDay = max(lastDay, date)
  }
}
