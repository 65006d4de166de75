import Bytes
import TakedownModel

/// Who has records of any action in which window, on which platform.
struct Presence {
  private let rows: CellRows
  private let windowCount: Int
  /// By row × window.
  private var isPresent: [Bool]

  /// Looks through the tally's records, whose days run from `first` to `last`.
  init(
    _ tally: Tally, _ rows: CellRows, windows: [DayWindow], from first: CalendarDate,
    to last: CalendarDate
  ) {
    self.rows = rows
    windowCount = windows.count
    isPresent = Array(repeating: false, count: rows.count * windows.count)
    mark(tally.records, WindowsByDay(windows, from: first, to: last))
  }

  private mutating func mark(_ records: RecordCounts, _ byDay: WindowsByDay) {
    records.forEach { place, _ in
      let cells = [
        rows.row(agency: place.agency, platform: place.platform), place.platform,
        rows.row(agency: place.agency, platform: nil), rows.row(agency: nil, platform: nil),
      ]
      for index in byDay.range(of: place.date) {
        let window = Int(byDay.windows[index])
        for row in cells { isPresent[row * windowCount + window] = true }
      }
    }
  }

  /// Whether there are records, nil standing for all agencies or all platforms.
  func hasRecords(agency: Int?, platform: Int? = nil, window: Int) -> Bool {
    let row = rows.row(agency: agency, platform: platform)
    return row >= 0 && isPresent[row * windowCount + window]
  }

  /// The agencies, by the tally's numbers, that have records.
  func agencies(window: Int) -> Set<Int> {
    Set((0..<rows.agencyCount).filter { hasRecords(agency: $0, window: window) })
  }

  /// The platforms on which one of the agencies has records.
  func platforms(of agencies: Set<Int>, window: Int) -> Set<Int> {
    Set(
      (0..<rows.platformCount).filter { platform in
        agencies.contains { hasRecords(agency: $0, platform: platform, window: window) }
      })
  }
}
