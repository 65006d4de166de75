import Bytes

extension [UInt8] {
  /// Appends text between tags or in an attribute, as XML has it.
  mutating func append(escaped text: String) {
    for byte in text.utf8 { append(escaped: byte) }
  }

  /// Appends a paragraph of an ODF document, which would lose spaces that follow one another.
  mutating func append(paragraph text: String) {
    append("<text:p>")
    append(line: text)
    append("</text:p>")
  }

  /// Appends what stands in a paragraph.
  mutating func append(line text: String) {
    var wasSpace = true
    var left = text.utf8.count
    for byte in text.utf8 {
      left -= 1
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, wasSpace || left == 0 {
        append("<text:s/>")
      } else {
        append(escaped: byte)
      }
      wasSpace = isSpace
    }
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append(byte)
    }
  }
}
