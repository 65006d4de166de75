/// How an account was found, rule by rule.
package struct AccountTrace: Sendable {
  /// A rule that applied.
  package struct Step: Hashable, Sendable {
    /// The rule's name: `cleaned`, `host`, `form` and so on.
    package let rule: String
    /// What it did, in words.
    package let words: String
  }

  /// The rules in the order in which they applied.
  package private(set) var steps: [Step] = []
  let isRecording: Bool

  init(isRecording: Bool) {
    self.isRecording = isRecording
  }

  /// Notes a rule; the words are only made where somebody reads them.
  mutating func note(_ rule: String, _ words: @autoclosure () -> String) {
    guard isRecording else { return }
    let step = Step(rule: rule, words: words())
    // Two forms may read the same, and fail for the same reason.
    if step != steps.last { steps.append(step) }
  }
}
