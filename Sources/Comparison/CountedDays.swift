import TakedownModel

/// For each day, the windows that hold it, and for each window, whose records count.
struct CountedDays {
  let byDay: WindowsByDay
  let windowCount: Int
  /// How many windows come before the first that has a choice of agencies.
  private let plainCount: Int
  private let agencyCount: Int
  /// By window after the plain ones × agency.
  private var isChosen: [Bool] = []

  /// Windows without a choice of agencies must come first.
  init(
    _ windows: [CountedWindow], agencyCount: Int, from first: CalendarDate, to last: CalendarDate
  ) {
    byDay = WindowsByDay(windows.map(\.days), from: first, to: last)
    plainCount = windows.firstIndex { $0.agencies != nil } ?? windows.count
    self.agencyCount = agencyCount
    windowCount = windows.count
    for window in windows[plainCount...] {
      for agency in 0..<agencyCount {
        isChosen.append(window.agencies?.contains(agency) ?? true)
      }
    }
  }

  /// Whether an agency's records count in a window.
  func counts(_ agency: Int, in window: Int) -> Bool {
    window < plainCount || isChosen[(window - plainCount) * agencyCount + agency]
  }
}
