import CLibXLSXWriter
import ReleaseModel
import TakedownModel

/// A worksheet of libxlsxwriter while it is filled.
@safe struct XLSXSheet {
  private let handle: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let document: XLSXDocument

  init(_ handle: UnsafeMutablePointer<lxw_worksheet>, name: String, document: XLSXDocument) {
    unsafe self.handle = handle
    self.name = name
    self.document = document
  }

  func setWidth(_ width: Int, of column: Int) throws(WorkbookError) {
    let column = UInt16(clamping: column)
    try check(unsafe worksheet_set_column(handle, column, column, Double(width), nil))
  }

  /// Writes a line into the first column of a row.
  func write(_ line: SheetLine, _ row: Int, isWrapped: Bool) throws(WorkbookError) {
    let lines = isWrapped ? Self.lines(of: line.text, width: Worksheet.lineWidth) : 1
    try setHeight(lines, of: row, isTitle: line.style == .title)
    switch line.style {
    case .title: try write(line.text, row, 0, .title(isWrapped: isWrapped))
    case .text: try write(line.text, row, 0, .line(isWrapped: isWrapped))
    case .link(let sheet): try write(line.text, to: sheet, row, 0)
    }
  }

  /// Writes a table, its headers into the row with this number from 0, and marks it up as one.
  func write(_ table: SheetTable, from first: Int) throws(WorkbookError) {
    let styles = table.columns.map { XLSXStyle.cell($0.kind, isWrapped: $0.isWrapped) }
    for (place, column) in table.columns.enumerated() { try setWidth(column.width, of: place) }
    try markUp(table, first)
    let headers = table.columns.map { Self.lines(of: $0.header, width: $0.width) }
    try setHeight(headers.max() ?? 1, of: first)
    let wrapped = table.columns.indices.filter { table.columns[$0].isWrapped }
    for (place, cells) in table.rows.enumerated() {
      let row = first + 1 + place
      for column in cells.indices { try write(cells[column], row, column, styles[column]) }
      let lines = wrapped.map { Self.lines(of: cells[$0].text ?? "", width: SheetColumn.widest) }
      try setHeight(lines.max() ?? 1, of: row)
    }
  }

  /// About how many lines a text takes in a column.
  private static func lines(of text: String, width: Int) -> Int {
    max(1, (text.count + width - 3) / (width - 2))
  }

  /// Makes a row as high as its lines, since not every program does when it opens a file.
  private func setHeight(
    _ lines: Int, of row: Int, isTitle: Bool = false
  ) throws(WorkbookError) {
    guard lines > 1 || isTitle else { return }
    // In points, of which no row may have more than 409.
    let height = min(Double(lines) * (isTitle ? 22 : 15), 409)
    try check(unsafe worksheet_set_row(handle, UInt32(clamping: row), height, nil))
  }

  private func write(
    _ cell: SheetCell, _ row: Int, _ column: Int, _ style: XLSXStyle
  ) throws(WorkbookError) {
    switch cell {
    case .empty: break
    case .text(let text): try write(text, row, column, style)
    case .link(let text, let sheet): try write(text, to: sheet, row, column)
    case .number(_, let number): try write(number, row, column, style)
    // The serial number of a day counts from the end of 1899.
    case .date(let day): try write(Double(day.days + 25_569), row, column, style)
    }
  }

  private func write(
    _ number: Double, _ row: Int, _ column: Int, _ style: XLSXStyle
  ) throws(WorkbookError) {
    let (row, column) = (UInt32(clamping: row), UInt16(clamping: column))
    try check(
      unsafe worksheet_write_number(handle, row, column, number, document.format(style)))
  }

  private func write(
    _ text: String, _ row: Int, _ column: Int, _ style: XLSXStyle
  ) throws(WorkbookError) {
    let (row, column) = (UInt32(clamping: row), UInt16(clamping: column))
    let text = XLSXText.escaped(text)
    try check(unsafe worksheet_write_string(handle, row, column, text, document.format(style)))
  }

  private func write(
    _ text: String, to sheet: String, _ row: Int, _ column: Int
  ) throws(WorkbookError) {
    let (row, column) = (UInt32(clamping: row), UInt16(clamping: column))
    try check(
      unsafe worksheet_write_url_opt(
        handle, row, column, "internal:'\(sheet)'!A1", document.format(.link),
        XLSXText.escaped(text), nil))
  }

  private func markUp(_ table: SheetTable, _ first: Int) throws(WorkbookError) {
    let texts = CTexts()
    var columns = unsafe table.columns.map { column in
      var header = unsafe lxw_table_column()
      unsafe header.header = texts.pointer(XLSXText.escaped(column.header))
      unsafe header.header_format = document.format(.header(isNumber: column.isNumber))
      return unsafe header
    }
    let row = UInt32(clamping: first)
    let last = UInt32(clamping: first + table.rows.count)
    let lastColumn = UInt16(clamping: table.columns.count - 1)
    let status = unsafe columns.withUnsafeMutableBufferPointer { columns in
      var pointers = unsafe columns.indices.map { place in
        unsafe columns.baseAddress.map { unsafe $0 + place }
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeMutableBufferPointer { pointers in
        var options = unsafe lxw_table_options()
        unsafe options.name = texts.pointer(table.name)
        unsafe options.no_autofilter = 1
        unsafe options.no_banded_rows = 1
        // Light, number 0: no style, and so no fill.
        unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        unsafe options.style_type_number = 0
        unsafe options.columns = pointers.baseAddress
        return unsafe worksheet_add_table(handle, row, 0, last, lastColumn, &options)
      }
    }
    withExtendedLifetime(texts) {}
    try check(status)
  }

  private func check(_ status: lxw_error) throws(WorkbookError) {
    if status != LXW_NO_ERROR { try XLSXDocument.check(status, "sheet '\(name)'") }
  }
}
