package import Tabular
import TakedownModel

/// A register of figures said in public, read for what their words allow.
package struct SaidRegister: Hashable, Sendable {
  /// A row whose words bound nothing that can be reckoned with.
  package struct Unread: Hashable, Sendable {
    package let id: String
    package let reason: String
  }

  /// In the order of the register, ids unique.
  package private(set) var figures: [SaidFigure] = []
  /// Rows that are left out of every check.
  package private(set) var unread: [Unread] = []

  package init(figures: [SaidFigure]) {
    self.figures = figures
  }

  /// Reads the rows of a table with the columns of `StageColumns.published`.
  ///
  /// - Throws: `ClaimsError` naming the row and the column.
  package init(_ table: Table) throws(ClaimsError) {
    try add(table)
  }

  /// Adds the rows of another table, whose ids must be new.
  package mutating func add(_ table: Table) throws(ClaimsError) {
    for column in StageColumns.published where table.index(of: column) == nil {
      throw .missingColumn(column)
    }
    var ids = Set(figures.map(\.id) + unread.map(\.id))
    var bases: [(record: Int, id: String)] = []
    for (number, cells) in table.rows.enumerated() {
      let row = Row(record: number + 1, cells: cells, table: table)
      let id = try row.text("figure_id")
      guard ids.insert(id).inserted else {
        throw row.fault("figure_id", "an id that no earlier row has")
      }
      switch try row.read(id) {
      case .unread(let reason): unread.append(Unread(id: id, reason: reason))
      case .figure(let figure): figures.append(figure)
      }
      if !row.cell("change_base").isEmpty { bases.append((number + 1, row.cell("change_base"))) }
    }
    for (record, base) in bases where !ids.contains(base) {
      throw .cell(
        record: record, column: "change_base", found: base,
        expected: "the figure_id of another row, or nothing")
    }
  }

  /// The figure with an id.
  package func figure(_ id: String) -> SaidFigure? {
    figures.first { $0.id == id }
  }
}

/// One row of the register, not yet checked.
private struct Row {
  let record: Int
  let cells: [String]
  let table: Table

  /// What became of the row.
  enum Outcome {
    case figure(SaidFigure)
    /// Sound as a row, and nothing to reckon with.
    case unread(String)
  }

  func read(_ id: String) throws(ClaimsError) -> Outcome {
    let publishedOn = try date("published_on")
    let first = try date("period_start")
    let last = try date("period_end")
    guard first <= last else { throw fault("period_end", "a day not before \(first)") }
    let found = cell("qualifier")
    guard let qualifier = Qualifier(found) else {
      let known = Qualifier.allCases.map(\.rawValue)
      let near = nearest(found, in: known).map { " (did you mean '\($0)'?)" } ?? ""
      let expected = known.map { "'\($0)'" }.joined(separator: ", ")
      return .unread("the qualifier '\(found)' is none of \(expected)\(near)")
    }
    let digits = cell("value")
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits) else {
      throw fault("value", "a whole number in digits only")
    }
    guard value <= SaidFigure.greatestValue else {
      return .unread("its value has more than twelve digits")
    }
    let counts = try text("counts")
    guard let units = SaidFigure.units(counts) else {
      return .unread("the units '\(counts)' are not joined by '+' as accounts+pages+posts are")
    }
    let figure = SaidFigure(
      id: id, publisher: cell("publisher"), publishedOn: publishedOn, agency: try text("agency"),
      measure: try text("measure"), units: units, first: first, last: last, qualifier: qualifier,
      value: value, change: cell("change_stated"), changeBase: cell("change_base"))
    guard figure.range.size != 0 else {
      return .unread("'\(figure.wording)' allows no number at all")
    }
    return .figure(figure)
  }

  func cell(_ column: String) -> String {
    table.index(of: column).map { cells[$0] } ?? ""
  }

  func text(_ column: String) throws(ClaimsError) -> String {
    let text = cell(column)
    guard !text.isEmpty else { throw fault(column, "a text") }
    return text
  }

  func fault(_ column: String, _ expected: String) -> ClaimsError {
    .cell(record: record, column: column, found: cell(column), expected: expected)
  }

  private func date(_ column: String) throws(ClaimsError) -> CalendarDate {
    guard let date = CalendarDate(cell(column)) else {
      throw fault(column, "a day such as 2025-03-31")
    }
    return date
  }
}
