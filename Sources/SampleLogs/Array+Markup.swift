import Bytes

/// Appenders that escape what the format asks for.
extension [UInt8] {
  /// Appends a CSV field, quoted only where RFC 4180 asks for it.
  mutating func append(csv text: String, delimiter: UInt8) {
    let special = text.utf8.contains {
      $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0a || $0 == 0x0d
    }
    guard special else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a JSON string with its quotes; beyond ASCII it stays as it is.
  mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0a: append("\\n")
      case 0x0d: append("\\r")
      case 0x09: append("\\t")
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends XML text, fit for an element and for an attribute in double quotes.
  mutating func append(xml text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      default: append(byte)
      }
    }
  }

  /// Appends one element that holds text only.
  mutating func append(element name: String, _ text: String) {
    append("<\(name)>")
    append(xml: text.utf8)
    append("</\(name)>")
  }
}
