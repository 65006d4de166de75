/// How the delimiter of a delimited file is written in a configuration.
enum Delimiter {
  /// The byte that stands between two fields; nil for a text that names none.
  ///
  /// A double quote and line ends have their own meaning in delimited files and are refused.
  static func byte(of text: String) -> UInt8? {
    if text == "tab" || text == #"\t"# { return 0x09 }
    let bytes = Array(text.utf8)
    guard bytes.count == 1, let byte = bytes.first else { return nil }
    return byte == 0x09 || (0x20...0x7e).contains(byte) && byte != 0x22 ? byte : nil
  }
}
