/// A mark that stands beside a figure or in place of one.
package struct Shorthand: Hashable, Sendable {
  /// `[p]`.
  package let mark: String
  package let meaning: String

  package init(_ mark: String, _ meaning: String) {
    self.mark = mark
    self.meaning = meaning
  }
}
