/// Why a text is not JSON, or not the JSON that was asked for.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of faults.
  package enum Kind: Hashable, Sendable {
    /// Faulty in a way that a record can be by itself.
    case text(RejectKind)
    /// Nothing, or no list, is where records should be.
    case noRecords
  }

  /// The line of the fault, 1-based; lines end at LF.
  package let line: Int
  /// The place of the fault in its line, 1-based, counted in bytes.
  package let column: Int
  /// The place of the fault in the text, 0-based, counted in bytes.
  package let offset: Int
  package let kind: Kind
  /// What was found and what was expected, in words.
  package let reason: String

  package init(
    line: Int, column: Int, offset: Int, kind: Kind = .text(.malformedJSON), reason: String
  ) {
    self.line = line
    self.column = column
    self.offset = offset
    self.kind = kind
    self.reason = reason
  }

  /// Works out line and column of a place in a text.
  package init(
    at offset: Int, of text: Span<UInt8>, kind: Kind = .text(.malformedJSON), reason: String
  ) {
    var line = 1
    var lineStart = 0
    for i in 0..<min(offset, text.count) where text[i] == 0x0a {
      line += 1
      lineStart = i + 1
    }
    self.init(
      line: line, column: offset - lineStart + 1, offset: offset, kind: kind, reason: reason)
  }

  /// The kind of reject that a record with this fault is.
  package var rejectKind: RejectKind {
    if case .text(let kind) = kind { kind } else { .malformedJSON }
  }

  package var description: String { "line \(line), column \(column): \(reason)" }
}
