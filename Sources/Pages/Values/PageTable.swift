import ReleaseModel

/// A table as the template `table` shows it; all of its texts are safe to be escaped.
struct PageTable: Sendable {
  struct Cell: Sendable {
    let text: String
    let isNumber: Bool
  }

  struct Row: Sendable {
    let rowName: String
    let cells: [Cell]
  }

  let tableID: String
  let caption: String
  /// Whom, which days and what it counts; nil for none.
  let scope: String?
  /// The name of the first column; nil where there is no header.
  let corner: String?
  let header: [Cell]
  let rows: [Row]
  let remarks: [String]
  let hasRemarks: Bool

  private init(
    id: String, caption: String, scope: String?, columns: [Cell], rows: [Row],
    remarks: [String] = []
  ) {
    tableID = id
    self.caption = ShownText.safe(caption)
    self.scope = scope.map(ShownText.safe)
    corner = columns.first?.text
    header = Array(columns.dropFirst())
    self.rows = rows
    self.remarks = remarks.map(ShownText.safe)
    hasRemarks = !remarks.isEmpty
  }

  init(_ summary: SummaryTable) {
    func isNumber(_ place: Int) -> Bool { place > 0 && place != summary.marks }
    self.init(
      id: "table-\(summary.name)", caption: summary.title, scope: summary.scope,
      columns: summary.columns.enumerated().map {
        Cell(text: ShownText.safe($1), isNumber: isNumber($0))
      },
      rows: summary.rows.map { row in
        Row(
          rowName: ShownText.safe(row.first ?? ""),
          cells: row.enumerated().dropFirst().map {
            Cell(text: ShownText.number($1), isNumber: isNumber($0))
          })
      }, remarks: summary.notes)
  }

  /// The exact figures of a headline, one a row.
  init(_ headline: ReleaseHeadline) {
    self.init(
      id: "exact-\(headline.id)", caption: "Exact figures", scope: nil,
      columns: [
        Cell(text: "What", isNumber: false), Cell(text: "Figure", isNumber: true),
        Cell(text: "Unit", isNumber: false),
      ],
      rows: headline.figures.map {
        Row(
          rowName: ShownText.safe($0.label),
          cells: [
            Cell(text: ShownText.number($0.value), isNumber: true),
            Cell(text: ShownText.safe($0.unit), isNumber: false),
          ])
      })
  }

  /// The figures of a chart: its categories below one another, its series beside one another.
  init(_ chart: Chart, number: Int) {
    let series = chart.series
    var categories: [(agency: String, category: String)] = []
    var cells: [[String]: [String]] = [:]
    for point in chart.points {
      let agency = chart.hasPanels ? point.agencyName : ""
      if !categories.contains(where: { $0 == (agency, point.category) }) {
        categories.append((agency, point.category))
      }
      cells[[agency, point.category, point.series], default: []].append(point.label)
    }
    self.init(
      id: "figures-\(chart.name)", caption: "Figures of chart \(number)", scope: chart.subtitle,
      columns: [Cell(text: chart.hasPanels ? "Agency and period" : "What", isNumber: false)]
        + series.map { Cell(text: ShownText.safe($0), isNumber: true) },
      rows: categories.map { agency, category in
        Row(
          rowName: ShownText.safe(agency.isEmpty ? category : "\(agency), \(category)"),
          cells: series.map { name in
            let labels = cells[[agency, category, name]] ?? []
            return Cell(text: ShownText.safe(labels.joined(separator: "; ")), isNumber: true)
          })
      })
  }
}
