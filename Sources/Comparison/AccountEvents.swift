import Bytes
import TakedownModel

/// What became of the accounts that were given back, by row and window.
///
/// Only the day of an action is known here: of one day's actions, giving back is taken for the last.
struct AccountEvents {
  /// Accounts whose latest action in the window is that they were given back.
  private(set) var reinstated: [Int]
  /// Accounts taken down in the window after an earlier day on which they were given back.
  private(set) var takenDownAgain: [Int]

  private let rows: CellRows
  private let days: CountedDays
  private let windowCount: Int
  /// Agencies and all × windows: which account had an action there last, and whether it was given
  /// back.
  private var seen: [Int]
  private var isReinstated: [Bool]
  /// The same for accounts taken down again.
  private var counted: [Int]
  private var account = 0

  init(_ rows: CellRows, _ days: CountedDays) {
    self.rows = rows
    self.days = days
    windowCount = days.windowCount
    reinstated = Array(repeating: 0, count: rows.countOfParts * windowCount)
    takenDownAgain = reinstated
    seen = Array(repeating: 0, count: (rows.agencyCount + 1) * windowCount)
    counted = seen
    isReinstated = Array(repeating: false, count: seen.count)
  }

  /// Counts the accounts of a tally.
  mutating func count(_ tally: Tally) {
    tally.otherDays.forEachAccount { others in
      var isGivenBack = false
      for i in others.indices where others[i].place.action == .reinstated { isGivenBack = true }
      guard isGivenBack else { return }
      var events = tally.accountDays.entries(ofAccountOf: others[0])
      for i in others.indices { events.append(others[i].place) }
      events.sort { Self.order($0) < Self.order($1) }
      account += 1
      countLatest(events)
      countAgain(events)
    }
  }

  private static func order(_ place: Place) -> Int {
    place.date.days * 2 + (place.action == .reinstated ? 1 : 0)
  }

  private mutating func countLatest(_ events: [Place]) {
    var cells: [Int] = []
    let joint = rows.agencyCount
    for place in events {
      let isBack = place.action == .reinstated
      for index in days.byDay.range(of: place.date) {
        let window = Int(days.byDay.windows[index])
        guard days.counts(place.agency, in: window) else { continue }
        for slot in [joint, place.agency] {
          let cell = slot * windowCount + window
          if seen[cell] != account {
            seen[cell] = account
            cells.append(cell)
          }
          isReinstated[cell] = isBack
        }
      }
    }
    guard let platform = events.first?.platform else { return }
    for cell in cells where isReinstated[cell] {
      let (slot, window) = (cell / windowCount, cell % windowCount)
      let row = slot == joint ? platform : rows.row(agency: slot, platform: platform)
      reinstated[row * windowCount + window] += 1
    }
  }

  private mutating func countAgain(_ events: [Place]) {
    let joint = rows.agencyCount
    let backs = events.filter { $0.action == .reinstated }
    var earlier = 0
    for place in events where place.action == .takenDown {
      while earlier < backs.count && backs[earlier].date < place.date { earlier += 1 }
      let before = backs[..<earlier]
      guard !before.isEmpty else { continue }
      let isOwn = before.contains { $0.agency == place.agency }
      let row = rows.row(agency: place.agency, platform: place.platform)
      for index in days.byDay.range(of: place.date) {
        let window = Int(days.byDay.windows[index])
        guard days.counts(place.agency, in: window) else { continue }
        if before.contains(where: { days.counts($0.agency, in: window) }),
          counted[joint * windowCount + window] != account
        {
          counted[joint * windowCount + window] = account
          takenDownAgain[place.platform * windowCount + window] += 1
        }
        if isOwn, counted[place.agency * windowCount + window] != account {
          counted[place.agency * windowCount + window] = account
          takenDownAgain[row * windowCount + window] += 1
        }
      }
    }
  }
}
