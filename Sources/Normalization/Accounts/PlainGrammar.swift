/// A `HandleGrammar` for ASCII names; its tables of bytes are in `PlainTables`.
struct PlainGrammar: Sendable {
  /// Where its 256 bytes start, both in `canonicalBytes` and in `places`.
  let table: Int
  let shortest: Int
  let longest: Int
  let startsWithLetter: Bool
  /// Whether any byte may not stand first or last.
  let hasEdges: Bool
  /// Whether any two bytes may not stand side by side.
  let hasRuns: Bool
  let needsNonZero: Bool
  /// What every name starts with, in `PlainTables.bytes`.
  let prefix: Range<Int>
  /// A byte that every name holds; 0 for none.
  let requires: UInt8

  /// The grammar, or nil when its names cannot be told by their bytes.
  init?(_ grammar: HandleGrammar, table: Int, prefix: Range<Int>) {
    guard let requires = grammar.requires.map({ $0.asciiValue }) ?? 0 else { return nil }
    self.table = table
    shortest = grammar.lengths.lowerBound
    longest = grammar.lengths.upperBound
    startsWithLetter = grammar.startsWithLetter
    hasEdges = grammar.places.contains {
      $0 & (HandleGrammar.notFirst | HandleGrammar.notLast) != 0
    }
    hasRuns = grammar.places.contains { $0 & HandleGrammar.notTwice != 0 }
    needsNonZero = grammar.needsNonZero
    self.prefix = prefix
    self.requires = requires
  }
}
