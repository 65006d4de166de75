import Bytes
import TestSupport
import Testing

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
}
