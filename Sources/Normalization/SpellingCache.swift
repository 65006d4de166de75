import Bytes

/// What each distinct spelling of a column stands for, worked out once a spelling.
struct SpellingCache<Value: Sendable>: Sendable {
  private var spellings = SpellingTable()
  private var values: [Value] = []
  private let resolve: @Sendable (String) -> Value

  init(_ resolve: @escaping @Sendable (String) -> Value) {
    self.resolve = resolve
  }

  /// The value of a spelling.
  mutating func value(of spelling: Span<UInt8>) -> Value {
    let number = spellings.insert(spelling)
    if number == values.count { values.append(resolve(spelling.text)) }
    return values[number]
  }
}
