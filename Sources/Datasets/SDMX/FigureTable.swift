import ReleaseModel
import TakedownModel

/// A table of figures, seen as what they are of, how great they are and what is said of them.
///
/// The columns of its key are dimensions; each number is an observation; the other columns are
/// attributes. Nothing here knows what the table is about.
struct FigureTable {
  let table: DataTable
  /// The places of the columns of the key.
  let dimensions: [Int]
  /// The places of the columns that hold numbers.
  let figures: [Int]
  /// The places of the columns that are written as they are.
  let attributes: [Int]
  let start: Int
  let end: Int
  let status: Int?
  let marks: Int?

  /// Nil for a table whose rows have no key, no days or no number, or more than one period: an
  /// observation has one, and a comparison follows from two of them.
  init?(_ table: DataTable) {
    guard let start = table.index(of: "period_start"), let end = table.index(of: "period_end"),
      table.index(of: "base_start") == nil, table.hasSoundKey
    else { return nil }
    let figures = table.columns.indices.filter { table.columns[$0].isNumber }
    guard !figures.isEmpty else { return nil }
    self.table = table
    self.start = start
    self.end = end
    self.figures = figures
    dimensions = table.key.compactMap(table.index)
    status = table.index(of: "status")
    marks = table.index(of: "marks")
    let units = figures.compactMap { Self.unitColumn(of: table.columns[$0], in: table) }
    let spoken = Set(
      dimensions + figures + units + [start, end] + [status].compactMap(\.self)
        + dimensions.compactMap { table.index(of: table.columns[$0].name + "_name") })
    attributes = table.columns.indices.filter { !spoken.contains($0) }
  }

  /// The id of the table, its structure and its file: `ACCOUNTS`.
  var id: String { Self.id(table.name) }

  /// A name in the letters of an id: `period_kind` as `PERIOD_KIND`.
  static func id(_ name: String) -> String {
    name.replacing("-", with: "_").uppercased()
  }

  /// The unit of a figure: that of its column, or the cell of the column that it names.
  func unit(of figure: Int, in row: [String]) -> String {
    Self.unitColumn(of: table.columns[figure], in: table).map { row[$0] }
      ?? table.columns[figure].unit
  }

  /// The place of the column that a unit such as `as in measure` names.
  private static func unitColumn(of column: DataColumn, in table: DataTable) -> Int? {
    let words = column.unit.split(separator: " ")
    guard words.count == 3, words[0] == "as", words[1] == "in" else { return nil }
    return table.index(of: String(words[2]))
  }

  /// The days of a row: `2024`, `2024-07`, or from a day on for so many days, `2024-07-01/P274D`.
  ///
  /// - Returns: nil where a day is not said.
  func days(of row: [String]) -> String? {
    guard let first = CalendarDate(row[start]), let last = CalendarDate(row[end]), first <= last
    else { return nil }
    let (from, to) = (first.components, last.components)
    if from.year == to.year, from.day == 1,
      to.day == CalendarDate.length(ofMonth: to.month, year: to.year)
    {
      if from.month == 1, to.month == 12 { return String(first.description.prefix(4)) }
      if from.month == to.month { return String(first.description.prefix(7)) }
    }
    return "\(first)/P\(last.days - first.days + 1)D"
  }
}
