import Bytes
import TakedownModel

/// The figures of every measure by agency, platform and window.
///
/// An account has one platform, so a figure for all platforms is the sum of its platforms'. It can
/// have several agencies, so a figure for all agencies is counted for itself.
struct CellCounts {
  private let platformCount: Int
  private let windowCount: Int
  /// By agency × platform: the row of their figures; -1 where they have no record together.
  private var rows: [Int32]
  /// By measure, rows × windows; the first rows are those of all agencies, one a platform.
  private var figures: [[Int]] = []
  /// Agencies and all × windows: records of any action.
  private var presence: [Int]

  init(_ tally: Tally, windows: [DayWindow], from first: CalendarDate, to last: CalendarDate) {
    let agencyCount = tally.agencies.count
    platformCount = tally.platforms.count
    windowCount = windows.count
    rows = Array(repeating: -1, count: agencyCount * platformCount)
    presence = Array(repeating: 0, count: (agencyCount + 1) * windowCount)
    let byDay = WindowsByDay(windows, from: first, to: last)

    let rowCount = numberRows(tally)
    figures = Measure.allCases.map { _ in Array(repeating: 0, count: rowCount * windowCount) }
    countRecords(tally.records, byDay)
    figures[Measure.accounts.rawValue] = countAccounts(
      tally.accountDays, byDay, rowCount: rowCount, agencyCount: agencyCount)
  }

  private mutating func numberRows(_ tally: Tally) -> Int {
    var occurring = Set<Int>()
    let platformCount = platformCount
    tally.records.forEach { place, _ in
      occurring.insert(place.agency * platformCount + place.platform)
    }
    var row = platformCount
    for combination in occurring.sorted() {
      rows[combination] = Int32(truncatingIfNeeded: row)
      row += 1
    }
    return row
  }

  private mutating func countRecords(_ records: RecordCounts, _ byDay: WindowsByDay) {
    records.forEach { place, count in
      let measures = place.action.map(Measure.ofRecords) ?? []
      let row = Int(rows[place.agency * platformCount + place.platform])
      for index in byDay.range(of: place.date) {
        let window = Int(byDay.windows[index])
        presence[place.agency * windowCount + window] += count
        presence[presence.count - windowCount + window] += count
        for measure in measures {
          figures[measure.rawValue][row * windowCount + window] += count
          figures[measure.rawValue][place.platform * windowCount + window] += count
        }
      }
    }
  }

  private func countAccounts(
    _ accounts: AccountDays, _ byDay: WindowsByDay, rowCount: Int, agencyCount: Int
  ) -> [Int] {
    var sums = Array(repeating: 0, count: rowCount * windowCount)
    // Which account was counted last for each agency (and all) and window.
    var counted = Array(repeating: 0, count: (agencyCount + 1) * windowCount)
    let joint = agencyCount * windowCount
    var account = 0
    accounts.forEachAccount { days in
      account += 1
      for i in days.indices {
        let place = days[i].place
        let platform = place.platform * windowCount
        let own = place.agency * windowCount
        let row = Int(rows[place.agency * platformCount + place.platform]) * windowCount
        for index in byDay.range(of: place.date) {
          let window = Int(byDay.windows[index])
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
  /// The figure of a cell; nil for agency or platform stands for all of them.
  func figure(_ measure: Measure, agency: Int?, platform: Int?, window: Int) -> Int {
    let figures = figures[measure.rawValue]
    var sum = 0
    for number in platform.map({ $0..<($0 + 1) }) ?? 0..<platformCount {
      let row = agency.map { Int(rows[$0 * platformCount + number]) } ?? number
      if row >= 0 { sum += figures[row * windowCount + window] }
    }
    return sum
  }

  /// Whether an agency and a platform have any record together.
  func occurs(agency: Int, platform: Int) -> Bool {
    rows[agency * platformCount + platform] >= 0
  }

  /// Whether an agency, or for nil any agency, has a record of any action in a window.
  func hasRecords(agency: Int?, window: Int) -> Bool {
    let row = agency ?? presence.count / max(windowCount, 1) - 1
    return presence[row * windowCount + window] > 0
  }
}
