import Bytes

/// The readable reading of CSV: one byte at a time, one record a call.
///
/// RFC 4180, and beyond it: a line may also end in a lone CR; a quote inside an unquoted field is
/// part of its text; text after a closing quote makes the record faulty but not its neighbours.
/// Blank lines are no records. `DelimitedScan` and `DelimitedMarks` read the plain shape faster;
/// wherever both can read, they must agree.
package struct CSVGrammar: Sendable {
  package let dialect: CSVDialect

  package init(_ dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// What a call of `read` came to.
  package enum Outcome: Hashable, Sendable {
    /// A record, or a blank line when it left no fields.
    case record
    /// A record in which text follows the closing quote of a field (0-based).
    ///
    /// When that field spans lines nothing after it can be trusted: the reading stops right there.
    case faulty(field: Int, spansLines: Bool)
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
    let recordStart = offset
    var i = offset
    var faultyField: Int?

    while true {
      // At the start of a field.
      if i < text.count, text[i] == dialect.quote {
        let open = i
        var hasEscapes = false
        i += 1
        while i < text.count {
          if text[i] == dialect.quote {
            guard i + 1 < text.count, text[i + 1] == dialect.quote else { break }
            hasEscapes = true
            i += 1
          }
          i += 1
        }
        guard i < text.count else { return .incomplete(quoteOffset: open) }
        let close = i
        i += 1
        if i == text.count && !isFinal { return .incomplete(quoteOffset: nil) }
        if i < text.count, !isEnd(text[i]) {
          while i < text.count, !isEnd(text[i]) { i += 1 }
          fields.append(CSVField(start: open, end: i, form: .bareWithQuotes))
          for k in open..<close where text[k] == 0x0a || text[k] == 0x0d {
            offset = i
            return .faulty(field: fields.count - 1, spansLines: true)
          }
          faultyField = faultyField ?? fields.count - 1
        } else {
          fields.append(
            CSVField(
              start: open + 1, end: close, form: hasEscapes ? .quotedWithEscapes : .quoted))
        }
      } else {
        let start = i
        var hasQuotes = false
        while i < text.count, !isEnd(text[i]) {
          if text[i] == dialect.quote { hasQuotes = true }
          i += 1
        }
        fields.append(CSVField(start: start, end: i, form: hasQuotes ? .bareWithQuotes : .bare))
      }

      guard i < text.count else {
        guard isFinal else { return .incomplete(quoteOffset: nil) }
        break
      }
      if text[i] == dialect.delimiter {
        i += 1
        continue
      }
      if text[i] == 0x0d {
        guard i + 1 < text.count || isFinal else { return .incomplete(quoteOffset: nil) }
        if i + 1 < text.count, text[i + 1] == 0x0a { i += 1 }
      }
      i += 1
      break
    }

    offset = i
    if fields.count == 1, fields[0].isEmpty, fields[0].form == .bare {
      fields.removeAll(keepingCapacity: true)
      return .record
    }
    precondition(offset > recordStart, "a record moves the offset on")
    if let faultyField { return .faulty(field: faultyField, spansLines: false) }
    return .record
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == 0x0a || byte == 0x0d
  }
}
