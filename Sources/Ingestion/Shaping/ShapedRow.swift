import Tabular

/// A row of a source on the readable way: its cells by name, and what was derived from them.
struct ShapedRow {
  /// Its ordinal in the file, as `records.csv` has it.
  let position: String
  /// The cells that are not empty, as the reader gave them.
  let cells: JSONValue
  /// The same as text.
  let raw: String
  /// Texts from around the list of records, by their place.
  let outward: [String: String]
  /// Columns filled from above.
  var filled: [RowPlace: String] = [:]
  /// Derived columns by name.
  var derived: [String: String] = [:]

  /// The text at a place; empty where there is none.
  func text(at place: RowPlace) -> String {
    if let above = filled[place] { return above }
    switch place {
    case .derived(let name): return derived[name] ?? ""
    case .column(let name): return cells[name]?.cellText ?? ""
    case .path(let steps): return cells.value(at: steps)?.cellText ?? ""
    case .outward(let pointer): return outward[pointer] ?? ""
    }
  }
}
