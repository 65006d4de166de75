import Bytes

/// A workbook as an OpenDocument spreadsheet, version 1.3.
struct ODSWriter {
  static let type = "application/vnd.oasis.opendocument.spreadsheet"

  private let workbook: Workbook

  init(_ workbook: Workbook) {
    self.workbook = workbook
  }

  /// The bytes of the file.
  ///
  /// - Throws: `WorkbookError` where there is no memory for it.
  func bytes() throws(WorkbookError) -> [UInt8] {
    var archive = ZipWriter()
    // First and as it is, so that the kind of file shows in its first bytes.
    try archive.add("mimetype", Array(Self.type.utf8), isStored: true)
    try archive.add("META-INF/manifest.xml", Array(Self.manifest.utf8))
    try archive.add("meta.xml", meta)
    try archive.add("styles.xml", Array(ODSStyles.document.utf8))
    try archive.add("content.xml", ODSContent(workbook).bytes)
    return archive.finish()
  }

  private static let manifest = """
    \(XMLHead.text)<manifest:manifest \
    xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
    <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="\(type)"/>\
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
    <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
    <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
    </manifest:manifest>

    """

  private var meta: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ element: String, _ text: String) {
      guard !text.isEmpty else { return }
      bytes.append("<\(element)>")
      bytes.append(escaped: text)
      bytes.append("</\(element)>")
    }
    bytes.append(
      """
      \(XMLHead.text)<office:document-meta \(XMLHead.namespaces) office:version="1.3"><office:meta>
      """)
    add("dc:title", workbook.title)
    add("dc:subject", workbook.subject)
    add("dc:description", workbook.notice)
    add("meta:initial-creator", workbook.author)
    add("dc:creator", workbook.author)
    add("meta:creation-date", workbook.time)
    add("dc:date", workbook.time)
    add("dc:language", "en-GB")
    bytes.append("</office:meta></office:document-meta>\n")
    return bytes
  }
}
