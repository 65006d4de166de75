import ReleaseModel

/// A column of a table in a sheet.
struct SheetColumn: Hashable, Sendable {
  /// Unlike the headers of the other columns, in capitals or not; at most 255 characters.
  let header: String
  let kind: DataColumn.Kind
  /// About how many characters stand side by side.
  private(set) var width = Self.narrowest
  /// Whether longer texts go on in further lines.
  private(set) var isWrapped = false

  static let narrowest = 10
  static let widest = 60

  init(_ header: String, _ kind: DataColumn.Kind = .text) {
    self.header = header
    self.kind = kind
  }

  /// The columns of a table under their labels, each with its unit.
  static func headed(_ columns: [DataColumn]) -> [SheetColumn] {
    var seen: Set<String> = []
    return columns.map { column in
      let isSaid = column.label.lowercased().contains(column.unit.lowercased())
      let words = column.unit.isEmpty || isSaid ? column.label : "\(column.label) (\(column.unit))"
      let header = SheetText.shown(words, atMost: 240)
      var unique = header
      var number = 1
      while !seen.insert(unique.lowercased()).inserted {
        number += 1
        unique = "\(header) \(number)"
      }
      return SheetColumn(unique, column.kind)
    }
  }

  /// The column as wide as its cells need, within bounds.
  func wide(for cells: some Sequence<SheetCell>) -> SheetColumn {
    let longest = cells.reduce(into: 0) { $0 = max($0, $1.length) }
    // A header goes on in further lines.
    let word = header.split(separator: " ").map(\.count).max() ?? 0
    var column = self
    column.width = min(max(longest + 2, word + 2, Self.narrowest), Self.widest)
    column.isWrapped = longest + 2 > Self.widest
    return column
  }
}

extension SheetColumn {
  /// Whether the cells are numbers, or letters in the place of numbers.
  var isNumber: Bool {
    switch kind {
    case .integer, .decimal: true
    case .text, .date: false
    }
  }
}
