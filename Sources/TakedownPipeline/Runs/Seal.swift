import Digests
import Tabular

/// The last member of a record that is kept, `seal`: the SHA-256 of all that stands before it.
///
/// A record that was changed, or lost a part, is not believed.
enum Seal {
  private static let start = Array(",\n  \"seal\": \"".utf8)
  private static let end = Array("\"\n}\n".utf8)
  private static let digits = 64

  /// The bytes of a record, which is an object with at least one member.
  static func closing(_ record: JSONValue) -> [UInt8] {
    // Without the line end, the bracket and the line end.
    let body = Array(record.prettyText.utf8.dropLast(3))
    return body + start + Array(Digest.sha256(body).utf8) + end
  }

  /// The record under a seal; nil where it is not as it was written.
  static func opening(_ bytes: [UInt8]) -> JSONValue? {
    let length = start.count + digits + end.count
    guard bytes.count > length else { return nil }
    let body = Array(bytes.dropLast(length))
    let seal = start + Array(Digest.sha256(body).utf8) + end
    guard bytes.suffix(length).elementsEqual(seal) else { return nil }
    return try? JSONValue(parsing: bytes.span)
  }
}
