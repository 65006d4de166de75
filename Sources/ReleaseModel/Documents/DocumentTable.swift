/// A table of a document: one header row, then rows of as many cells.
package struct DocumentTable: Hashable, Sendable {
  /// The program's own words.
  package let header: [String]
  /// Cells are text, whatever it looks like.
  package let rows: [[String]]
  /// The places of the columns that hold numbers, 0-based.
  package let numbers: Set<Int>

  package init(_ header: [String], _ rows: [[String]], numbers: Set<Int> = []) {
    self.header = header
    self.rows = rows
    self.numbers = numbers
  }
}
