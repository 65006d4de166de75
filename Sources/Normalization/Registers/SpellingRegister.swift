import TakedownModel

/// Canonical values and the spellings that stand for them: actions, units, categories, agencies.
///
/// A spelling is folded first (`foldedSpelling`); a spelling that is not in the register is never
/// guessed. Of two entries for one spelling the later one holds.
package struct SpellingRegister<Value: Sendable>: Sendable {
  private var meanings: [String: SpellingMeaning<Value>] = [:]
  private var names: [String] = []
  /// The values in the order in which they were added, repeated ones included.
  package private(set) var allValues: [Value] = []

  package init() {}

  /// Adds spellings of a value.
  package mutating func add(_ value: Value, spellings: [String]) {
    allValues.append(value)
    names += add(.value(value), spellings)
  }

  /// Adds spellings of which it is known that they stand for none of the values.
  package mutating func addWithoutEquivalent(spellings: [String]) {
    _ = add(.noEquivalent, spellings)
  }

  /// The spellings that can be looked up.
  private mutating func add(
    _ meaning: SpellingMeaning<Value>, _ spellings: [String]
  ) -> [String] {
    spellings.filter { spelling in
      let folded = foldedSpelling(spelling)
      if !folded.isEmpty { meanings[folded] = meaning }
      return !folded.isEmpty
    }
  }

  /// What a spelling stands for.
  package func meaning(of spelling: String) -> SpellingMeaning<Value> {
    meanings[foldedSpelling(spelling)] ?? .unknown
  }

  /// The value that a spelling stands for; nil when it stands for none.
  package func lookup(_ spelling: String) -> Value? {
    meaning(of: spelling).value
  }

  /// Up to three known spellings near to one that is not known.
  package func suggestions(for spelling: String) -> [String] {
    nearestNames(spelling, in: names, limit: 3)
  }
}
