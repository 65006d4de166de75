package import Bytes

/// A workbook in the XLSX format (ECMA-376, transitional or strict), held in memory as it is packed.
///
/// ```swift
/// let workbook = try Workbook(source, file: "log.xlsx")
/// let sheet = try workbook.sheet("Removals")
/// var chunks = CSVChunker(sheet, dialect: .standard)
/// ```
package struct Workbook {
  /// One worksheet.
  package struct Sheet: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
  }

  /// The worksheets in the order of their tabs; sheets that only show a chart are none.
  package let sheets: [Sheet]
  /// The path of the file as messages have it.
  package let file: String

  private let parts: WorkbookPackage
  /// The part of each sheet.
  private let sheetParts: [String]
  private let stringsPart: String?
  private let stylesPart: String?
  private let outline: WorkbookOutline

  /// Reads the list of sheets.
  ///
  /// - Throws: `SpreadsheetError` for a file that is no XLSX workbook, needs a password, is damaged
  ///   or larger than the limits; what the source throws.
  package init(
    _ source: any ByteSource, file: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws {
    let bytes = try WorkbookBytes(source, file: file, limit: limits.fileBytes)
    try WorkbookKind.requireZip(bytes, file)
    let parts = try WorkbookPackage(bytes, file: file, limits: limits)
    let main = try WorkbookKind.mainPart(of: parts)
    let outline = WorkbookOutline()
    try parts.read(main, root: .workbook, into: outline)
    let links = RelationshipList()
    try parts.read(PartPath.relationships(of: main), root: .relationships, into: links)

    var sheets: [Sheet] = []
    var sheetParts: [String] = []
    for sheet in outline.sheets {
      guard let link = links.relationships.first(where: { $0.id == sheet.relationshipID }) else {
        throw SpreadsheetError(
          .damaged, file,
          """
          nothing says where the sheet '\(sheet.name)' is; expected a relationship \
          '\(sheet.relationshipID)'; open the workbook in a spreadsheet program and save it
          """)
      }
      guard link.kind == "worksheet" else { continue }
      sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden))
      sheetParts.append(PartPath.resolve(link.target, from: main))
    }
    self.file = file
    self.parts = parts
    self.sheets = sheets
    self.sheetParts = sheetParts
    self.outline = outline
    stringsPart = links.first("sharedStrings").map { PartPath.resolve($0.target, from: main) }
    stylesPart = links.first("styles").map { PartPath.resolve($0.target, from: main) }
  }

  /// Opens a worksheet by its name; for nil the first that is not hidden.
  ///
  /// - Throws: `SpreadsheetError`, for an unknown name with the names that there are.
  package func sheet(_ name: String? = nil) throws(SpreadsheetError) -> WorksheetSource {
    let index =
      name.map { name in sheets.firstIndex { $0.name == name } }
      ?? sheets.firstIndex { !$0.isHidden }
    guard let index else {
      if let name {
        throw SpreadsheetError.unknownSheet(name, among: sheets.map(\.name), file)
      }
      throw SpreadsheetError(
        .unknownSheet, file,
        """
        \(sheets.isEmpty ? "the workbook has no worksheet" : "all worksheets are hidden"); \
        expected one to read\(sheets.isEmpty ? "" : "; name one of them: ")\
        \(sheets.map { "'\($0.name)'" }.joined(separator: ", "))
        """)
    }
    let strings = SharedStrings(limits: parts.limits)
    if let stringsPart, parts.contains(stringsPart) {
      try parts.read(stringsPart, root: .sst, into: strings)
    }
    let styles = CellFormats()
    if let stylesPart, parts.contains(stylesPart) {
      try parts.read(stylesPart, root: .styleSheet, into: styles)
    }
    let cells = CellConverter(
      formats: styles.formats, strings: strings.strings, countsFrom1904: outline.countsFrom1904)
    let handler = WorksheetHandler(
      WorksheetMachine(
        cells: cells, cellLimit: parts.limits.cellBytes, textLimit: parts.textLimit,
        asksForCalculation: outline.asksForCalculation))
    if sheets[index].isHidden { handler.findings.add(.hiddenSheet) }
    let others = sheets.indices.filter { $0 != index && hasData($0) }
    if !others.isEmpty {
      handler.findings.add(
        .otherSheets, count: others.count,
        words: list(others), isNote: name != nil)
    }
    return try WorksheetSource(
      sheet: sheets[index].name, part: sheetParts[index], of: parts, handler)
  }

  /// The names of sheets, of many only the first twenty.
  private func list(_ indices: [Int]) -> String {
    var names = indices.prefix(20).map { index in
      "'\(sheets[index].name)'\(sheets[index].isHidden ? " (hidden)" : "")"
    }
    if indices.count > names.count { names.append("and \(indices.count - names.count) more") }
    return names.joined(separator: ", ")
  }

  /// Whether a sheet holds a value; true also where that cannot be told.
  private func hasData(_ index: Int) -> Bool {
    let probe = WorksheetProbe()
    do throws(SpreadsheetError) {
      var stream = try parts.stream(sheetParts[index], root: .worksheet, handler: probe)
      do throws(PartFault) {
        while !probe.hasData, try stream.advance() {}
        return probe.hasData
      } catch {
        return true
      }
    } catch {
      return true
    }
  }
}
