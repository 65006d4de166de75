/// An encoding of text that can be turned into UTF-8.
package struct TextEncoding: Hashable, Sendable {
  /// How characters lie in bytes.
  enum Form: Hashable, Sendable {
    case utf8
    /// Units of 2 or 4 bytes; nil where the order is told by the text itself.
    case wide(unit: Int, littleEndian: Bool?)
    /// One byte a character, ASCII below 0x80.
    case codePage
    /// One to four bytes a character.
    case multiByte
  }

  /// The name under which IANA lists it, or the customary one; for configuration and messages.
  package let name: String
  let form: Form
  /// Bytes that the C library would read and that are better turned down.
  let refused: [ClosedRange<UInt8>]
  /// Its name for `iconv`.
  let iconvName: String

  init(
    _ name: String, _ form: Form, refusing refused: [ClosedRange<UInt8>] = [],
    iconv iconvName: String? = nil
  ) {
    self.name = name
    self.form = form
    self.refused = refused
    self.iconvName = iconvName ?? name
  }

  /// The encoding with a name, as IANA, WHATWG or Windows list it: `cp1252`, `latin1`, `1252`.
  ///
  /// Case, spaces and punctuation do not count. Nil for a name that stands for no encoding known
  /// here, which is also the answer for names of several, such as `ansi`.
  package init?(name: String) {
    let label = Self.label(name)
    guard let found = Self.byLabel[label] else { return nil }
    self = found
  }

  /// Letters and digits, in lower case, up to the year that some IANA names end in.
  private static func label(_ name: String) -> String {
    var label: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: label, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): label.append(byte + 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...:
        label.append(byte)
      default: break
      }
    }
    return String(decoding: label, as: UTF8.self)
  }

  package static func == (a: TextEncoding, b: TextEncoding) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension TextEncoding: CustomStringConvertible {
  package var description: String { name }

  /// Whether its text needs no conversion.
  package var isUTF8: Bool { form == .utf8 }

  /// How many bytes to pass over where they are no character.
  var unit: Int {
    if case .wide(let unit, _) = form { unit } else { 1 }
  }

  /// Whether it is UTF-16 or UTF-32 with the order of bytes left to the text.
  var needsByteOrder: Bool {
    if case .wide(_, nil) = form { true } else { false }
  }
}
