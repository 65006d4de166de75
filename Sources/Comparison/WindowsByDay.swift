import TakedownModel

/// For each day, the windows that hold it.
struct WindowsByDay {
  /// The windows' numbers, day after day.
  private(set) var windows: [Int32] = []
  private let firstDay: Int
  private var ends: [Int32] = [0]

  /// Lists the windows of each day from `first` to `last`.
  init(_ all: [DayWindow], from first: CalendarDate, to last: CalendarDate) {
    firstDay = first.days
    let days = max(0, last.days - first.days + 1)
    // Days at which some window opens or closes; in between the list stays the same.
    var open: [Int32] = []
    var changes = Set<Int>()
    for window in all {
      changes.insert(window.start.days)
      changes.insert(window.end.days + 1)
    }
    ends.reserveCapacity(days + 1)
    for offset in 0..<days {
      let day = CalendarDate(days: firstDay + offset)
      if offset == 0 || changes.contains(day.days) {
        open = []
        for (number, window) in all.enumerated() where window.start <= day && day <= window.end {
          open.append(Int32(truncatingIfNeeded: number))
        }
      }
      windows.append(contentsOf: open)
      ends.append(Int32(truncatingIfNeeded: windows.count))
    }
  }

  /// The places in `windows` of those that hold a day; it must lie between first and last.
  func range(of date: CalendarDate) -> Range<Int> {
    let offset = date.days - firstDay
    return Int(ends[offset])..<Int(ends[offset + 1])
  }
}
