/// A `HandleGrammar` for ASCII names; its canonical bytes are in `PlainTables.canonicalBytes`.
struct PlainGrammar: Sendable {
  /// Where its 256 canonical bytes start.
  let table: Int
  let shortest: Int
  let longest: Int
  let startsWithLetter: Bool
  let allowsEdgeDots: Bool
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
    allowsEdgeDots = grammar.allowsEdgeDots
    self.prefix = prefix
    self.requires = requires
  }
}
