/// One field of a CSV record: where it lies in its chunk and how it is written.
package struct CSVField: Hashable, Sendable {
  /// How the text of a field is written.
  package enum Form: Sendable {
    /// As it stands, with no quote in it.
    case bare
    /// As it stands, though it holds quotes: RFC 4180 would have it in quotes.
    case bareWithQuotes
    /// Between quotes, with none inside.
    case quoted
    /// Between quotes, with doubled ones inside.
    case quotedWithEscapes
  }

  /// Offset of the first byte of the text, after an opening quote.
  package let start: Int
  /// Offset after the last byte of the text, before a closing quote.
  package let end: Int
  package let form: Form

  package init(start: Int, end: Int, form: Form) {
    self.start = start
    self.end = end
    self.form = form
  }

  package var isEmpty: Bool { start == end }
}
