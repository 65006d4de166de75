import TestSupport
import Testing

@testable import Pseudonyms

struct ExchangeKeyTests {
  private static let digits = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0"

  @Test(arguments: ["", "\n", "\r\n"])
  func `64 hexadecimal digits are a key`(end: String) throws {
    let key = try ExchangeKey(Array((Self.digits + end).utf8))
    #expect(key.bytes.count == 32)
    #expect(key.bytes.prefix(3) == [0x00, 0x11, 0x22] && key.bytes.last == 0xf0)
    #expect(try ExchangeKey(Array(Self.digits.uppercased().utf8)).bytes == key.bytes)
  }

  static let refused: [Case<String, PseudonymError>] = [
    Case("nothing", "", .malformedKey(characters: 0, strangers: 0)),
    Case("31 bytes", String(digits.dropLast(2)), .malformedKey(characters: 62, strangers: 0)),
    Case(
      "half a byte less", String(digits.dropLast()), .malformedKey(characters: 63, strangers: 0)),
    Case("33 bytes", digits + "00", .malformedKey(characters: 66, strangers: 0)),
    Case("spaces around it", " " + digits, .malformedKey(characters: 65, strangers: 1)),
    Case("two line ends", digits + "\n\n", .malformedKey(characters: 65, strangers: 1)),
    Case(
      "a pass phrase", "correct horse battery staple",
      .malformedKey(characters: 28, strangers: 19)),
    Case(
      "Base64", "ABEiM0RVZneImaq7zN3u/w8eLTxLWml4h5altMPS4fA=",
      .malformedKey(characters: 44, strangers: 28)),
    Case("zeros", String(repeating: "0", count: 64), .weakKey),
    Case(
      "a pattern", String(repeating: "0123456789abcdef", count: 4), .weakKey),
  ]

  @Test(arguments: refused)
  func `any other text is refused without being quoted`(row: Case<String, PseudonymError>) {
    #expect(throws: row.expected) { try ExchangeKey(Array(row.input.utf8)) }
    #expect(row.input.isEmpty || !row.expected.description.contains(row.input))
    #expect(row.expected.description.contains("openssl rand -hex 32"))
  }

  @Test func `a key is not printed`() throws {
    let key = try ExchangeKey(Array(Self.digits.utf8))
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), "\([key])", dumped] {
      #expect(text.contains("ExchangeKey") && !text.contains("17") && !text.contains("0f1e"))
    }
  }

  @Test(arguments: ["", "Joint", "a b", "a,b", "=1", "a_b", "é", String(repeating: "a", count: 41)])
  func `a key id that is none is refused`(text: String) {
    #expect(throws: PseudonymError.malformedKeyID(text)) { try KeyID(text) }
  }
}
