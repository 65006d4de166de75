/// How many records there are of each agency, platform, action and day.
struct RecordCounts: Sendable {
  private struct Slot {
    var place = Place.none
    var records = 0
  }

  /// How many distinct places there are.
  private(set) var count = 0
  private var slots: [Slot]

  private static let smallest = 1024

  init() {
    slots = Array(repeating: Slot(), count: Self.smallest)
  }

  /// Counts one record for each of `new`, renumbered.
  mutating func add(_ new: Span<Place>, _ renumbered: Renumbering) {
    reserve(count + new.count)
    let mask = slots.count - 1
    let shift = Self.shift(slots.count)
    var added = 0
    var table = slots.mutableSpan
    for i in new.indices {
      let place = renumbered(new[i])
      var slot = Self.slot(place, shift)
      while table[slot].place != place {
        if table[slot].place == .none {
          table[slot].place = place
          added += 1
          break
        }
        slot = (slot + 1) & mask
      }
      table[slot].records += 1
    }
    count += added
  }

  /// Calls `body` with each place and its records, in no order that means anything.
  func forEach(_ body: (Place, Int) -> Void) {
    for slot in slots where slot.place != .none { body(slot.place, slot.records) }
  }

  private static func shift(_ size: Int) -> UInt64 {
    UInt64(64 - size.trailingZeroBitCount)
  }

  private static func slot(_ place: Place, _ shift: UInt64) -> Int {
    // Fibonacci hashing: agencies, platforms and days lie close together and must be spread.
    Int(truncatingIfNeeded: (place.bits &* 0x9e37_79b9_7f4a_7c15) >> shift)
  }

  private mutating func reserve(_ entries: Int) {
    var size = slots.count
    while entries > size / 2 { size *= 2 }
    guard size > slots.count else { return }
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    let mask = size - 1
    let shift = Self.shift(size)
    for entry in old where entry.place != .none {
      var slot = Self.slot(entry.place, shift)
      while slots[slot].place != .none { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
