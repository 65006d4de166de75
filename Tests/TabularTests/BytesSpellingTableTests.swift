import TestSupport
import Testing

@testable import Bytes

struct BytesSpellingTableTests {
  @Test func `spellings are numbered as they are first seen`() {
    var table = SpellingTable()
    let numbers = ["b", "a", "b", "", "A", "a", ""].map { table.insert(Array($0.utf8).span) }
    #expect(numbers == [0, 1, 0, 2, 3, 1, 2])
    #expect(table.count == 4)
    #expect(table[1] == Array("a".utf8))
    #expect(table.number(of: Array("A".utf8).span) == 3)
    #expect(table.number(of: Array("c".utf8).span) == nil)
  }

  @Test(arguments: 0..<3)
  func `many spellings keep their numbers`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = SpellingTable()
    var expected: [[UInt8]: Int] = [:]
    var order: [[UInt8]] = []
    for _ in 0..<20_000 {
      // Few letters, many lengths: prefixes of one another, and many seen again.
      let length = Int.random(in: 0...9, using: &random)
      let key = (0..<length).map { _ in UInt8.random(in: 0x61...0x64, using: &random) }
      if expected[key] == nil {
        #expect(table.number(of: key.span) == nil)
        expected[key] = order.count
        order.append(key)
      }
      #expect(table.insert(key.span) == expected[key])
    }
    #expect(table.count == order.count)
    for (number, key) in order.enumerated() {
      #expect(table.number(of: key.span) == number)
      #expect(table[number] == key)
    }
  }

  /// Different keys of two words that all have one hash: the second word undoes the first.
  private static func colliding(_ count: Int) -> [[UInt8]] {
    let length = UInt64(16) &* 0x9e37_79b9_7f4a_7c15
    func state(_ word: UInt64) -> UInt64 {
      let mixed = (length ^ word) &* 0xff51_afd7_ed55_8ccd
      return mixed ^ mixed >> 32
    }
    return (0..<count).map { number in
      // Letters in the first word, so that it could be the start of a real spelling.
      let first = UInt64(0x6161_6161_6161_6161) &+ UInt64(number)
      let second = state(first) ^ 0x0123_4567_89ab_cdef
      return [first, second].flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word.littleEndian >> ($0 * 8)) }
      }
    }
  }

  @Test func `spellings of one hash are told apart by their bytes`() {
    let keys = Self.colliding(300)
    #expect(Set(keys).count == 300)
    #expect(Set(keys.map { $0.span.spellingHash }).count == 1, "the keys are engineered to collide")
    var table = SpellingTable()
    // Twice through: as new ones, and as ones that are known.
    for _ in 0..<2 {
      for (number, key) in keys.enumerated() {
        #expect(table.insert(key.span) == number)
        #expect(table.number(of: key.span) == number)
        #expect(table[number] == key)
      }
    }
    #expect(table.count == 300)
    let unseen = Self.colliding(301)[300]
    let number = table.number(of: unseen.span)
    #expect(number == nil)
  }
}
