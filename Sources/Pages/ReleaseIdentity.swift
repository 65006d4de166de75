import ReleaseModel

/// Names for a release and its parts that follow from what it says, not from where it stands.
struct ReleaseIdentity {
  /// The SHA-256 of some bytes, in hexadecimal.
  let sha256: @Sendable ([UInt8]) -> String
  /// Of the texts and tables.
  ///
  /// Pictures are left out: how they are made may change alone.
  let digest: String

  init(_ release: ReleaseContents, sha256: @escaping @Sendable ([UInt8]) -> String) {
    let texts = release.texts.map { "\($0.path) \(sha256($0.bytes))" }
    let tables = release.tables.map { "\($0.name) \(sha256($0.csv))" }
    self.sha256 = sha256
    digest = sha256(Array((texts + tables).joined(separator: "\n").utf8))
  }

  /// Enough of the digest for people to tell releases apart.
  var short: String { String(digest.prefix(8)) }

  /// A UUID of version 8, made of a digest of the words.
  func urn(_ words: String...) -> String {
    var digits = Array(sha256(Array(words.joined(separator: "\n").utf8)).prefix(32))
    guard digits.count == 32 else { return "urn:uuid:00000000-0000-8000-8000-000000000000" }
    digits[12] = "8"
    // The variant of RFC 9562: 8, 9, a or b.
    let variant = (digits[16].hexDigitValue ?? 0) & 3 | 8
    digits[16] = Character(String(variant, radix: 16))
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}
