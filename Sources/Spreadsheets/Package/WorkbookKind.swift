/// Tells by its first bytes what a file is that was handed in as a workbook.
enum WorkbookKind {
  /// - Throws: `SpreadsheetError` for everything that is no zip archive.
  static func requireZip(_ bytes: WorkbookBytes, _ file: String) throws(SpreadsheetError) {
    guard !bytes.starts(with: [0x50, 0x4b]) else { return }
    guard bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) else {
      throw SpreadsheetError(
        .notAnXLSXWorkbook, file,
        """
        the file is \(bytes.count == 0 ? "empty" : "no workbook"); expected one in the XLSX \
        format; if it is a text file, declare its own format
        """)
    }
    if bytes.contains(utf16: "EncryptedPackage") {
      throw SpreadsheetError(
        .encrypted, file,
        "the workbook is protected by a password; remove the password and save it again as XLSX")
    }
    let isOld = bytes.contains(utf16: "Workbook") || bytes.contains(utf16: "Book")
    throw SpreadsheetError(
      .notAnXLSXWorkbook, file,
      """
      the file is \(isOld ? "a workbook in the old XLS format" : "an old Office document"); \
      expected the XLSX format; open it in a spreadsheet program and save it as XLSX or CSV
      """)
  }

  /// The part that a workbook begins with.
  ///
  /// - Throws: `SpreadsheetError` for a zip archive that is no XLSX workbook.
  static func mainPart(of parts: WorkbookPackage) throws(SpreadsheetError) -> String {
    guard parts.contains("[Content_Types].xml") else {
      throw refusal(
        parts.isOpenDocument ? "a workbook in the ODS format" : "a zip archive of other files",
        parts.file)
    }
    let types = ContentTypes()
    try parts.read("[Content_Types].xml", root: .types, into: types)
    let links = RelationshipList()
    let linksPart = PartPath.relationships(of: "")
    if parts.contains(linksPart) {
      try parts.read(linksPart, root: .relationships, into: links)
    }
    let linked = links.first("officeDocument").map { PartPath.resolve($0.target, from: "") }
    guard let main = linked ?? types.workbookPart else {
      throw refusal("no workbook", parts.file)
    }
    let type = types.type(of: main) ?? ""
    if type.contains("sheet.binary") || main.hasSuffix(".bin") {
      throw refusal("a workbook in the XLSB format", parts.file)
    }
    if type.contains("wordprocessingml") { throw refusal("a text document", parts.file) }
    if type.contains("presentationml") { throw refusal("a presentation", parts.file) }
    return main
  }

  private static func refusal(_ found: String, _ file: String) -> SpreadsheetError {
    SpreadsheetError(
      .notAnXLSXWorkbook, file,
      """
      the file is \(found); expected the XLSX format; open it in a spreadsheet program and save \
      it as XLSX or CSV
      """)
  }
}
