import Bytes
import TakedownModel
import TestSupport
import Testing

@testable import Comparison

struct AccountDaysTests {
  private let same = Renumbering(agencies: [0, 1, 2].map(Place.bits(agency:)), platforms: [0])

  private func day(_ high: UInt64, _ low: UInt64, agency: Int = 0, day: Int = 0) -> AccountDay {
    AccountDay(
      KeyHash(high: high, low: low),
      Place(agency: agency, platform: 0, action: .takenDown, date: CalendarDate(days: day)))
  }

  /// How many entries each account has, in ascending order.
  private func accounts(_ set: AccountDays) -> [Int] {
    var sizes: [Int] = []
    set.forEachAccount { days in
      let first = days[0]
      for i in days.indices {
        let day = days[i]
        #expect(day.isSameAccount(as: first))
      }
      sizes.append(days.count)
    }
    return sizes.sorted()
  }

  @Test func `accounts that share half of their hash are counted apart`() {
    var set = AccountDays()
    set.insert([day(1, 7), day(2, 7), day(1, 7, day: 1), day(2, 8), day(2, 7)].span, same)
    #expect(set.count == 4)
    #expect(accounts(set) == [1, 1, 2])
  }

  @Test(arguments: [0, 7, UInt64.max])
  func `of many accounts, not one is taken for another of the same half hash`(half: UInt64) {
    var set = AccountDays()
    let others = (0..<1000).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }
    // The same high halves, the same low halves, and each pair the other way round.
    let hashes = others.map { (half, $0) } + others.map { ($0, half) }
    let accountCount = Set(hashes.map { "\($0.0) \($0.1)" }).count
    for round in 0..<3 {
      let entries = hashes.map { day($0.0, $0.1, day: round % 2) }
      set.insert(entries.span, same)
    }
    #expect(set.count == accountCount * 2)
    #expect(accounts(set) == Array(repeating: 2, count: accountCount))
  }

  @Test func `entries that crowd at the table's end go on at its start`() {
    var set = AccountDays()
    var entries: [AccountDay] = []
    for high in 0..<100 {
      for number in 0..<5 {
        entries.append(day(UInt64(high), .max, agency: number % 3, day: number))
      }
    }
    set.insert(entries.span, same)
    set.insert(entries.span, same)
    #expect(set.count == 500)
    #expect(accounts(set) == Array(repeating: 5, count: 100))
  }

  @Test func `a hash of zero is an account like any other`() {
    var set = AccountDays()
    set.insert([day(0, 0), day(0, 0)].span, same)
    #expect(accounts(set) == [1])
  }

  @Test func `an empty set has no accounts`() {
    #expect(accounts(AccountDays()).isEmpty)
  }

  @Test func `the set holds what a set of texts holds, as it grows`() {
    var random = SeededGenerator(seed: 3)
    var set = AccountDays()
    var texts: [String: Set<String>] = [:]
    for _ in 0..<20 {
      var entries: [AccountDay] = []
      for _ in 0..<2000 {
        // Few values in the top bits, so that runs of slots are long and shared.
        let low = (random.next() % 512) << 55
        let entry = day(
          random.next() % 20, low, agency: Int(random.next() % 3), day: Int(random.next() % 4))
        entries.append(entry)
        texts["\(entry.high) \(entry.low)", default: []].insert("\(entry.place.bits)")
      }
      set.insert(entries.span, same)
    }
    #expect(set.count == texts.values.reduce(0) { $0 + $1.count })
    #expect(accounts(set) == texts.values.map(\.count).sorted())
  }

  @Test func `a place gives back what it was made of`() throws {
    for text in ["0001-01-01", "1970-01-01", "2024-02-29", "9999-12-31"] {
      let date = try CalendarDate(text).orThrow()
      let place = Place(agency: 65_535, platform: 65_535, action: .reinstated, date: date)
      #expect(place.agency == 65_535 && place.platform == 65_535)
      #expect(place.action == .reinstated && place.date == date)
    }
  }
}
