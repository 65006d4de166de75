import Bytes

/// Documents of office programs, which are zip archives but one file to those who send them.
enum OfficeDocument {
  private static let endings = [
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".docx", ".docm", ".pptx", ".pptm", ".ods", ".odt",
    ".odp", ".ots", ".numbers",
  ]
  /// Names that the first entry of such a document has, whoever wrote it.
  private static let firstEntries = [
    "[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/",
  ]

  /// Whether a zip archive that begins with `head` is such a document, by its name or else by its
  /// first entry.
  static func isOne(name: String, head: Span<UInt8>) -> Bool {
    let ownName = name.lowercased()
    if endings.contains(where: { ownName.hasSuffix($0) }) { return true }
    guard head.count >= 30 else { return false }
    let length = Int(head[26]) | Int(head[27]) << 8
    let rest = head.extracting(30...)
    let entry = rest.extracting(0..<min(length, rest.count)).text
    if firstEntries.contains(where: { entry.hasPrefix($0) }) { return true }
    // In OpenDocument the first entry is stored and says what the document is.
    return rest.text.hasPrefix("mimetypeapplication/vnd.oasis.opendocument.")
  }
}
