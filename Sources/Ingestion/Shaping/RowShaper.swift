import Tabular

/// Does to rows what a shape declares.
///
/// Made anew for each batch, since a compiled pattern cannot be shared; what has to be known of the
/// rows before is handed on in `above`.
struct RowShaper {
  private let shape: RowShape
  private let filledDown: [RowPlace]
  private let conditions: [(place: RowPlace, condition: RowShape.Condition)]
  private let derivations: [(places: [RowPlace], columns: DerivedColumns)]

  /// - Throws: where a place or a pattern is none; `RowShape.problems` tells of all.
  init(_ shape: RowShape) throws(RowPlaceError) {
    self.shape = shape
    var filledDown: [RowPlace] = []
    for place in shape.filledDown {
      filledDown.append(try RowPlace(place, isJSON: shape.isJSON))
    }
    self.filledDown = filledDown
    var conditions: [(RowPlace, RowShape.Condition)] = []
    for condition in shape.conditions {
      conditions.append((try RowPlace(condition.place, isJSON: shape.isJSON), condition))
    }
    self.conditions = conditions
    var derivations: [([RowPlace], DerivedColumns)] = []
    for derivation in shape.derivations {
      var places: [RowPlace] = []
      for place in derivation.places {
        places.append(try RowPlace(place, isJSON: shape.isJSON))
      }
      derivations.append((places, try DerivedColumns(derivation)))
    }
    self.derivations = derivations
  }

  /// The rows that a row becomes, with the reason for each that is left out; `above` is what the
  /// rows before left behind.
  func rows(
    of row: ShapedRow, file: String, above: inout RowsAbove
  ) -> [(row: ShapedRow, leftOut: String?)] {
    guard row.cells != .null else { return [(row, "blank row")] }
    var row = row
    if !shape.headerRows.isEmpty {
      guard !above.takeHeader(row.cells, where: shape.headerRows) else {
        return [(row, "header row")]
      }
      row.cells = above.named(row.cells)
      row.derived["heading"] = above.heading
    }
    fill(&row, from: &above.filled)
    row.derived["file"] = file
    guard !shape.pivot.isEmpty else { return [finished(row)] }
    guard case .object(let members) = row.cells else { return [(row, "no cell of pivot")] }
    var rows: [(row: ShapedRow, leftOut: String?)] = []
    for member in members
    where shape.pivot.contains(where: { WildcardText.matches(member.key, $0) }) {
      var cell = row
      cell.derived["column"] = member.key
      cell.derived["cell"] = member.value.cellText
      rows.append(finished(cell))
    }
    return rows.isEmpty ? [(row, "no cell of pivot")] : rows
  }

  private func fill(_ row: inout ShapedRow, from above: inout [String]) {
    if above.count < filledDown.count {
      above = Array(repeating: "", count: filledDown.count)
    }
    for (number, place) in filledDown.enumerated() {
      let text = row.text(at: place)
      if Self.meansAbove(text) {
        row.filled[place] = above[number]
      } else {
        above[number] = text
      }
    }
  }

  /// Whether a cell says that it is the same as the one above.
  private static func meansAbove(_ text: String) -> Bool {
    let word = text.split { " \t\u{a0}.()".contains($0) }.joined(separator: " ").lowercased()
    return [
      "", "\"", "''", "″", "〃", "”", "ditto", "do", "as above", "same as above", "see above",
      "idem", "id",
    ].contains(word)
  }

  private func finished(_ row: ShapedRow) -> (row: ShapedRow, leftOut: String?) {
    var row = row
    for (places, columns) in derivations {
      let text = places.lazy.map { self.known(row.text(at: $0)) }.first { !$0.isEmpty } ?? ""
      guard !text.isEmpty else { continue }
      let found = columns.columns(of: text)
      for column in found where row.derived[column.name] == nil {
        row.derived[column.name] =
          column.isText ? DerivedColumns.filled(column.text, from: row.derived) : column.text
      }
    }
    for (place, condition) in conditions {
      let text = row.text(at: place)
      guard condition.patterns.contains(where: { WildcardText.matches(text, $0) }) else {
        return (row, "where \(condition.place)")
      }
    }
    return (row, nil)
  }

  /// The text, empty where it means that nothing is known.
  func known(_ text: String) -> String {
    shape.missing.contains(text) ? "" : text
  }

  /// The first text at one of the places that is known.
  func text(of row: ShapedRow, at places: [RowPlace]) -> String {
    places.lazy.map { self.known(row.text(at: $0)) }.first { !$0.isEmpty } ?? ""
  }
}
