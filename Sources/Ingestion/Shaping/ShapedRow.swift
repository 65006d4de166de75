import Tabular

/// A row of a source on the readable way: its cells by name, and what was derived from them.
struct ShapedRow {
  /// Its ordinal in the file, as `records.csv` has it.
  let position: String
  /// The cells that are not empty, as the reader gave them.
  var cells: JSONValue
  /// The same as text.
  let raw: String
  /// Texts that do not stand in the record itself, by their place.
  let outward: [String: String]
  /// Of these the lists and objects of which the record names a part.
  let tables: [String: JSONValue]
  /// Columns filled from above.
  var filled: [RowPlace: String] = [:]
  /// Derived columns by name.
  var derived: [String: String] = [:]

  /// The text at a place; empty where there is none.
  func text(at place: RowPlace) -> String {
    if let above = filled[place] { return above }
    switch place {
    case .derived(let name): return derived[name] ?? ""
    case .column(let name): return outward[name] ?? cells[name]?.cellText ?? ""
    case .path(let steps): return cells.value(at: steps, record: cells)?.cellText ?? ""
    case .outward(let pointer, []): return outward[pointer] ?? ""
    case .outward(let pointer, let steps):
      return tables[pointer]?.value(at: steps, record: cells)?.cellText ?? ""
    }
  }
}
