/// A set of numbers from 0 that knows how many it has: one bit a number.
struct NumberSet {
  private var words: [UInt64] = []
  private(set) var count = 0

  mutating func insert(_ number: Int) {
    let place = number >> 6
    let bit: UInt64 = 1 << UInt64(number & 63)
    if place >= words.count {
      words.append(
        contentsOf: repeatElement(0, count: max(place + 1, words.count * 2) - words.count))
    }
    if words[place] & bit == 0 {
      words[place] |= bit
      count += 1
    }
  }
}
