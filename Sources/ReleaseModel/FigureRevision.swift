/// A figure that an earlier release had otherwise.
package struct FigureRevision: Hashable, Sendable {
  /// What it is of: measure, agency, platform and period, in words.
  package let what: String
  /// Digits, or shorthand where there is no figure.
  package let value: String
  /// What the figure was, and in which release.
  package let note: String

  package init(what: String, value: String, note: String) {
    self.what = what
    self.value = value
    self.note = note
  }
}
