import Bytes

/// The walk through the elements of a worksheet.
///
/// Rows and cells must be in order, with references or without. What is no row, cell or value where
/// one must be is a fault, so that no cell can be passed over.
struct WorksheetMachine {
  var rows = SheetRows()
  var cells: CellConverter
  private let cellLimit: Int
  private let textLimit: Int
  private let asksForCalculation: Bool
  private var section = PartName.other
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var isRowHidden = false

  // The cell that is open.
  private var column = 0
  private var kind = CellConverter.Kind.number
  private var style = 0
  private var hasFormula = false
  private var isInRun = false
  private var isTaking = false
  private var value: [UInt8] = []

  init(cells: CellConverter, cellLimit: Int, textLimit: Int, asksForCalculation: Bool) {
    self.cells = cells
    self.cellLimit = cellLimit
    self.textLimit = textLimit
    self.asksForCalculation = asksForCalculation
  }

  mutating func open(
    _ name: PartName, depth: Int, _ attributes: PartAttributes
  ) throws(PartFault) {
    if depth <= 2 {
      if depth == 2 { section = name }
      return
    }
    guard section == .sheetData else {
      if depth == 3 { openOutside(name, attributes) }
      return
    }
    switch (depth, name) {
    case (3, .row): try openRow(attributes)
    case (4, .c): try openCell(attributes)
    case (5, .v): isTaking = kind != .inline || value.isEmpty
    case (5, .f): hasFormula = true
    case (5, .inline): isInRun = false
    case (6, .t): isTaking = kind == .inline
    case (6, _): isInRun = name == .r
    case (7, .t): isTaking = kind == .inline && isInRun
    case (4, .extLst), (5, .extLst), (7..., _): break
    default:
      throw PartFault(
        """
        row \(rows.row + (depth == 3 ? 1 : 0)): an element stands where only \
        \(depth == 3 ? "a row" : depth == 4 ? "a cell" : "a value") is expected; open the \
        workbook in a spreadsheet program and save it
        """)
    }
  }

  mutating func take(_ text: Span<UInt8>) throws(PartFault) {
    guard isTaking else { return }
    value.append(text)
    guard value.count <= cellLimit else {
      throw PartFault.longText(
        "row \(rows.row), column \(CellReference.letters(column))", limit: cellLimit)
    }
  }

  mutating func close(depth: Int) throws(PartFault) {
    guard section == .sheetData else { return }
    switch depth {
    case 3: closeRow()
    case 4: try closeCell()
    case 5, 6, 7: isTaking = false
    default: break
    }
  }

  /// Counts what only the whole sheet can tell.
  mutating func finish() {
    let last = rows.widestColumn
    var hidden: Set<Int> = []
    for range in hiddenColumns where range.lowerBound <= last {
      hidden.formUnion(range.lowerBound...min(range.upperBound, last))
    }
    if let first = hidden.min() {
      cells.findings.add(.hiddenColumns, column: first, count: hidden.count)
    }
  }

  private mutating func openRow(_ attributes: PartAttributes) throws(PartFault) {
    var number: Int?
    isRowHidden = false
    column = 0
    for i in 0..<attributes.count {
      switch attributes.name(i) {
      case .r:
        guard let found = attributes.value(i).wholeNumber, found > 0 else {
          throw PartFault(
            "after row \(rows.row): '\(attributes.value(i).text.prefix(40))' is no row number")
        }
        number = found
      case .hidden: isRowHidden = attributes.value(i).isTrue
      default: break
      }
    }
    try rows.open(number)
  }

  private mutating func closeRow() {
    rows.close()
    if isRowHidden, rows.lastRow == rows.row { cells.findings.add(.hiddenRows, row: rows.row) }
  }

  private mutating func openCell(_ attributes: PartAttributes) throws(PartFault) {
    var next = column + 1
    kind = .number
    style = 0
    hasFormula = false
    isInRun = false
    value.removeAll(keepingCapacity: true)
    for i in 0..<attributes.count {
      switch attributes.name(i) {
      case .r:
        guard let place = CellReference.parse(attributes.value(i)), place.row == rows.row else {
          throw PartFault(
            """
            row \(rows.row): '\(attributes.value(i).text.prefix(40))' is no reference to a cell \
            of this row
            """)
        }
        next = place.column
      case .s: style = attributes.value(i).wholeNumber ?? 0
      case .t: kind = try Self.kind(attributes.value(i), row: rows.row)
      default: break
      }
    }
    guard next > column, next <= CellReference.maximumColumn else {
      throw PartFault(
        """
        row \(rows.row): a cell of column \(CellReference.letters(next)) comes after one of \
        column \(CellReference.letters(column)); expected cells in order, up to column XFD
        """)
    }
    column = next
  }

  private static func kind(
    _ text: Span<UInt8>, row: Int
  ) throws(PartFault) -> CellConverter.Kind {
    if text.equals("s") { return .shared }
    if text.equals("n") { return .number }
    if text.equals("str") { return .text }
    if text.equals("inlineStr") { return .inline }
    if text.equals("b") { return .boolean }
    if text.equals("e") { return .error }
    if text.equals("d") { return .date }
    throw PartFault("row \(row): '\(text.text.prefix(40))' is no type of a cell")
  }

  private mutating func closeCell() throws(PartFault) {
    if hasFormula {
      if value.isEmpty, kind != .text {
        cells.findings.add(.formulaWithoutValue, row: rows.row, column: column)
      } else if asksForCalculation {
        cells.findings.add(.formulasNotCalculated, row: rows.row, column: column)
      }
    }
    guard !value.isEmpty else { return }
    try cells.append(&value, kind, style: style, column: column, to: &rows)
    guard rows.byteCount <= textLimit else {
      throw PartFault(
        """
        row \(rows.row): the sheet comes to more than \(textLimit) bytes of text, which \
        is refused; split it
        """, isLimit: true)
    }
  }

  private mutating func openOutside(_ name: PartName, _ attributes: PartAttributes) {
    switch (section, name) {
    case (.cols, .col):
      guard attributes.isTrue(.hidden), hiddenColumns.count < CellReference.maximumColumn,
        let first = attributes.text(.min).flatMap({ Int($0) }),
        let last = attributes.text(.max).flatMap({ Int($0) }), first >= 1, first <= last
      else { return }
      hiddenColumns.append(first...min(last, max(first, CellReference.maximumColumn)))
    case (.mergeCells, .mergeCell):
      guard let range = attributes.text(.ref) else { return }
      let first = Array(range.utf8.prefix { $0 != UInt8(ascii: ":") })
      guard let start = CellReference.parse(first.span), start.row <= rows.lastRow,
        start.column <= rows.widestColumn
      else { return }
      cells.findings.add(
        .mergedCells, row: start.row, column: start.column, count: 1, words: "\(range.prefix(40))")
    default: break
    }
  }
}
