import Bytes

/// Words of several lists with a number each, found by their bytes, whatever the case of letters.
///
/// One table for all lists: a filter of a few kilobytes rules out nearly every text that is no word
/// in two nanoseconds; only then are the words themselves compared.
struct WordTable: Sendable {
  private struct Entry: Sendable {
    let list: Int32
    let start: Int32
    let count: Int32
    let value: Int32
  }

  private var filter: [UInt64] = [0, 0]
  /// Indices of entries, or -1, where the hash of their word points.
  private var slots: [Int32] = [-1]
  private var shift: UInt64 = 63
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// For each of `bytes` the bit in which the two cases of it differ.
  private var caseBits: [UInt8] = []

  /// Adds a word in lower case; the first one of a list holds, and no other than ASCII can be met.
  mutating func insert(_ word: String, list: Int, value: Int) {
    let word = Array(word.utf8)
    guard !word.isEmpty, word.span.isASCII, self.value(of: word.span, list: list) == nil else {
      return
    }
    entries.append(
      Entry(
        list: Int32(list), start: Int32(bytes.count), count: Int32(word.count),
        value: Int32(value)))
    bytes += word
    caseBits += word.map { $0.caseBit }
    if entries.count * 2 > slots.count {
      grow()
    } else {
      place(entries.count - 1)
    }
  }

  /// The number of a word; nil for any other text.
  @inline(__always)
  func value(of word: Span<UInt8>, list: Int) -> Int? {
    guard !word.isEmpty else { return nil }
    let hash = Self.hash(of: word, list: list)
    let bit = hash >> (shift &- 3)
    guard filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0 else { return nil }
    return find(word, list, hash)
  }

  @inline(never)
  private func find(_ word: Span<UInt8>, _ list: Int, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      let range = Int(entry.start)..<Int(entry.start &+ entry.count)
      if Int(entry.list) == list,
        word.equals(bytes.span.extracting(range), ignoring: caseBits.span.extracting(range))
      {
        return Int(entry.value)
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  private mutating func grow() {
    let count = max(slots.count * 2, 64)
    slots = Array(repeating: -1, count: count)
    filter = Array(repeating: 0, count: count / 8)
    shift = UInt64(64 - count.trailingZeroBitCount)
    for index in entries.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    let entry = entries[index]
    let word = bytes[Int(entry.start)..<Int(entry.start + entry.count)]
    let hash = Self.hash(of: word.span, list: Int(entry.list))
    let bit = hash >> (shift - 3)
    filter[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  @inline(__always)
  private static func hash(of word: Span<UInt8>, list: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: list &<< 16 &+ word.count)
    hash = hash &<< 8 | UInt64(word[0] | 0x20)
    hash = hash &<< 8 | UInt64(word[word.count / 4] | 0x20)
    hash = hash &<< 8 | UInt64(word[word.count / 2] | 0x20)
    hash = hash &<< 8 | UInt64(word[word.count &- 1] | 0x20)
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}
