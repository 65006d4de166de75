import Bytes
import TakedownModel
import TextDecoding

extension Span<UInt8> {
  /// Whether a text somewhere has the bytes with which every text begins that was encoded twice.
  var mayBeEncodedTwice: Bool {
    guard count > 2 else { return false }
    for i in 0..<count - 2 where self[i] == 0xc3 {
      if self[i + 1] >= 0x82, self[i + 1] <= 0xb4, self[i + 2] >= 0xc2 { return true }
    }
    return false
  }
}

extension Finding {
  /// `line` is nil where the format has none to speak of.
  static func encodedTwice(
    _ text: Span<UInt8>, _ once: DoubleEncoding, line: Int? = nil, record: Int, column: String,
    file: String
  ) -> Finding {
    Finding(
      file: file, line: line, record: record, column: column, code: .encodedTwice,
      message: """
        '\(text.text.prefix(40))' looks as if it had been encoded twice, and stood for \
        '\(once.undone.prefix(40))'; it goes on as it stands; have the agency export the log as UTF-8
        """)
  }
}
