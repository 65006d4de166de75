/// A sheet: lines below one another in its first column, then at most one table, and no empty row.
struct Worksheet: Sendable {
  /// What a sheet holds in either format.
  static let maximumRows = 1_048_576
  static let maximumColumns = 16_384

  /// Unique in the workbook: ASCII letters, digits and underscores, at most 30.
  let name: String
  /// The first one is the title.
  let lines: [SheetLine]
  let table: SheetTable?

  /// Where the lines have no table to share a column with, they are wrapped in a wide one.
  static let lineWidth = 90
}
