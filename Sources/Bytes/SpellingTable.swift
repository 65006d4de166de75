/// Byte strings numbered in the order they were first seen: 0, 1, 2 ….
///
/// For columns with few distinct spellings (platform, action, agency): each spelling is worked out
/// once, every later record finds its number by its bytes, without a `String`. The keys themselves
/// are compared, so no hash can make two spellings one.
package struct SpellingTable: Sendable {
  private var slots: [Int32]
  private var keys = ByteStrings()
  private var hashes: [UInt64] = []
  /// The number found last; logs repeat themselves.
  private var last = -1

  package init() {
    slots = Array(repeating: -1, count: 64)
  }

  /// How many distinct spellings there are.
  package var count: Int { keys.count }

  /// The spelling with a number.
  package subscript(number: Int) -> [UInt8] { keys[number].array }

  /// The number of a spelling that was seen before; nil for a new one.
  package func number(of key: Span<UInt8>) -> Int? {
    let found = Int(slots[slot(of: key, hash: key.spellingHash)])
    return found < 0 ? nil : found
  }

  /// The number of a spelling, giving it the next one when it is new.
  package mutating func insert(_ key: Span<UInt8>) -> Int {
    if last >= 0, keys[last].equals(key) { return last }
    let hash = key.spellingHash
    let slot = slot(of: key, hash: hash)
    if slots[slot] >= 0 {
      last = Int(slots[slot])
      return last
    }
    last = keys.count
    slots[slot] = Int32(truncatingIfNeeded: last)
    keys.append(key)
    hashes.append(hash)
    if keys.count * 2 > slots.count { grow() }
    return last
  }

  private func slot(of key: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, keys[number].equals(key) { return slot }
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
}

extension Span<UInt8> {
  /// A quick hash for short texts, the same in every process; texts of one hash are easily made, so
  /// whoever uses it compares the texts as well.
  var spellingHash: UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 8 <= count {
      hash = (hash ^ word(at: offset)) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < count {
      rest = rest << 8 | UInt64(self[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 29
  }
}
