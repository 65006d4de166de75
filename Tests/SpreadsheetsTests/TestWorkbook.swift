import Bytes

@testable import Spreadsheets

/// A small workbook, written out part by part.
struct TestWorkbook {
  /// A worksheet: what stands inside its `sheetData`, and around it.
  struct Sheet {
    var name = "Log"
    var state = "visible"
    var before = ""
    var rows = ""
    var after = ""
  }

  var sheets: [Sheet] = []
  /// What stands inside `sst`.
  var strings: String?
  /// Format codes of the styles 1, 2 …; a number is a built-in format.
  var formats: [String] = []
  /// Elements of the workbook before its sheets.
  var workbookElements = ""
  var workbookEnd = ""
  var space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// Parts that replace others or come on top.
  var extraParts: [String: String] = [:]

  init(rows: String, strings: String? = nil, formats: [String] = []) {
    sheets = [Sheet(rows: rows)]
    self.strings = strings
    self.formats = formats
  }

  /// The parts by name, in the order in which they are written.
  var parts: [(name: String, text: String)] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var parts: [(name: String, text: String)] = [
      (
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Override PartName="/odd/book.xml" ContentType="\(type).sheet.main+xml"/></Types>
        """
      ),
      ("_rels/.rels", relationships([("r1", "officeDocument", "odd/book.xml")])),
    ]
    let list = sheets.indices.map { i in
      let name = sheets[i].name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return """
        <sheet name="\(name)" sheetId="\(i + 1)" state="\(sheets[i].state)" r:id="s\(i)"/>
        """
    }
    parts.append(
      (
        "odd/book.xml",
        """
        <workbook xmlns="\(space)" xmlns:r="\(links)">\(workbookElements)\
        <sheets>\(list.joined())</sheets>\(workbookEnd)</workbook>
        """
      ))
    var targets = sheets.indices.map { ("s\($0)", "worksheet", "/Odd/Tab\($0).xml") }
    targets.append(("t", "styles", "../looks.xml"))
    if let strings {
      targets.append(("u", "sharedStrings", "words.xml"))
      parts.append(("odd/words.xml", "<sst xmlns=\"\(space)\">\(strings)</sst>"))
    }
    parts.append(("odd/_rels/book.xml.rels", relationships(targets)))
    parts.append(("looks.xml", styles))
    for (i, sheet) in sheets.enumerated() {
      parts.append(
        (
          "odd/tab\(i).xml",
          """
          <worksheet xmlns="\(space)">\(sheet.before)<sheetData>\(sheet.rows)</sheetData>\
          \(sheet.after)</worksheet>
          """
        ))
    }
    parts = parts.map { ($0.name, extraParts[$0.name] ?? $0.text) }
    let names = Set(parts.map(\.name))
    return parts
      + extraParts.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  var bytes: [UInt8] {
    var zip = StoredZip()
    for part in parts { zip.add(part.name, Array(part.text.utf8)) }
    return zip.finished()
  }

  /// A sheet as text, with its findings.
  func read(
    _ name: String? = nil, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> (text: String, findings: [SpreadsheetFinding]) {
    try Self.read(bytes, name, limits: limits)
  }

  static func read(
    _ bytes: [UInt8], _ name: String? = nil, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> (text: String, findings: [SpreadsheetFinding]) {
    let workbook = try Workbook(ArraySource(bytes), file: "log.xlsx", limits: limits)
    let source = try workbook.sheet(name)
    var text: [UInt8] = []
    while try source.read(into: &text, upTo: 7) > 0 {}
    return (String(decoding: text, as: UTF8.self), source.findings)
  }

  private var styles: String {
    var custom = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (i, format) in formats.enumerated() {
      if let id = Int(format), "\(id)" == format {
        styles += "<xf numFmtId=\"\(id)\"/>"
        continue
      }
      let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      custom += "<numFmt numFmtId=\"\(164 + i)\" formatCode=\"\(code)\"/>"
      styles += "<xf numFmtId=\"\(164 + i)\"/>"
    }
    return """
      <styleSheet xmlns="\(space)"><numFmts>\(custom)</numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>
      """
  }

  private func relationships(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let list = targets.map { target in
      "<Relationship Id=\"\(target.id)\" Type=\"\(links)/\(target.kind)\" Target=\"\(target.target)\"/>"
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(list.joined())</Relationships>
      """
  }
}
