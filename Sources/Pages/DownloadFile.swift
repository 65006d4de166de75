import ReleaseModel

/// A file of the release, as a page offers it.
struct DownloadFile {
  let path: String
  /// What it is, in a word or two: `CSV table`.
  let type: String
  /// `text/csv`.
  let mediaType: String
  /// `12.3 kB`.
  let size: String

  init(_ file: ReleaseFile) {
    path = file.path
    (type, mediaType) =
      Self.types.first { file.path.hasSuffix($0.ending) }
      .map { ($0.type, $0.mediaType) } ?? ("file", "application/octet-stream")
    size = Self.size(file.bytes.count)
  }

  /// The longer endings first.
  private static let types: [(ending: String, type: String, mediaType: String)] = [
    (".vl.json", "Vega-Lite chart", "application/vnd.vegalite+json"),
    (".schema.json", "JSON Schema", "application/schema+json"),
    ("datapackage.json", "Data Package", "application/json"),
    (".csv-metadata.json", "CSVW description", "application/csvm+json"),
    (".json", "JSON", "application/json"),
    (".csv", "CSV table", "text/csv"),
    (".svg", "SVG picture", "image/svg+xml"),
    (".png", "PNG picture", "image/png"),
    (".txt", "plain text", "text/plain"),
    (".md", "Markdown text", "text/markdown"),
    ("feed.xml", "Atom feed", "application/atom+xml"),
    (".xml", "XML", "application/xml"),
    (
      ".xlsx", "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    (".ods", "OpenDocument workbook", "application/vnd.oasis.opendocument.spreadsheet"),
    (".sqlite", "SQLite database", "application/vnd.sqlite3"),
    (".parquet", "Parquet table", "application/vnd.apache.parquet"),
  ]

  /// Bytes below a thousand, then thousands or millions with one decimal, rounded half up.
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
    let (unit, name) = bytes < 999_950 ? (1000, "kB") : (1_000_000, "MB")
    let tenths = (bytes + unit / 20) / (unit / 10)
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }
}
