/// The name under which agencies know a key that they share; no secret.
package struct KeyID: Hashable, Sendable {
  package let text: String

  private static let longest = 40

  /// - Throws: `PseudonymError.malformedKeyID` unless it is 1 to 40 of a-z, 0-9 and hyphens.
  package init(_ text: String) throws(PseudonymError) {
    guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy(Self.isLegal) else {
      throw .malformedKeyID(text)
    }
    self.text = text
  }

  private static func isLegal(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
  }
}
