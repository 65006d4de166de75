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
    switch line.style {
    case .title: try write(line.text, row, 0, .title(isWrapped: isWrapped))
    case .text: try write(line.text, row, 0, .line(isWrapped: isWrapped))
    case .link(let sheet): try write(line.text, to: sheet, row, 0)
    }
  }

  /// Writes a table and marks it up as one.
  ///
  /// - Parameter first: the row of its headers, from 0.
  func write(_ table: SheetTable, from first: Int) throws(WorkbookError) {
    let styles = table.columns.map { XLSXStyle.cell($0.kind, isWrapped: $0.isWrapped) }
    for (place, column) in table.columns.enumerated() { try setWidth(column.width, of: place) }
    try markUp(table, first)
    for (place, cells) in table.rows.enumerated() {
      let row = first + 1 + place
      for column in cells.indices { try write(cells[column], row, column, styles[column]) }
    }
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
