/// Why the text of a file cannot be decoded at all.
package struct TextEncodingError: Error, Hashable, CustomStringConvertible {
  /// What was found, what was expected and what to do.
  package let description: String

  private init(_ description: String) {
    self.description = description
  }

  static func ruledOut(
    _ declared: TextEncoding, by detection: EncodingDetection
  ) -> TextEncodingError {
    let found = detection.found?.name ?? "another encoding"
    return TextEncodingError(
      """
      declared \(declared.name), but \(detection.words); expected text in \(declared.name); \
      declare \(found), or leave the declaration out
      """)
  }

  static func orderUnknown(_ declared: TextEncoding) -> TextEncodingError {
    TextEncodingError(
      """
      declared \(declared.name), but the file has no byte order mark, and its first bytes do not \
      show the order; expected one of the two; declare \(declared.name)LE or \(declared.name)BE
      """)
  }

  static func unavailable(_ encoding: TextEncoding) -> TextEncodingError {
    TextEncodingError(
      """
      the C library of this machine cannot read \(encoding.name); expected its converter; install \
      the library's converters (gconv modules), or have the agency export as UTF-8
      """)
  }
}
