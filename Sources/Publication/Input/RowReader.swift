import ReleaseModel
import Tabular
import TakedownModel

/// Reads the cells of a table by the names of their columns.
struct RowReader {
  /// The greatest count that is taken; the arithmetic of headlines cannot overflow below it.
  static let greatestCount = 1_000_000_000_000_000

  /// The name of the table in messages.
  let name: String
  let table: Table
  private let places: [String: Int]

  /// - Throws: `PublicationError` with code `missingColumn`.
  init(_ table: Table, name: String, columns: [String]) throws(PublicationError) {
    var places: [String: Int] = [:]
    for column in columns {
      guard let place = table.index(of: column) else {
        throw .missingColumn(column, table: name)
      }
      places[column] = place
    }
    self.name = name
    self.table = table
    self.places = places
  }

  /// The cell as it stands.
  func text(_ column: String, _ row: Int) -> String {
    places[column].map { table.rows[row][$0] } ?? ""
  }

  /// A whole number; nil for an empty cell.
  ///
  /// - Throws: `PublicationError` with code `unreadableCell`.
  func integer(_ column: String, _ row: Int) throws(PublicationError) -> Int? {
    let text = text(column, row)
    guard !text.isEmpty else { return nil }
    guard let value = Int(text), value.magnitude <= Self.greatestCount else {
      throw .unreadableCell(
        text, row: row + 1, column: column, table: name, expected: "a whole number")
    }
    return value
  }

  /// How many there are; nil for an empty cell.
  ///
  /// - Throws: `PublicationError` with code `unreadableCell`.
  func count(_ column: String, _ row: Int) throws(PublicationError) -> Int? {
    let value = try integer(column, row)
    guard value.map({ $0 >= 0 }) ?? true else {
      throw .unreadableCell(
        text(column, row), row: row + 1, column: column, table: name, expected: "0 or more")
    }
    return value
  }

  /// A number with a decimal point, as its text; empty for an empty cell.
  ///
  /// - Throws: `PublicationError` with code `unreadableCell`.
  func decimal(_ column: String, _ row: Int) throws(PublicationError) -> String {
    let text = text(column, row)
    guard text.isEmpty || CellText.isPlainNumber(text) else {
      throw .unreadableCell(text, row: row + 1, column: column, table: name, expected: "a number")
    }
    return text
  }

  /// A day; nil for an empty cell.
  ///
  /// - Throws: `PublicationError` with code `unreadableCell`.
  func date(_ column: String, _ row: Int) throws(PublicationError) -> CalendarDate? {
    let text = text(column, row)
    guard !text.isEmpty else { return nil }
    guard let date = CalendarDate(text) else {
      throw .unreadableCell(
        text, row: row + 1, column: column, table: name, expected: "a day such as 2025-03-31")
    }
    return date
  }
}
