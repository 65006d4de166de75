import Bytes
import TakedownModel

/// The figures of every measure by agency, platform and window.
///
/// An account has one platform, so a figure for all platforms is the sum of its platforms'. It can
/// have several agencies, so a figure for all agencies is counted for itself.
struct CellCounts {
  let rows: CellRows
  let windowCount: Int
  /// By measure, rows × windows.
  private var figures: [[Int]]

  /// Counts the tally's records, whose days run from `first` to `last`.
  ///
  /// Windows without a choice of agencies come first.
  init(
    _ tally: Tally, _ rows: CellRows, windows: [CountedWindow], from first: CalendarDate,
    to last: CalendarDate
  ) {
    self.rows = rows
    windowCount = windows.count
    figures = Measure.all.map { _ in
      Array(repeating: 0, count: rows.countOfParts * windows.count)
    }
    let days = CountedDays(windows, agencyCount: rows.agencyCount, from: first, to: last)
    countRecords(tally.records, days)
    for (number, measure) in Measure.all.enumerated() {
      if case .accounts(let units) = measure.rule {
        figures[number] = countAccounts(tally.accountDays, days, units: units.bits)
      }
    }
    var events = AccountEvents(rows, days)
    events.count(tally)
    for (number, measure) in Measure.all.enumerated() {
      switch measure.rule {
      case .reinstated: figures[number] = events.reinstated
      case .takenDownAgain: figures[number] = events.takenDownAgain
      default: break
      }
    }
  }

  private mutating func countRecords(_ records: RecordCounts, _ days: CountedDays) {
    var measures: [[Int]] = Array(repeating: [], count: 8)
    for (number, measure) in Measure.all.enumerated() {
      guard case .records(let actions) = measure.rule else { continue }
      for action in actions { measures[Int(action.code)].append(number) }
    }
    records.forEach { place, count in
      let row = rows.row(agency: place.agency, platform: place.platform) * windowCount
      let platform = place.platform * windowCount
      for index in days.byDay.range(of: place.date) {
        let window = Int(days.byDay.windows[index])
        guard days.counts(place.agency, in: window) else { continue }
        for measure in measures[Int(place.actionCode)] {
          figures[measure][row + window] += count
          figures[measure][platform + window] += count
        }
      }
    }
  }

  private func countAccounts(_ accounts: AccountDays, _ days: CountedDays, units: UInt64) -> [Int] {
    var sums = Array(repeating: 0, count: rows.countOfParts * windowCount)
    // Which account was counted last for each agency (and all) and window.
    var counted = Array(repeating: 0, count: (rows.agencyCount + 1) * windowCount)
    let joint = rows.agencyCount * windowCount
    var account = 0
    accounts.forEachAccount { entries in
      account += 1
      for i in entries.indices {
        let place = entries[i].place
        guard units >> UInt64(place.unitCode) & 1 != 0 else { continue }
        let platform = place.platform * windowCount
        let own = place.agency * windowCount
        let row = rows.row(agency: place.agency, platform: place.platform) * windowCount
        for index in days.byDay.range(of: place.date) {
          let window = Int(days.byDay.windows[index])
          guard days.counts(place.agency, in: window) else { continue }
          if counted[joint + window] != account {
            counted[joint + window] = account
            sums[platform + window] += 1
          }
          if counted[own + window] != account {
            counted[own + window] = account
            sums[row + window] += 1
          }
        }
      }
    }
    return sums
  }
}

extension CellCounts {
  /// The figure of a measure, by its place in `Measure.all`; nil for the agency stands for all.
  func figure(_ measure: Int, agency: Int?, platforms: some Sequence<Int>, window: Int) -> Int {
    var sum = 0
    for platform in platforms {
      let row = rows.row(agency: agency, platform: platform)
      if row >= 0 { sum += figures[measure][row * windowCount + window] }
    }
    return sum
  }

  /// The figure of a cell; nil for agency or platform stands for all of them.
  func figure(_ measure: Int, agency: Int?, platform: Int?, window: Int) -> Int {
    figure(
      measure, agency: agency,
      platforms: platform.map { $0..<($0 + 1) } ?? 0..<rows.platformCount, window: window)
  }

  /// The figure of the measure with a name.
  func figure(_ measure: String, agency: Int?, platform: Int?, window: Int) -> Int {
    guard let number = Measure.all.firstIndex(where: { $0.name == measure }) else { return 0 }
    return figure(number, agency: agency, platform: platform, window: window)
  }
}
