/// A headline as people read it, with the exact figures behind it.
package struct ReleaseHeadline: Hashable, Sendable {
  /// The sentence in one language.
  package struct Sentence: Hashable, Sendable {
    /// The BCP 47 tag: `en`, `cy`.
    package let language: String
    package let text: String

    package init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// One exact figure: what it is, and its digits, not grouped.
  package struct Figure: Hashable, Sendable {
    /// `1 July 2024 to 31 March 2025`, `Change`.
    package let label: String
    /// A number, or `[x]` or `[c]` where there is none.
    package let value: String
    /// `accounts`, `per cent`; empty for none.
    package let unit: String

    package init(_ label: String, _ value: String, unit: String) {
      self.label = label
      self.value = value
      self.unit = unit
    }
  }

  /// The name by which the headline is asked for.
  package let id: String
  /// English first.
  package let sentences: [Sentence]
  /// In the order in which they are shown; none where there is no figure to show.
  package let figures: [Figure]
  /// `final`, `provisional`, `revised`, `c` or `not-available`.
  package let status: String
  /// Shorthand such as `[p]`.
  package let marks: [String]

  package init(
    id: String, sentences: [Sentence], figures: [Figure], status: String, marks: [String]
  ) {
    self.id = id
    self.sentences = sentences
    self.figures = figures
    self.status = status
    self.marks = marks
  }
}
