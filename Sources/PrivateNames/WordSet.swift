package import Bytes

/// The words of a text or several, by their hashes alone.
///
/// A release has some hundred thousand words whatever the number of accounts, so that each account
/// costs one look into a table that stays in the cache.
package struct WordSet: Sendable {
  /// 0 for an empty slot; no more than half of them are taken.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)
  private var count = 0

  package init(of text: SearchedText) {
    let bytes = text.bytes.span
    var offset = 0
    while let word = bytes.word(from: offset) {
      insert(Self.key(word.hash))
      offset = word.range.upperBound
    }
  }

  /// The words of all of the sets.
  package init(joining sets: [WordSet]) {
    for set in sets {
      for key in set.slots where key != 0 { insert(key) }
    }
  }

  /// Whether a word may be among them: certainly not where this is false.
  package func mayContain(_ word: TextWord) -> Bool {
    slots[slot(of: Self.key(word.hash))] != 0
  }

  private static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func insert(_ key: UInt64) {
    let place = slot(of: key)
    guard slots[place] == 0 else { return }
    slots[place] = key
    count += 1
    guard count * 2 > slots.count else { return }
    let former = slots
    slots = Array(repeating: 0, count: former.count * 2)
    for key in former where key != 0 { slots[slot(of: key)] = key }
  }
}
