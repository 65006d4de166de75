import Bytes

/// One field of a CSV record: where it lies in its chunk and how it is written.
package struct CSVField: Hashable, Sendable {
  /// How the text of a field is written.
  package enum Form: Sendable {
    /// As it stands, with no quote in it.
    case bare
    /// As it stands, though it holds quotes: RFC 4180 would have it in quotes.
    case bareWithQuotes
    /// Without quotes around it, and with escapes inside.
    case bareWithEscapes
    /// Between quotes, with none inside.
    case quoted
    /// Between quotes, with doubled or escaped ones inside.
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

  /// Fields of a record that are kept, four times as many as spreadsheets have columns: a line of
  /// nothing but delimiters is not to take many times its own memory.
  package static let limit = 1 << 16
}

extension [CSVField] {
  /// Adds a field unless there are as many as are kept.
  @inline(__always)
  mutating func add(_ field: CSVField) {
    if count < CSVField.limit { append(field) }
  }
}

extension [UInt8] {
  /// Appends the text of a CSV field: without its quotes, doubled quotes made single.
  package mutating func append(_ field: CSVField, of chunk: Span<UInt8>, quote: UInt8?) {
    append(field, of: chunk, dialect: CSVDialect(quote: quote))
  }

  /// Appends the text of a CSV field: without its quotes and escapes.
  package mutating func append(_ field: CSVField, of chunk: Span<UInt8>, dialect: CSVDialect) {
    let text = chunk.extracting(field.start..<field.end)
    guard field.form == .quotedWithEscapes || field.form == .bareWithEscapes else {
      return append(text)
    }
    let isQuoted = field.form == .quotedWithEscapes
    var i = 0
    while i < text.count {
      if text[i] == dialect.escape, i + 1 < text.count, dialect.isEscapable(text[i + 1]) {
        append(text[i + 1])
        i += 2
      } else {
        append(text[i])
        i += isQuoted && text[i] == dialect.quote ? 2 : 1
      }
    }
  }
}

extension CSVDialect {
  /// Whether a byte that follows the escape is text.
  func isEscapable(_ byte: UInt8) -> Bool {
    byte == quote || byte == escape || byte == delimiter
  }
}
