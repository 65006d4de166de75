import Tabular

/// Marks the final figures that an earlier release had otherwise.
///
/// Which release that is, the pipeline file says: so the same inputs give the same bytes whatever was
/// run before.
struct RevisedFigures {
  private let vintage: String
  private let counts: Index
  private let comparisons: Index

  private static let key = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end",
  ]

  /// Values of a table by the cells that say what they are of.
  private struct Index {
    let columns: [String]
    var values: [[String]: [String]] = [:]

    init(_ table: Table, by columns: [String], values names: [String]) {
      self.columns = columns
      let places = columns.map { table.index(of: $0) }
      let valuePlaces = names.map { table.index(of: $0) }
      for row in table.rows {
        values[places.map { $0.map { row[$0] } ?? "" }] = valuePlaces.map {
          $0.map { row[$0] } ?? ""
        }
      }
    }
  }

  /// Reads the tables of a vintage.
  init(_ vintage: Vintage) throws {
    self.vintage = vintage.name
    counts = Index(
      try StageFile.table(vintage.folder + "/data/accounts.csv"), by: Self.key, values: ["value"])
    comparisons = Index(
      try StageFile.table(vintage.folder + "/data/comparisons.csv"),
      by: Self.key + ["base_start", "base_end", "coverage"], values: ["value", "base_value"])
  }

  /// The counts, with the status `revised` where a final one differs.
  func marked(counts table: Table) -> Table {
    marked(table, counts, values: ["value"])
  }

  /// The comparisons, where either side may differ, with the old figure in the note.
  func marked(comparisons table: Table) -> Table {
    marked(table, comparisons, values: ["value", "base_value"])
  }

  private func marked(_ table: Table, _ index: Index, values names: [String]) -> Table {
    guard let status = table.index(of: "status") else { return table }
    let places = index.columns.map { table.index(of: $0) }
    let values = names.map { table.index(of: $0) }
    var result = Table(columns: table.columns)
    for row in table.rows {
      var row = row
      let old = index.values[places.map { $0.map { row[$0] } ?? "" }]
      if row[status] == "final", row.first == "counted", let old {
        var notes: [String] = []
        for (number, place) in values.enumerated() {
          // A figure that was kept back then has no old value to be shown; nor has one hidden now.
          guard let place, !row[place].isEmpty, row[place] != old[number],
            Double(old[number]) != nil
          else { continue }
          notes.append(
            "\(number == 0 ? "the figure" : "the base figure") was \(old[number]) in the release "
              + vintage)
        }
        if !notes.isEmpty { mark(&row, in: table, status: status, notes: notes) }
      }
      result.append(row)
    }
    return result
  }

  private func mark(_ row: inout [String], in table: Table, status: Int, notes: [String]) {
    row[status] = "revised"
    if let marks = table.index(of: "marks") {
      row[marks] = (row[marks].split(separator: " ") + ["[r]"]).sorted().joined(separator: " ")
    }
    if let note = table.index(of: "note") {
      row[note] = ([row[note]].filter { !$0.isEmpty } + notes).joined(separator: "; ")
    }
  }
}
