import ReleaseModel
import TakedownModel

extension Worksheet {
  /// The sheet of a table, under lines that say all that is needed to read it.
  ///
  /// - Throws: `WorkbookError` where the table is larger than a sheet.
  init(
    _ table: DataTable, name: String, release: ReleaseContents, contents: String
  ) throws(WorkbookError) {
    let figures = EmptyFigures(table)
    var marks: Set<Shorthand> = []
    var emptyColumns: Set<Int> = []
    let rows = table.rows.map { row in
      row.indices.map { place -> SheetCell in
        let column = table.columns[place]
        var cell = SheetCell(row[place], column.kind)
        if cell == .empty {
          if column.isNumber {
            cell = .text(figures.shorthand(place, in: row).mark)
          } else {
            emptyColumns.insert(place)
          }
        }
        if let text = cell.text { marks.formUnion(Shorthand.all(in: text)) }
        return cell
      }
    }
    // A table has to have a row; this one says that there is none.
    let none = table.columns.map { _ in SheetCell.text(Shorthand.notAvailable.mark) }
    if rows.isEmpty { marks.insert(.notAvailable) }

    self.name = name
    lines = Self.lines(
      above: table, marks: marks, emptyColumns: emptyColumns.sorted(), release: release,
      contents: contents)
    self.table = SheetTable(
      name: "Table_of_" + name, columns: SheetColumn.headed(table.columns),
      rows: rows.isEmpty ? [none] : rows)
    guard rows.count + lines.count < Self.maximumRows, table.columns.count <= Self.maximumColumns
    else {
      throw WorkbookError.tooLarge(
        table.name, rows: rows.count, columns: table.columns.count)
    }
  }

  private static func lines(
    above table: DataTable, marks: Set<Shorthand>, emptyColumns: [Int], release: ReleaseContents,
    contents: String
  ) -> [SheetLine] {
    let explained = Shorthand.allCases.filter(marks.contains).map { "\($0.mark) \($0.meaning)." }
    let headers = SheetColumn.headed(table.columns).map(\.header)
    let empty = emptyColumns.map { place in
      let missing = table.columns[place].missing
      return "\(headers[place]): \(missing.isEmpty ? "nothing was said" : missing)."
    }
    let texts = [
      table.rows.isEmpty
        ? "This worksheet contains one table. There is nothing to show in it."
        : "This worksheet contains one table.",
      "Source: \(release.title). Figures up to and including \(release.asOf.spoken).",
      release.notice,
      explained.isEmpty ? "" : "Shorthand: " + explained.joined(separator: " "),
      empty.isEmpty ? "" : "Some cells are empty. " + empty.joined(separator: " "),
    ]
    return [SheetLine(table.title, .title)] + texts.filter { !$0.isEmpty }.map { SheetLine($0) }
      + [SheetLine("Back to the contents", .link(contents))]
  }
}
