import Tabular

/// A figure of the table of counts: what it is of, up to which day, and its value as it is written.
struct Figure: Hashable, Sendable {
  /// What makes two figures the same one, by name; a figure to date stays the same from day to day.
  static let keyColumns = [
    "origin", "measure", "counts", "agency", "platform", "country", "category", "period_kind",
    "period", "period_start",
  ]

  /// The cells of `keyColumns`, and what tells figures apart that share them.
  let key: [String]
  let periodEnd: String
  let source: String
  /// Empty where the figure is not available.
  let value: String

  /// The cell of one of the key's columns.
  func cell(_ column: String) -> String {
    Self.keyColumns.firstIndex(of: column).map { key[$0] } ?? ""
  }

  /// Whether the figure was counted from records.
  var isCounted: Bool { key[0] == "counted" }

  /// The figures of a table, in its order; columns that it lacks are empty.
  static func all(in table: Table) -> [Figure] {
    let places = keyColumns.map { table.index(of: $0) }
    let end = table.index(of: "period_end")
    let source = table.index(of: "source")
    let value = table.index(of: "value")
    func cell(_ row: [String], _ place: Int?) -> String { place.map { row[$0] } ?? "" }
    let keys = table.rows.map { row in places.map { cell(row, $0) } }
    var count: [[String]: Int] = [:]
    for key in keys { count[key, default: 0] += 1 }
    var seen: [[String]: Int] = [:]
    return zip(keys, table.rows).map { key, row in
      var key = key
      if count[key, default: 0] > 1 {
        // Said by several, or for several days: told apart by these, and else by their order.
        key += [cell(row, end), cell(row, source)]
        seen[key, default: 0] += 1
        key.append(String(seen[key, default: 0]))
      }
      return Figure(
        key: key, periodEnd: cell(row, end), source: cell(row, source), value: cell(row, value))
    }
  }
}
