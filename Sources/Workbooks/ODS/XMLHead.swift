/// What the parts of an OpenDocument file begin with.
enum XMLHead {
  static let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static let namespaces =
    [
      ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
      ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
      ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
      ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
      ("number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
      ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
      ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
      ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
      ("dc", "http://purl.org/dc/elements/1.1/"),
      ("xlink", "http://www.w3.org/1999/xlink"),
    ]
    .map { "xmlns:\($0.0)=\"\($0.1)\"" }.joined(separator: " ")
}
