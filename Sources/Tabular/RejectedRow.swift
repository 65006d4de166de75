/// A row of the input that could not become a record.
package struct RejectedRow: Hashable, Sendable {
  /// The ordinal of the row in its file, 1-based, counted together with the records.
  package let position: Int
  /// The line on which the row begins, 1-based; 0 where it is not known.
  package let line: Int
  /// The column, by its name or its 1-based number, where that can be said.
  package let column: String?
  package let kind: RejectKind
  /// What was found, what was expected and what to do, in words.
  package let reason: String
  /// The row as it stands in the file.
  package let raw: [UInt8]

  package init(
    position: Int, line: Int, column: String?, kind: RejectKind, reason: String, raw: [UInt8]
  ) {
    self.position = position
    self.line = line
    self.column = column
    self.kind = kind
    self.reason = reason
    self.raw = raw
  }
}
