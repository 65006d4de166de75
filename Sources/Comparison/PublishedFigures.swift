import Tabular
import TakedownModel

/// The register of published figures, read and checked.
struct PublishedFigures {
  private(set) var figures: [PublishedFigure] = []
  private var places: [String: Int] = [:]

  /// Reads the rows of a table.
  ///
  /// - Throws: `ComparisonError` of code `malformedFigure` naming the row and the column.
  init(_ table: Table) throws(ComparisonError) {
    var places: [String: Int] = [:]
    for column in StageColumns.published {
      guard let place = table.index(of: column) else { throw .missingColumn(column) }
      places[column] = place
    }
    for (number, cells) in table.rows.enumerated() {
      let row = Row(record: number + 1, cells: cells, places: places)
      let figure = try row.figure()
      guard self.places[figure.id] == nil else {
        throw row.fault("figure_id", "an id that no earlier row has")
      }
      self.places[figure.id] = figures.count
      figures.append(figure)
    }
    for (number, figure) in figures.enumerated() {
      guard figure.changeBase.isEmpty || base(of: figure) != nil else {
        throw .malformedFigure(
          record: number + 1, column: "change_base", found: figure.changeBase,
          expected: "the figure_id of another row, or nothing")
      }
    }
    figures.sort { Self.order($0).lexicographicallyPrecedes(Self.order($1), by: Self.precedes) }
    for (place, figure) in figures.enumerated() { self.places[figure.id] = place }
  }

  /// The figure that a figure was compared with.
  func base(of figure: PublishedFigure) -> PublishedFigure? {
    guard let place = places[figure.changeBase], figure.changeBase != figure.id else { return nil }
    return figures[place]
  }

  private static func order(_ figure: PublishedFigure) -> [String] {
    [
      figure.measure, figure.window.start.description, figure.agency,
      figure.window.end.description, figure.id,
    ]
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}

extension PublishedFigures {
  /// One row of the register, not yet checked.
  private struct Row {
    let record: Int
    let cells: [String]
    let places: [String: Int]

    func figure() throws(ComparisonError) -> PublishedFigure {
      let id = try text("figure_id")
      _ = try date("published_on")
      let start = try date("period_start")
      let end = try date("period_end")
      guard start <= end else { throw fault("period_end", "a day not before \(start)") }
      let digits = cell("value")
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits) else {
        throw fault("value", "a whole number in digits only")
      }
      return PublishedFigure(
        id: id, publisher: try text("publisher"), agency: try text("agency"),
        measure: try text("measure"), counts: try text("counts"),
        window: DayWindow(start: start, end: end), qualifier: cell("qualifier"), value: value,
        changeBase: cell("change_base"), sourceTitle: cell("source_title"))
    }

    func fault(_ column: String, _ expected: String) -> ComparisonError {
      .malformedFigure(record: record, column: column, found: cell(column), expected: expected)
    }

    private func cell(_ column: String) -> String {
      places[column].map { cells[$0] } ?? ""
    }

    private func text(_ column: String) throws(ComparisonError) -> String {
      let text = cell(column)
      guard !text.isEmpty else { throw fault(column, "a text") }
      return text
    }

    private func date(_ column: String) throws(ComparisonError) -> CalendarDate {
      guard let date = CalendarDate(cell(column)) else {
        throw fault(column, "a day such as 2025-03-31")
      }
      return date
    }
  }
}
