/// Text as it stands in the parts of XLSX.
enum XLSXText {
  /// The text with `_x0041_` written so that it does not come out as the letter A.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    var escaped: [UInt8] = []
    for place in bytes.indices {
      if isEscape(bytes[place...].prefix(7)) { escaped += Array("_x005F".utf8) }
      escaped.append(bytes[place])
    }
    // What was cut to fit may have grown; half of it fits, since no text becomes twice as long.
    if bytes.count < escaped.count, escaped.count > SheetText.longest,
      text.utf16.count > SheetText.longest / 2
    {
      return self.escaped(SheetText.shown(text, atMost: SheetText.longest / 2))
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether bytes are an underscore, an x, four hexadecimal digits and an underscore.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 7, bytes.first == UInt8(ascii: "_"), bytes.last == UInt8(ascii: "_"),
      bytes[bytes.startIndex + 1] == UInt8(ascii: "x")
    else { return false }
    return bytes.dropFirst(2).dropLast().allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isHexDigit
    }
  }
}
