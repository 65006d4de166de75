/// Why a text is not XML that can be read.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the fault, 1-based; 0 where the fault has no place in the text.
  package let line: Int
  /// The place of the fault in its line, 1-based, counted in bytes; 0 where it has none.
  package let column: Int
  /// What was found, in words.
  package let reason: String

  package init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  package var description: String {
    line > 0 ? "line \(line), column \(column): \(reason)" : reason
  }
}
