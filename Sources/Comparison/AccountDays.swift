/// The distinct actions on accounts by agency and day: what every count of accounts is taken from.
///
/// One open table with linear probing. Where an entry begins to look for a slot depends on `low`
/// alone, so all entries of an account stand in one run of occupied slots, and counting is one walk.
/// Memory grows with distinct accounts and days (38 to 77 bytes each), not with records. An account
/// with n distinct days costs n² / 2 comparisons to enter, which matters above some ten thousand.
struct AccountDays: Sendable {
  /// How many distinct entries there are.
  private(set) var count = 0
  private var slots: [AccountDay]
  private var shift: UInt64

  private static let smallest = 1024

  init() {
    slots = Array(repeating: .none, count: Self.smallest)
    shift = UInt64(64 - Self.smallest.trailingZeroBitCount)
  }

  /// Enters what is new among `days`, their places renumbered.
  mutating func insert(_ days: Span<AccountDay>, _ renumbered: Renumbering) {
    reserve(count + days.count)
    let mask = slots.count - 1
    let shift = shift
    var added = 0
    var table = slots.mutableSpan
    for i in days.indices {
      var day = days[i]
      day.place = renumbered(day.place)
      var slot = Int(truncatingIfNeeded: day.low >> shift)
      while true {
        let found = table[slot]
        if found.place == .none {
          table[slot] = day
          added += 1
          break
        }
        if found == day { break }
        slot = (slot + 1) & mask
      }
    }
    count += added
  }

  /// Calls `body` once an account, with all its entries; the order of both is that of the hash.
  func forEachAccount(_ body: (Span<AccountDay>) -> Void) {
    let table = slots.span
    let mask = table.count - 1
    var gap = 0
    while table[gap].place != .none { gap += 1 }
    var run: [AccountDay] = []
    for step in 1...table.count {
      let day = table[(gap + step) & mask]
      guard day.place == .none else {
        run.append(day)
        continue
      }
      guard !run.isEmpty else { continue }
      if run.count > 1 {
        run.sort { $0.low != $1.low ? $0.low < $1.low : $0.high < $1.high }
      }
      var start = 0
      for end in 1...run.count where end == run.count || !run[end].isSameAccount(as: run[start]) {
        body(run.span.extracting(start..<end))
        start = end
      }
      run.removeAll(keepingCapacity: true)
    }
  }

  /// The places of the account that an entry, of this table or another, is of; in no order.
  func entries(ofAccountOf entry: AccountDay) -> [Place] {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry.low >> shift)
    var places: [Place] = []
    while slots[slot].place != .none {
      if slots[slot].isSameAccount(as: entry) { places.append(slots[slot].place) }
      slot = (slot + 1) & mask
    }
    return places
  }

  /// Makes room for so many entries with at least three slots of eight left empty.
  private mutating func reserve(_ entries: Int) {
    var size = slots.count
    while entries > size / 8 * 5 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = Array(repeating: .none, count: size)
    let shift = UInt64(64 - size.trailingZeroBitCount)
    self.shift = shift
    let mask = size - 1
    var table = slots.mutableSpan
    for day in old where day.place != .none {
      var slot = Int(truncatingIfNeeded: day.low >> shift)
      while table[slot].place != .none { slot = (slot + 1) & mask }
      table[slot] = day
    }
  }
}
