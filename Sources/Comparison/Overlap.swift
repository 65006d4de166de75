import Bytes
import Tabular
import TakedownModel

/// How many accounts two agencies share: accounts that both had taken down in a period.
///
/// The joint figure counts a shared account once, so that for two agencies it is the sum of theirs
/// less what they share.
struct Overlap {
  static let columns = [
    "period_kind", "period", "period_start", "period_end", "agency", "other_agency", "accounts",
    "other_accounts", "shared", "joint",
  ]

  /// Each two agencies that both have accounts in a period, the periods in the order given.
  private(set) var table = Table(columns: columns)

  private let periods: [Period]
  private let agencyCount: Int
  /// By period and agency.
  private var accounts: [Int]
  /// By period, agency and other agency, the one with the smaller number first.
  private var shared: [Int]

  /// Counts the accounts of a tally whose days run from `first` to `last`.
  init(_ tally: Tally, _ periods: [Period], from first: CalendarDate, to last: CalendarDate) {
    self.periods = periods
    agencyCount = tally.agencies.count
    accounts = Array(repeating: 0, count: periods.count * agencyCount)
    shared = Array(repeating: 0, count: periods.count * agencyCount * agencyCount)
    guard agencyCount > 1 else { return }
    count(tally.accountDays, WindowsByDay(periods.map(\.window), from: first, to: last))
    list(tally)
  }

  private mutating func count(_ accountDays: AccountDays, _ byDay: WindowsByDay) {
    // By period and agency, which account was seen last.
    var seen = Array(repeating: 0, count: accounts.count)
    var account = 0
    accountDays.forEachAccount { days in
      account += 1
      for i in days.indices {
        let place = days[i].place
        for index in byDay.range(of: place.date) {
          let row = Int(byDay.windows[index]) * agencyCount
          guard seen[row + place.agency] != account else { continue }
          seen[row + place.agency] = account
          accounts[row + place.agency] += 1
          guard days.count > 1 else { continue }
          for other in 0..<agencyCount where other != place.agency && seen[row + other] == account {
            let (one, two) = (min(place.agency, other), max(place.agency, other))
            shared[(row + one) * agencyCount + two] += 1
          }
        }
      }
    }
  }

  private mutating func list(_ tally: Tally) {
    let names = (0..<agencyCount).map { String(decoding: tally.agencies[$0], as: UTF8.self) }
    let order = names.indices.sorted { names[$0] < names[$1] }
    for (number, period) in periods.enumerated() {
      let row = number * agencyCount
      for (place, one) in order.enumerated() {
        for two in order[(place + 1)...] where accounts[row + one] > 0 && accounts[row + two] > 0 {
          let both = shared[(row + min(one, two)) * agencyCount + max(one, two)]
          table.append([
            period.kind.rawValue, period.name, period.window.start.description,
            period.window.end.description, names[one], names[two], String(accounts[row + one]),
            String(accounts[row + two]), String(both),
            String(accounts[row + one] + accounts[row + two] - both),
          ])
        }
      }
    }
  }
}
