/// A character of a delimited file as a configuration declares it.
package enum DialectCharacter: Hashable, Sendable {
  case byte(UInt8)
  /// The file has no such character.
  case none

  /// Reads one printable ASCII character or the word `none`; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if text == "none" {
      self = .none
    } else if bytes.count == 1, let byte = bytes.first, (0x21...0x7e).contains(byte) {
      self = .byte(byte)
    } else {
      return nil
    }
  }
}
