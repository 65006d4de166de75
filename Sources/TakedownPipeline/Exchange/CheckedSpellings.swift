import Bytes

/// The distinct texts of a column that is read strictly, numbered, each with what it means.
///
/// A text is looked at once, however many records have it; one that means nothing is not kept, so
/// that memory is bounded by the texts that do.
struct CheckedSpellings<Value> {
  private(set) var values: [Value] = []
  private var table = SpellingTable()
  private let read: (String) -> Value?

  /// - Parameter read: What a text means; nil for one that is not to be accepted.
  init(_ read: @escaping (String) -> Value?) {
    self.read = read
  }

  /// The number of a text; nil for one that is not accepted.
  mutating func number(of text: Span<UInt8>) -> Int? {
    if let known = table.number(of: text) { return known }
    guard text.count <= Self.longest, values.count < Self.limit, text.firstInvalidUTF8 == nil,
      let value = read(text.text)
    else { return nil }
    values.append(value)
    return table.insert(text)
  }

  /// The text with a number.
  func text(_ number: Int) -> [UInt8] { table[number] }

  /// For each number the place of its text among all of them in byte order.
  var ranks: [Int] {
    let order = values.indices.sorted { text($0).lexicographicallyPrecedes(text($1)) }
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }

  private static var longest: Int { 128 }
  /// Numbers have to fit into 16 bits.
  private static var limit: Int { 1 << 16 }
}
