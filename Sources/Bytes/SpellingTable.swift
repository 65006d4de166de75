/// Byte strings numbered in the order they were first seen: 0, 1, 2 ….
///
/// For columns with few distinct spellings (platform, action, agency): each spelling is worked out
/// once, every later record finds its number by its bytes, without a `String`. The keys themselves
/// are compared, so no hash can make two spellings one.
package struct SpellingTable: Sendable {
  private var slots: [Int32]
  private var keys: [[UInt8]] = []
  private var hashes: [UInt64] = []

  package init() {
    slots = Array(repeating: -1, count: 64)
  }

  /// How many distinct spellings there are.
  package var count: Int { keys.count }

  /// The spelling with a number.
  package subscript(number: Int) -> [UInt8] { keys[number] }

  /// The number of a spelling that was seen before; nil for a new one.
  package func number(of key: Span<UInt8>) -> Int? {
    let found = Int(slots[slot(of: key, hash: Self.hash(key))])
    return found < 0 ? nil : found
  }

  /// The number of a spelling, giving it the next one when it is new.
  package mutating func insert(_ key: Span<UInt8>) -> Int {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash: hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key.array)
    hashes.append(hash)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private func slot(of key: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash {
        let candidate = keys[number]
        if candidate.span.equals(key) { return slot }
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for i in key.indices { hash = (hash ^ UInt64(key[i])) &* 0x100_0000_01b3 }
    return hash ^ hash >> 29
  }
}
