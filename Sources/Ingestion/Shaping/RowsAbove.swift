import Tabular

/// What the rows of a file leave behind for those below them.
package struct RowsAbove: Sendable {
  /// The texts that filled columns had last.
  var filled: [String] = []
  /// The cells of the row before the last row that named columns, such as the title of a table.
  private(set) var heading = ""
  /// The cells of the last row, with ` | ` between.
  private var last = ""
  /// The names that columns have from the last row that named them, by those of the file's header.
  private var names: [String: String] = [:]

  package init() {}

  /// Whether a row names the columns of those below it, since its first cell has one of the texts;
  /// if so, its names are those of the rows to come.
  ///
  /// A row of one cell is a title. A name that comes again has a number after it, as in the header of a file.
  mutating func takeHeader(_ cells: JSONValue, where texts: [String]) -> Bool {
    guard case .object(let members) = cells else { return false }
    let row = members.map { (key: $0.key, text: $0.value.cellText) }.filter { !$0.text.isEmpty }
    defer { last = row.map(\.text).joined(separator: " | ") }
    guard row.count > 1, let first = row.first,
      texts.contains(where: { WildcardText.matches(first.text, $0) })
    else { return false }
    heading = last
    names = [:]
    var times: [String: Int] = [:]
    for cell in row {
      let count = times[cell.text, default: 0] + 1
      times[cell.text] = count
      names[cell.key] = count == 1 ? cell.text : "\(cell.text) (\(count))"
    }
    return true
  }

  /// The cells by the names that their columns have here.
  func named(_ cells: JSONValue) -> JSONValue {
    guard !names.isEmpty, case .object(let members) = cells else { return cells }
    return .object(members.map { JSONValue.Member(names[$0.key] ?? $0.key, $0.value) })
  }
}
