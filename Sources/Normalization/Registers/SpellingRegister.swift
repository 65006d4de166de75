import TakedownModel

/// Canonical values and the spellings that stand for them: actions, units, categories, agencies.
///
/// A spelling is folded first (`foldedSpelling`); a spelling that is not in the register is never
/// guessed.
package struct SpellingRegister<Value: Sendable>: Sendable {
  private var values: [String: Value] = [:]
  private var names: [String] = []
  /// The values in the order in which they were added, repeated ones included.
  package private(set) var allValues: [Value] = []

  package init() {}

  /// Adds spellings of a value; a later value of the same spelling replaces the earlier one.
  package mutating func add(_ value: Value, spellings: [String]) {
    allValues.append(value)
    for spelling in spellings {
      let folded = foldedSpelling(spelling)
      guard !folded.isEmpty else { continue }
      values[folded] = value
      names.append(spelling)
    }
  }

  /// The value that a spelling stands for; nil when no entry has it.
  package func lookup(_ spelling: String) -> Value? {
    values[foldedSpelling(spelling)]
  }

  /// Up to three known spellings near to one that is not known.
  package func suggestions(for spelling: String) -> [String] {
    nearestNames(spelling, in: names, limit: 3)
  }
}
