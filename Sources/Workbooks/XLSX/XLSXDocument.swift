import CLibXLSXWriter

/// A workbook of libxlsxwriter while it is filled.
///
/// Texts are written as texts, whatever they begin with, so that none is a formula.
@safe final class XLSXDocument {
  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var formats: [XLSXStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// A workbook without sheets, which `close` will write to a path.
  init(path: String) throws(WorkbookError) {
    guard let handle = unsafe workbook_new(path) else {
      throw .notWritten("takedowns.xlsx", "no memory for it")
    }
    unsafe self.handle = handle
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(handle) }
  }

  func setProperties(of workbook: Workbook) {
    let texts = CTexts()
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = texts.pointer(workbook.title)
    unsafe properties.subject = texts.pointer(workbook.subject)
    unsafe properties.author = texts.pointer(workbook.author)
    unsafe properties.company = texts.pointer(workbook.author)
    unsafe properties.comments = texts.pointer(workbook.notice)
    unsafe properties.created = workbook.seconds
    unsafe _ = workbook_set_properties(handle, &properties)
    withExtendedLifetime(texts) {}
  }

  /// Adds a sheet behind those that there are.
  func add(_ sheet: Worksheet) throws(WorkbookError) {
    guard let target = unsafe workbook_add_worksheet(handle, sheet.name) else {
      throw .notWritten("sheet '\(sheet.name)'", "its name was refused")
    }
    let cells = unsafe XLSXSheet(target, name: sheet.name, document: self)
    if sheet.table == nil { try cells.setWidth(Worksheet.lineWidth, of: 0) }
    for (row, line) in sheet.lines.enumerated() {
      try cells.write(line, row, isWrapped: sheet.table == nil)
    }
    if let table = sheet.table { try cells.write(table, from: sheet.lines.count) }
  }

  /// Writes the file and gives all memory back.
  func close() throws(WorkbookError) {
    isOpen = false
    try Self.check(unsafe workbook_close(handle), "takedowns.xlsx")
  }

  /// The format for cells of a style; nil where there is no memory for it.
  func format(_ style: XLSXStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = unsafe formats[style] { return unsafe format }
    guard let format = unsafe workbook_add_format(handle) else { return nil }
    unsafe style.apply(to: format)
    unsafe formats[style] = format
    return unsafe format
  }

  static func check(_ status: lxw_error, _ part: String) throws(WorkbookError) {
    guard status != LXW_NO_ERROR else { return }
    let words = unsafe lxw_strerror(status).map { unsafe String(cString: $0) }
    throw .notWritten(part, words ?? "error \(status.rawValue)")
  }
}
