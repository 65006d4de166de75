import ReleaseModel

/// Which shorthand stands in a sheet where a table has no figure.
struct EmptyFigures {
  private let columns: [DataColumn]
  private let status: Int?
  private let marks: Int?

  init(_ table: DataTable) {
    columns = table.columns
    status = table.index(of: "status")
    marks = table.index(of: "marks")
  }

  /// What an empty cell of a column of numbers means.
  ///
  /// What is hidden is said by the row, or by a column that is empty for no other reason. Then comes
  /// what the column says, then the marks of the row.
  func shorthand(_ place: Int, in row: [String]) -> Shorthand {
    let missing = columns[place].missing
    let marks = marks.map { Shorthand.all(in: row[$0]) } ?? []
    if status.map({ row[$0] }) == Shorthand.confidential.rawValue || marks.contains(.confidential)
      || missing.contains(Shorthand.confidential.mark)
    {
      return .confidential
    }
    if Self.notSaid.contains(missing) { return .notApplicable }
    return marks.contains(.notApplicable) && !marks.contains(.notAvailable)
      ? .notApplicable : .notAvailable
  }

  /// What columns say of cells that could not have a figure.
  private static let notSaid: Set<String> = ["does not apply", "not a number"]
}
