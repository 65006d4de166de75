import ReleaseModel

/// What stands in a cell of a database.
enum DatabaseValue: Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The value of a cell of a table; nothing is null.
  ///
  /// - Returns: nil where the text is not of the kind.
  init?(_ cell: String, kind: DataColumn.Kind) {
    guard !cell.isEmpty else {
      self = .null
      return
    }
    switch kind {
    case .text, .date: self = .text(cell)
    case .integer:
      guard let number = Int64(cell) else { return nil }
      self = .integer(number)
    case .decimal:
      guard CellText.isPlainNumber(cell), let number = Double(cell) else { return nil }
      self = .real(number)
    }
  }
}
