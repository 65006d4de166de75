import ReleaseModel

/// What cells look like in an OpenDocument spreadsheet: as in XLSX.
enum ODSStyles {
  /// The part with what holds for all cells.
  static let document = """
    \(XMLHead.text)<office:document-styles \(XMLHead.namespaces) office:version="1.3">\(fonts)\
    <office:styles><style:default-style style:family="table-cell"><style:text-properties \
    style:font-name="Arial" fo:font-size="11pt" fo:language="en" fo:country="GB"/>\
    </style:default-style></office:styles></office:document-styles>

    """

  static let fonts = """
    <office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" \
    style:font-family-generic="swiss"/></office:font-face-decls>
    """

  /// The name of the style for cells of a column.
  static func name(_ column: SheetColumn) -> String {
    switch column.kind {
    case .text: column.isWrapped ? "wrapped" : "plain"
    case .integer: "number-0"
    case .decimal(let decimals): "number-\(decimals)"
    case .date: "date"
    }
  }

  /// The styles that the cells, columns and rows of a workbook name.
  static func automatic(_ workbook: Workbook) -> String {
    let columns = workbook.sheets.flatMap { $0.table?.columns ?? [] }
    let widths = Set(columns.map(\.width) + [Worksheet.lineWidth]).sorted()
    let places = Set(columns.compactMap { decimals(of: $0.kind) }).sorted()
    var parts = ["<office:automatic-styles>", row, date, cells]
    for width in widths { parts.append(self.width(width)) }
    for count in places { parts.append(number(count)) }
    parts.append("</office:automatic-styles>")
    return parts.joined()
  }

  private static let row = """
    <style:style style:name="row" style:family="table-row"><style:table-row-properties \
    style:use-optimal-row-height="true"/></style:style>
    """

  /// About two millimetres a character.
  private static func width(_ width: Int) -> String {
    """
    <style:style style:name="width-\(width)" style:family="table-column">\
    <style:table-column-properties style:column-width="\(width * 2 + 4)mm"/></style:style>
    """
  }

  private static func decimals(of kind: DataColumn.Kind) -> Int? {
    switch kind {
    case .integer: 0
    case .decimal(let decimals): decimals
    case .text, .date: nil
    }
  }

  private static func number(_ decimals: Int) -> String {
    let style = """
      <number:number-style style:name="digits-\(decimals)"><number:number \
      number:decimal-places="\(decimals)" number:min-decimal-places="\(decimals)" \
      number:min-integer-digits="1" number:grouping="true"/></number:number-style>
      """
    let data = "digits-\(decimals)"
    return style + cell("number-\(decimals)", isWrapped: false, alignment: "end", data: data)
  }

  private static let date = dateStyle + cell("date", isWrapped: false, data: "days")

  private static let dateStyle = """
    <number:date-style style:name="days"><number:year number:style="long"/><number:text>-\
    </number:text><number:month number:style="long"/><number:text>-</number:text><number:day \
    number:style="long"/></number:date-style>
    """

  private static let cells = [
    cell("plain", isWrapped: false), cell("wrapped", isWrapped: true),
    cell("title", isWrapped: false, text: titleText),
    cell("wrapped-title", isWrapped: true, text: titleText),
    cell("link", isWrapped: false, text: linkText),
    cell("header", isWrapped: true, text: headerText),
    cell("number-header", isWrapped: true, alignment: "end", text: headerText),
  ].joined()

  private static let headerText = "fo:font-weight=\"bold\""

  private static let titleText = "fo:font-weight=\"bold\" fo:font-size=\"16pt\""

  private static let linkText =
    "fo:color=\"#0563c1\" style:text-underline-style=\"solid\" style:text-underline-width=\"auto\""

  private static func cell(
    _ name: String, isWrapped: Bool, alignment: String = "start", data: String? = nil,
    text: String = ""
  ) -> String {
    let dataName = data.map { " style:data-style-name=\"\($0)\"" } ?? ""
    let wrap = isWrapped ? " fo:wrap-option=\"wrap\"" : ""
    let letters = text.isEmpty ? "" : "<style:text-properties \(text)/>"
    return """
      <style:style style:name="\(name)" style:family="table-cell"\(dataName)>\
      <style:table-cell-properties style:vertical-align="top"\(wrap) style:text-align-source="fix"/>\
      <style:paragraph-properties fo:text-align="\(alignment)"/>\(letters)</style:style>
      """
  }
}
