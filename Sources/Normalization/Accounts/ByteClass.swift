/// What a byte does in an account's text.
enum ByteClass: UInt8, Sendable, Comparable {
  /// Stands for itself, as do the next two in a segment of a path.
  case plain
  case dot, colon
  case percent
  /// Ends a segment, as does the rest.
  case slash
  case question, hash
  /// Is removed at the ends of a text, may be part of a link made harmless or of what a
  /// web page writes for `&`, or is not ASCII.
  case strange

  static func < (a: ByteClass, b: ByteClass) -> Bool { a.rawValue < b.rawValue }

  /// The class of every byte.
  static let all: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "%"): .percent
    case 0...0x20, 0x7F..., UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"),
      UInt8(ascii: ";"):
      .strange
    default: AccountText.isQuote(Unicode.Scalar(byte)) ? .strange : .plain
    }
  }
}
