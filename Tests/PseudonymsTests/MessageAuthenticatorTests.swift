import TestSupport
import Testing

@testable import Pseudonyms

struct MessageAuthenticatorTests {
  struct Vector: Sendable {
    let key: [UInt8]
    let message: [UInt8]
  }

  // RFC 4231, test cases 1 to 4, 6 and 7 (5 is of a truncated code).
  static let vectors: [Case<Vector, String>] = [
    Case(
      "a short key", Vector(key: bytes(0x0b, 20), message: Array("Hi There".utf8)),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Case(
      "a key of letters",
      Vector(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8)),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Case(
      "key and message longer than a block together",
      Vector(key: bytes(0xaa, 20), message: bytes(0xdd, 50)),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Case(
      "a key of 25 bytes", Vector(key: Array(1...25), message: bytes(0xcd, 50)),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    Case(
      "a key longer than a block",
      Vector(
        key: bytes(0xaa, 131),
        message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    Case(
      "key and message longer than a block each",
      Vector(
        key: bytes(0xaa, 131),
        message: Array(
          """
          This is a test using a larger than block-size key and a larger than block-size data. The \
          key needs to be hashed before being used by the HMAC algorithm.
          """.utf8)),
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]

  private static func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] {
    Array(repeating: byte, count: count)
  }

  @Test(arguments: vectors)
  func `the code is that of the RFC, the first time and the second`(
    row: Case<Vector, String>
  ) throws {
    let authenticator = try MessageAuthenticator(key: row.input.key)
    for _ in 0..<2 {
      let code = try authenticator.code(of: row.input.message.span)
      #expect(
        String(decoding: code.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
          == row.expected)
    }
  }
}
