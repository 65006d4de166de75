package import ReleaseModel
import Tabular

/// The figures as SDMX-CSV 2.0, one observation a row, and the structure that describes them.
///
/// A row whose days are not said has no observation, since SDMX has no period for it: the structure
/// says how many there are.
package struct StatisticalData: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    let tables = tables(of: release)
    guard !tables.isEmpty else { return [] }
    let structure = Structure(tables: tables, release: release)
    return [ReleaseFile(path: "sdmx/structure.json", text: structure.json.prettyText)]
      + tables.map { table in
        ReleaseFile(path: "sdmx/\(table.table.name).csv", bytes: rows(of: table, structure))
      }
  }

  /// The tables of figures, without those that show the rows of another again.
  private func tables(of release: ReleaseContents) -> [FigureTable] {
    var tables: [FigureTable] = []
    for table in release.tables.compactMap(FigureTable.init) {
      let isShownBefore = table.table.references(among: tables.map(\.table))
        .contains { $0.columns == table.table.key }
      if !isShownBefore { tables.append(table) }
    }
    return tables
  }

  private func rows(of table: FigureTable, _ structure: Structure) -> [UInt8] {
    let columns = table.table.columns
    let lists = table.dimensions.map { structure.list(of: columns[$0].name) }
    let id = structure.reference(to: table)
    var bytes: [UInt8] = []
    bytes.append(
      csvRow: ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + structure.dimensions(of: table)
        + ["OBS_VALUE"] + structure.attributes(of: table))
    for row in table.table.rows {
      guard let days = table.days(of: row) else { continue }
      let key = zip(table.dimensions, lists).map { $1?.code(of: row[$0]) ?? "" }
      let said = table.attributes.map { CellText.defused(row[$0]) }
      let word = table.status.map { row[$0] } ?? ""
      let marks = table.marks.map { row[$0] } ?? ""
      for figure in table.figures {
        let status = ObservationStatus(isEmpty: row[figure].isEmpty, word: word, marks: marks)
        let unit = structure.units.code(of: table.unit(of: figure, in: row)) ?? ""
        // What one letter does not say is said in the agency's word.
        let comment = status.status == "A" && word != "final" ? CellText.defused(word) : ""
        let head = ["dataflow", id, "I"] + key + [FigureTable.id(columns[figure].name), days]
        let measure = [
          row[figure], status.status, status.confidentiality, unit,
          String(columns[figure].decimals ?? 0), comment,
        ]
        bytes.append(csvRow: head + measure + said)
      }
    }
    return bytes
  }
}
