/// A small table for people: figures of a few periods side by side, ready to be shown.
package struct SummaryTable: Hashable, Sendable {
  /// `to-date-by-agency`.
  package let name: String
  /// What it shows, in a few words.
  package let title: String
  /// Whom, which days and what it counts.
  package let scope: String
  /// The first column names the rows.
  package let columns: [String]
  /// Cells are digits, not grouped, or shorthand where there is no figure.
  package let rows: [[String]]
  /// The place of the column with shorthand; other columns than the first hold numbers.
  package let marks: Int
  /// What has to be known of its figures.
  package let notes: [String]

  package init(
    name: String, title: String, scope: String, columns: [String], rows: [[String]], marks: Int,
    notes: [String]
  ) {
    self.name = name
    self.title = title
    self.scope = scope
    self.columns = columns
    self.rows = rows
    self.marks = marks
    self.notes = notes
  }
}
