import Bytes

/// The readable reading of CSV: one byte at a time, one record a call, in any dialect.
///
/// RFC 4180, and beyond it: a line may also end in a lone CR; a quote inside an unquoted field is
/// part of its text; text after a closing quote makes the record faulty but not its neighbours.
/// Blank lines and comments are no records. `DelimitedScan` and `DelimitedMarks` read the plain
/// shape faster; wherever both can read, they must agree.
package struct CSVGrammar: Sendable {
  package let dialect: CSVDialect
  /// A quote that nothing closes costs the line on which it opens, not what follows.
  package let isLenient: Bool

  package init(_ dialect: CSVDialect, isLenient: Bool = false) {
    self.dialect = dialect
    self.isLenient = isLenient
  }

  /// What a call of `read` came to.
  package enum Outcome: Hashable, Sendable {
    /// A record, or a blank line or comment when it left no fields.
    case record
    /// A record in which text follows the closing quote of a field (0-based).
    ///
    /// When that field spans lines nothing after it can be trusted: the reading stops right there.
    case faulty(field: Int, spansLines: Bool)
    /// A record with a field (0-based) that opens a quote which is never closed, or closed on a
    /// later line and followed by text; it ends with the line on which the quote opens.
    ///
    /// Only a lenient reading comes to this.
    case unclosed(field: Int)
    /// The text ended inside the record; `quoteOffset` is where an open quote stands.
    case incomplete(quoteOffset: Int?)
  }

  /// Reads the record that begins at `offset`, leaving its fields and the offset after its line end.
  ///
  /// - Parameters:
  ///   - text: what there is of the file so far, from the start of a record on.
  ///   - offset: where the record begins; left as it is when the record is incomplete.
  ///   - isFinal: whether the file ends where the text ends.
  ///   - fields: what was in it is replaced.
  /// - Returns: what was read; a faulty record has its fields all the same.
  package func read(
    _ text: Span<UInt8>, at offset: inout Int, isFinal: Bool, fields: inout [CSVField]
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    var i = offset
    var faultyField: Int?
    if i < text.count, text[i] == dialect.comment {
      while i < text.count, !isLineEnd(text[i]) { i += 1 }
      return endLine(text, i, &offset, isFinal: isFinal) ? .record : .incomplete(quoteOffset: nil)
    }

    while true {
      // At the start of a field.
      let open = quoteOffset(text, i)
      if let open {
        guard let close = closingQuote(text, after: open) else {
          guard isFinal, isLenient else { return .incomplete(quoteOffset: open) }
          return endUnclosed(text, open, &offset, &fields)
        }
        i = close + 1
        if dialect.skipsSpaces {
          while i < text.count, text[i] == 0x20 { i += 1 }
        }
        if i == text.count && !isFinal { return .incomplete(quoteOffset: nil) }
        if isEnd(text, i) {
          let inner = text.extracting(open + 1..<close)
          fields.add(CSVField(start: open + 1, end: close, form: quotedForm(inner)))
        } else {
          while !isEnd(text, i) { i += 1 }
          if i == text.count && !isFinal { return .incomplete(quoteOffset: nil) }
          if hasLineEnd(text, open..<close) {
            if isLenient { return endUnclosed(text, open, &offset, &fields) }
            fields.add(CSVField(start: open, end: i, form: .bareWithQuotes))
            offset = i
            return .faulty(field: fields.count - 1, spansLines: true)
          }
          fields.add(CSVField(start: open, end: i, form: .bareWithQuotes))
          faultyField = faultyField ?? fields.count - 1
        }
      } else {
        fields.add(bareField(text, &i))
      }

      guard i < text.count else {
        guard isFinal else { return .incomplete(quoteOffset: nil) }
        break
      }
      guard !isLineEnd(text[i]) else { break }
      i += dialect.delimiterTail == nil ? 1 : 2
    }

    guard endLine(text, i, &offset, isFinal: isFinal) else {
      return .incomplete(quoteOffset: nil)
    }
    if fields.count == 1, fields[0].isEmpty, fields[0].form == .bare {
      fields.removeAll(keepingCapacity: true)
      return .record
    }
    if let faultyField { return .faulty(field: faultyField, spansLines: false) }
    return .record
  }
}

extension CSVGrammar {
  /// Where the quote stands that opens the field which begins at an offset; nil for a bare field.
  private func quoteOffset(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard let quote = dialect.quote else { return nil }
    var i = start
    if dialect.skipsSpaces {
      while i < text.count, text[i] == 0x20, !isEnd(text, i) { i += 1 }
    }
    return i < text.count && text[i] == quote ? i : nil
  }

  /// Where the quote stands that closes a field; nil where the text has none.
  private func closingQuote(_ text: Span<UInt8>, after open: Int) -> Int? {
    var i = open + 1
    while i < text.count {
      if text[i] == dialect.escape, i + 1 < text.count, dialect.isEscapable(text[i + 1]) {
        i += 2
      } else if text[i] == dialect.quote {
        guard i + 1 < text.count, text[i + 1] == dialect.quote else { return i }
        i += 2
      } else {
        i += 1
      }
    }
    return nil
  }

  private func quotedForm(_ inner: Span<UInt8>) -> CSVField.Form {
    for i in inner.indices where inner[i] == dialect.quote || inner[i] == dialect.escape {
      return .quotedWithEscapes
    }
    return .quoted
  }

  /// Reads a field without quotes, to its delimiter, its line end or the end of the text.
  private func bareField(_ text: Span<UInt8>, _ i: inout Int) -> CSVField {
    let start = i
    var form = CSVField.Form.bare
    while !isEnd(text, i) {
      if text[i] == dialect.escape, i + 1 < text.count, dialect.isEscapable(text[i + 1]) {
        form = .bareWithEscapes
        i += 2
        continue
      }
      if text[i] == dialect.quote, form == .bare { form = .bareWithQuotes }
      i += 1
    }
    return CSVField(start: start, end: i, form: form)
  }

  /// Ends a record with the line on which its open quote stands.
  private func endUnclosed(
    _ text: Span<UInt8>, _ open: Int, _ offset: inout Int, _ fields: inout [CSVField]
  ) -> Outcome {
    var i = open
    while i < text.count, !isLineEnd(text[i]) { i += 1 }
    fields.add(CSVField(start: open, end: i, form: .bareWithQuotes))
    _ = endLine(text, i, &offset, isFinal: true)
    return .unclosed(field: fields.count - 1)
  }

  /// Moves on over the line end at a place, if there is one; false where it may yet go on.
  private func endLine(
    _ text: Span<UInt8>, _ place: Int, _ offset: inout Int, isFinal: Bool
  ) -> Bool {
    guard place < text.count else {
      if isFinal { offset = place }
      return isFinal
    }
    var i = place
    if text[i] == 0x0d {
      guard i + 1 < text.count || isFinal else { return false }
      if i + 1 < text.count, text[i + 1] == 0x0a { i += 1 }
    }
    offset = i + 1
    return true
  }

  private func hasLineEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where isLineEnd(text[i]) { return true }
    return false
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == 0x0a || byte == 0x0d
  }

  /// Whether a field ends at a place: before a delimiter or line end, or with the text.
  private func isEnd(_ text: Span<UInt8>, _ place: Int) -> Bool {
    guard place < text.count else { return true }
    let byte = text[place]
    if byte == dialect.delimiter {
      guard let tail = dialect.delimiterTail else { return true }
      return place + 1 < text.count && text[place + 1] == tail
    }
    return isLineEnd(byte)
  }
}
