/// A workbook as XLSX, by libxlsxwriter; its numbers are then made exact.
struct XLSXWriter {
  private let workbook: Workbook

  init(_ workbook: Workbook) {
    self.workbook = workbook
  }

  /// The bytes of the file.
  ///
  /// - Throws: `WorkbookError` where memory or the folder for temporary files has no room.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let file = try MemoryFile()
    let document = try XLSXDocument(path: file.path)
    document.setProperties(of: workbook)
    for sheet in workbook.sheets { try document.add(sheet) }
    try document.close()
    let parts = try ZipParts(file.bytes()).parts
    try XLSXCheck(workbook).check(parts)
    return try Self.exact(parts)
  }

  /// The file with its numbers as the tables have them.
  private static func exact(
    _ parts: [(name: String, content: [UInt8])]
  ) throws(WorkbookError) -> [UInt8] {
    var archive = ZipWriter()
    for (name, content) in parts {
      let isSheet = name.hasPrefix("xl/worksheets/sheet")
      try archive.add(name, isSheet ? ExactNumbers.restored(in: content) : content)
    }
    return archive.finish()
  }
}
