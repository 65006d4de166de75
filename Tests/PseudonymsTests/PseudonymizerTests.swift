import Bytes
import TestSupport
import Testing

@testable import Pseudonyms

struct PseudonymizerTests {
  private static let digits = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0"

  private static func pseudonymizer(
    key: String = digits, id: String = "joint"
  ) throws -> Pseudonymizer {
    try Pseudonymizer(key: ExchangeKey(Array(key.utf8)), id: KeyID(id))
  }

  private static func hex(
    _ pseudonymizer: inout Pseudonymizer, _ platform: String, _ kind: String, _ account: String
  ) throws -> String {
    let (platform, kind, account) = (Array(platform.utf8), Array(kind.utf8), Array(account.utf8))
    var digits: [UInt8] = []
    digits.append(
      try pseudonymizer.pseudonym(
        platform: platform.span, kind: kind.span, account: account.span))
    return String(decoding: digits, as: UTF8.self)
  }

  // Python 3.11: hmac.new(key, b"".join(len(p).to_bytes(8, "big") + p for p in parts), "sha256") over
  // the parts that the documentation names.
  @Test func `the pseudonym is that of the documented message`() throws {
    var pseudonymizer = try Self.pseudonymizer()
    #expect(
      try Self.hex(&pseudonymizer, "facebook", "user", "johnsmith9")
        == "522cb9777496d65f8b3733783f66eb85a952a551c357867e4964ff31df73ab9a")
    #expect(
      try Self.hex(&pseudonymizer, "telegram", "user", "قناة")
        == "baa09f39ae4886c895fdda3c80d7f88d307312609e5fed59821823e7d227a10f")
    #expect(pseudonymizer.keyCheck == "01f22209db4b952f")
  }

  @Test func `the same account has one pseudonym, whatever came before it`() throws {
    var first = try Self.pseudonymizer()
    var second = try Self.pseudonymizer()
    let accounts = (0..<100).map { String(repeating: "a", count: $0) }
    let forwards = try accounts.map { try Self.hex(&first, "x", "user", $0) }
    let backwards = try accounts.reversed().map { try Self.hex(&second, "x", "user", $0) }
    #expect(forwards == backwards.reversed())
    #expect(Set(forwards).count == accounts.count)
  }

  @Test func `key, key id, platform, kind and account each make another pseudonym`() throws {
    var seen: Set<String> = []
    var expected = 0
    let otherKey = String(Self.digits.reversed())
    for (key, id) in [(Self.digits, "joint"), (Self.digits, "join"), (otherKey, "joint")] {
      var pseudonymizer = try Self.pseudonymizer(key: key, id: id)
      seen.insert(pseudonymizer.keyCheck)
      expected += 1
      for (platform, kind, account) in [
        ("x", "user", "abc"), ("tiktok", "user", "abc"), ("x", "channel", "abc"),
        ("x", "user", "abd"), ("x", "user", "ABC"), ("x", "user", "abc\u{0}"),
      ] {
        seen.insert(try Self.hex(&pseudonymizer, platform, kind, account))
        expected += 1
      }
    }
    #expect(seen.count == expected)
  }

  @Test func `no two lists of parts make one message`() throws {
    var seen: Set<String> = []
    var expected = 0
    // Every way to cut the same bytes into id, platform, kind and account.
    let bytes = Array("abcdef".utf8)
    for first in 1...bytes.count {
      let id = String(decoding: bytes[..<first], as: UTF8.self)
      var pseudonymizer = try Self.pseudonymizer(id: id)
      for second in first...bytes.count {
        for third in second...bytes.count {
          let parts = [bytes[first..<second], bytes[second..<third], bytes[third...]]
            .map { String(decoding: $0, as: UTF8.self) }
          seen.insert(try Self.hex(&pseudonymizer, parts[0], parts[1], parts[2]))
          expected += 1
        }
      }
    }
    #expect(seen.count == expected)
  }

  @Test func `digits read back are the pseudonym, and sort as it does`() throws {
    var pseudonymizer = try Self.pseudonymizer()
    var pairs: [(Pseudonym, String)] = []
    for number in 0..<200 {
      let digits = try Self.hex(&pseudonymizer, "x", "user", String(number))
      let bytes = Array(digits.utf8)
      let pseudonym = Pseudonym(hex: bytes.span)
      pairs.append((try #require(pseudonym), digits))
      var raw: [UInt8] = []
      raw.append(bytesOf: pairs[number].0)
      #expect(
        raw.map { String(decoding: [hexDigit($0 >> 4), hexDigit($0 & 15)], as: UTF8.self) }
          .joined() == digits)
    }
    #expect(pairs.sorted { $0.0 < $1.0 }.map(\.1) == pairs.map(\.1).sorted())
    #expect(Set(pairs.map(\.0)).count == 200)
  }

  @Test(arguments: [
    "", String(repeating: "a", count: 63), String(repeating: "a", count: 65),
    String(repeating: "A", count: 64), String(repeating: "a", count: 63) + "g",
    String(repeating: "a", count: 63) + " ",
  ])
  func `other digits are no pseudonym`(text: String) {
    let bytes = Array(text.utf8)
    let pseudonym = Pseudonym(hex: bytes.span)
    #expect(pseudonym == nil)
  }
}
