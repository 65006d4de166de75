/// What a word of an agency stands for.
package enum SpellingMeaning<Value: Sendable>: Sendable {
  case value(Value)
  /// A register says that no canonical value is its equivalent.
  case noEquivalent
  /// No register has it.
  case unknown

  /// The value; nil where there is none.
  package var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension SpellingMeaning: Equatable where Value: Equatable {}
