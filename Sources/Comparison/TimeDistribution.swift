import Bytes
import TakedownModel

/// How long actions took, by row and window: exact, from all times there are.
struct TimeDistribution {
  /// What is told of one cell.
  struct Figures: Hashable {
    /// Records with one of the actions, whether or not they have both times.
    var records = 0
    /// Records with both times; what follows is about these.
    var timed = 0
    var within24Hours = 0
    var within72Hours = 0
    /// The middle time in seconds, or the two of which it is the mean.
    var lowerMedian: UInt64 = 0
    var upperMedian: UInt64 = 0
    /// In seconds: the shortest time that at least nine in ten records did not exceed.
    var ninetiethPercentile: UInt64 = 0
    /// How many have been walked over yet, from the shortest time on.
    fileprivate var passed = 0
  }

  private let rows: CellRows
  private let windowCount: Int
  private var figures: [Figures]

  /// Counts `times`, which go from the shortest to the longest, in windows without a choice of
  /// agencies.
  init(
    _ measure: TimeMeasure, _ tally: Tally, times: [TimedAction], _ rows: CellRows,
    _ days: CountedDays
  ) {
    self.rows = rows
    windowCount = days.windowCount
    figures = Array(repeating: Figures(), count: rows.count * days.windowCount)
    let actions = measure.actions.bits
    countRecords(tally.records, actions, days.byDay)
    for timed in times where actions >> UInt64(timed.place.actionCode) & 1 != 0 {
      let (isIn24, isIn72) = (timed.seconds <= 24 * 3600, timed.seconds <= 72 * 3600)
      for index in days.byDay.range(of: timed.place.date) {
        let window = Int(days.byDay.windows[index])
        for part in 0..<4 {
          let cell = row(part, timed.place) * windowCount + window
          figures[cell].timed += 1
          if isIn24 { figures[cell].within24Hours += 1 }
          if isIn72 { figures[cell].within72Hours += 1 }
        }
      }
    }
    for timed in times where actions >> UInt64(timed.place.actionCode) & 1 != 0 {
      for index in days.byDay.range(of: timed.place.date) {
        let window = Int(days.byDay.windows[index])
        for part in 0..<4 {
          figures[row(part, timed.place) * windowCount + window].pass(timed.seconds)
        }
      }
    }
  }

  private mutating func countRecords(
    _ records: RecordCounts, _ actions: UInt64, _ byDay: WindowsByDay
  ) {
    records.forEach { place, count in
      guard actions >> UInt64(place.actionCode) & 1 != 0 else { return }
      for index in byDay.range(of: place.date) {
        let window = Int(byDay.windows[index])
        for part in 0..<4 { figures[row(part, place) * windowCount + window].records += count }
      }
    }
  }

  /// One of the four rows that a place counts in.
  private func row(_ part: Int, _ place: Place) -> Int {
    switch part {
    case 0: place.platform
    case 1: rows.row(agency: place.agency, platform: place.platform)
    case 2: rows.row(agency: place.agency, platform: nil)
    default: rows.row(agency: nil, platform: nil)
    }
  }

  /// The figures of a cell, nil standing for all; nil where agency and platform do not occur together.
  func figures(agency: Int?, platform: Int?, window: Int) -> Figures? {
    let row = rows.row(agency: agency, platform: platform)
    return row < 0 ? nil : figures[row * windowCount + window]
  }
}

extension TimeDistribution.Figures {
  /// Takes the next longer time, once `timed` is known.
  fileprivate mutating func pass(_ seconds: UInt64) {
    if passed == (timed - 1) / 2 { lowerMedian = seconds }
    if passed == timed / 2 { upperMedian = seconds }
    // By nearest rank.
    if passed == (9 * timed + 9) / 10 - 1 { ninetiethPercentile = seconds }
    passed += 1
  }

  /// The cells of a row of the table from `records` on, without status.
  var cells: [String] {
    let both = Int(clamping: lowerMedian) + Int(clamping: upperMedian)
    let slowest = Int(clamping: ninetiethPercentile)
    guard timed > 0 else { return [String(records), "0"] + Array(repeating: "", count: 8) }
    return [
      String(records), String(timed),
      ExactRatio(both, 2).text(decimals: both.isMultiple(of: 2) ? 0 : 1),
      ExactRatio(both, 7200).text(decimals: 1), String(slowest),
      ExactRatio(slowest, 3600).text(decimals: 1), String(within24Hours),
      ExactRatio(within24Hours, timed).times100.text(decimals: 1), String(within72Hours),
      ExactRatio(within72Hours, timed).times100.text(decimals: 1),
    ]
  }
}
