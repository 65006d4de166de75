import Bytes

/// How one CSV file separates and quotes its fields.
///
/// The delimiter is one byte, or two for the likes of `, `, `||` and `§`. With an escape the byte
/// after it is text where it is a quote, a delimiter or the escape itself; anywhere else the escape
/// is text.
package struct CSVDialect: Hashable, Sendable {
  /// The first byte of the delimiter, as a rule the only one.
  package var delimiter: UInt8
  /// The second byte of a delimiter of two.
  package var delimiterTail: UInt8?
  /// What encloses fields and is doubled inside them; nil where quotes mean nothing.
  package var quote: UInt8?
  /// What makes the next byte text; nil where only doubling does.
  package var escape: UInt8?
  /// What begins a line that is no record.
  package var comment: UInt8?
  /// Spaces before an opening quote and after a closing one are no part of the field.
  package var skipsSpaces: Bool

  package init(
    delimiter: UInt8 = 0x2c, delimiterTail: UInt8? = nil, quote: UInt8? = 0x22,
    escape: UInt8? = nil, comment: UInt8? = nil, skipsSpaces: Bool = false
  ) {
    self.delimiter = delimiter
    self.delimiterTail = delimiterTail
    self.quote = quote
    self.escape = escape
    self.comment = comment
    self.skipsSpaces = skipsSpaces
  }

  /// Comma and double quotes: what every stage file is written in.
  package static let standard = CSVDialect()

  /// Whether text in this dialect can be plain, so that the fast reading may be tried.
  package var canBePlain: Bool {
    delimiterTail == nil && quote != nil && escape == nil && comment == nil && !skipsSpaces
  }

  /// The bytes of the delimiter.
  package var delimiterBytes: [UInt8] {
    [delimiter] + (delimiterTail.map { [$0] } ?? [])
  }
}

extension CSVDialect: CustomStringConvertible {
  /// The dialect in words: `delimiter ';' quote '"'`.
  package var description: String {
    var words = ["delimiter \(Self.name(delimiterBytes))"]
    words.append(quote.map { "quote \(Self.name([$0]))" } ?? "no quote")
    if let escape { words.append("escape \(Self.name([escape]))") }
    if let comment { words.append("comment \(Self.name([comment]))") }
    if skipsSpaces { words.append("spaces around quotes") }
    return words.joined(separator: " ")
  }

  /// Bytes of a dialect as people call them.
  static func name(_ bytes: [UInt8]) -> String {
    switch bytes {
    case [0x09]: return "tab"
    case [0x20]: return "space"
    default:
      let isText =
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f } && bytes.span.firstInvalidUTF8 == nil
      guard isText else {
        return bytes.map { "0x" + String($0, radix: 16) }.joined(separator: " ")
      }
      return "'\(String(decoding: bytes, as: UTF8.self))'"
    }
  }
}
