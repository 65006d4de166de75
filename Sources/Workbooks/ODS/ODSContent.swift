import Bytes
import TakedownModel

/// The part of an OpenDocument spreadsheet that has its sheets.
struct ODSContent {
  private(set) var bytes: [UInt8] = []

  init(_ workbook: Workbook) {
    bytes.append(
      """
      \(XMLHead.text)<office:document-content \(XMLHead.namespaces) office:version="1.3">\
      \(ODSStyles.fonts)\(ODSStyles.automatic(workbook))<office:body><office:spreadsheet>
      """)
    for sheet in workbook.sheets { add(sheet) }
    bytes.append("<table:database-ranges>")
    for sheet in workbook.sheets { addRange(of: sheet) }
    bytes.append(
      """
      </table:database-ranges></office:spreadsheet></office:body></office:document-content>

      """)
  }

  private mutating func add(_ sheet: Worksheet) {
    bytes.append("<table:table table:name=\"\(sheet.name)\">")
    for column in sheet.table?.columns ?? [] {
      bytes.append(
        """
        <table:table-column table:style-name="width-\(column.width)" \
        table:default-cell-style-name="\(ODSStyles.name(column))"/>
        """)
    }
    if sheet.table == nil {
      bytes.append("<table:table-column table:style-name=\"width-\(Worksheet.lineWidth)\"/>")
    }
    for line in sheet.lines { add(line, isWrapped: sheet.table == nil) }
    if let table = sheet.table { add(table) }
    bytes.append("</table:table>")
  }

  private mutating func add(_ line: SheetLine, isWrapped: Bool) {
    bytes.append(Self.row)
    switch line.style {
    case .title: add(line.text, style: isWrapped ? "wrapped-title" : "title")
    case .text: add(line.text, style: isWrapped ? "wrapped" : "plain")
    case .link(let sheet): addLink(line.text, to: sheet)
    }
    bytes.append("</table:table-row>")
  }

  private mutating func add(_ table: SheetTable) {
    bytes.append("<table:table-header-rows>" + Self.row)
    for column in table.columns {
      add(column.header, style: column.isNumber ? "number-header" : "header")
    }
    bytes.append("</table:table-row></table:table-header-rows>")
    for row in table.rows {
      bytes.append(Self.row)
      for cell in row { add(cell) }
      bytes.append("</table:table-row>")
    }
  }

  private static let row = "<table:table-row table:style-name=\"row\">"

  /// Adds a cell in the style of its column.
  private mutating func add(_ cell: SheetCell) {
    switch cell {
    case .empty: bytes.append("<table:table-cell/>")
    case .text(let text): add(text, style: nil)
    case .link(let text, let sheet): addLink(text, to: sheet)
    case .number(let digits, _):
      bytes.append("<table:table-cell office:value-type=\"float\" office:value=\"")
      bytes.append(digits)
      bytes.append("\"><text:p>")
      bytes.append(digits)
      bytes.append("</text:p></table:table-cell>")
    case .date(let day):
      let text = day.description
      bytes.append("<table:table-cell office:value-type=\"date\" office:date-value=\"")
      bytes.append(text)
      bytes.append("\"><text:p>")
      bytes.append(text)
      bytes.append("</text:p></table:table-cell>")
    }
  }

  private mutating func add(_ text: String, style: String?) {
    bytes.append("<table:table-cell office:value-type=\"string\"")
    if let style { bytes.append(" table:style-name=\"\(style)\"") }
    bytes.append(">")
    bytes.append(paragraph: text)
    bytes.append("</table:table-cell>")
  }

  private mutating func addLink(_ text: String, to sheet: String) {
    bytes.append(
      """
      <table:table-cell office:value-type="string" table:style-name="link"><text:p><text:a \
      xlink:type="simple" xlink:href="#\(sheet).A1">
      """)
    bytes.append(line: text)
    bytes.append("</text:a></text:p></table:table-cell>")
  }

  private mutating func addRange(of sheet: Worksheet) {
    guard let table = sheet.table else { return }
    let first = "\(sheet.name).A\(sheet.lines.count + 1)"
    let column = Self.letters(table.columns.count)
    let last = "\(sheet.name).\(column)\(sheet.lines.count + 1 + table.rows.count)"
    bytes.append(
      """
      <table:database-range table:name="\(table.name)" \
      table:target-range-address="\(first):\(last)" table:contains-header="true" \
      table:display-filter-buttons="false"/>
      """)
  }

  /// The name of a column, from 1: `A`, `AF`.
  static func letters(_ number: Int) -> String {
    var letters = ""
    var rest = number
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
