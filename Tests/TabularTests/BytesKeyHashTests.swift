import Bytes
import TestSupport
import Testing

struct BytesKeyHashTests {
  // OpenSSL 3.0: `openssl mac -macopt hexkey:00…0f -macopt size:16 -macopt c-rounds:1
  // -macopt d-rounds:3 SIPHASH` over the bytes 0, 1, 2 …, read as two little-endian words.
  private static let vectors: [Case<Int, KeyHash>] = [
    Case("no byte", 0, KeyHash(high: 0xbea5_8827_b2bc_7ee7, low: 0x0130_30dd_6adb_62fd)),
    Case("one byte", 1, KeyHash(high: 0xa8ed_d360_0437_6ffc, low: 0x63f0_2f2b_cc73_055e)),
    Case("seven bytes", 7, KeyHash(high: 0xc3e0_aaf2_23b9_8410, low: 0x77ab_4808_c82e_2fa6)),
    Case("a word", 8, KeyHash(high: 0xb4da_e3d5_e1fe_12aa, low: 0x99c7_f935_ab16_4f72)),
    Case("fifteen bytes", 15, KeyHash(high: 0x6c52_bdb2_0555_7ec1, low: 0x0901_7e1e_eccd_2129)),
    Case("two words", 16, KeyHash(high: 0xeb8e_5115_57d9_a8d0, low: 0x9317_9e3d_f8b0_13b5)),
    Case(
      "four words and a byte", 33, KeyHash(high: 0xf4fc_2013_ae7b_f5c5, low: 0x6bc6_561d_e768_e8b4)),
  ]

  @Test(arguments: vectors)
  func `the hash is SipHash-1-3 of 128 bits`(row: Case<Int, KeyHash>) {
    let hasher = KeyHasher(seed0: 0x0706_0504_0302_0100, seed1: 0x0f0e_0d0c_0b0a_0908)
    let key = (0..<row.input).map { UInt8($0) }
    #expect(hasher.hash(key.span) == row.expected)
  }

  @Test func `every bit of the key and of the seed counts`() {
    for length in 0...24 {
      let key = Array(repeating: UInt8(0x5a), count: length)
      let hash = KeyHasher(seed0: 1, seed1: 2).hash(key.span)
      var seen: Set<KeyHash> = [hash]
      for bit in 0..<length * 8 {
        var other = key
        other[bit / 8] ^= 1 << UInt8(bit % 8)
        seen.insert(KeyHasher(seed0: 1, seed1: 2).hash(other.span))
      }
      for bit in 0..<64 as Range<UInt64> {
        seen.insert(KeyHasher(seed0: 1 ^ 1 << bit, seed1: 2).hash(key.span))
        seen.insert(KeyHasher(seed0: 1, seed1: 2 ^ 1 << bit).hash(key.span))
      }
      seen.insert(KeyHasher(seed0: 1, seed1: 2).hash((key + [0]).span))
      #expect(seen.count == 1 + length * 8 + 128 + 1)
    }
  }

  @Test func `a key has one hash wherever it lies`() {
    let hasher = KeyHasher()
    let text = Array("..facebook:user.name..facebook:user.name".utf8)
    let first = hasher.hash(text.span.extracting(2..<20))
    #expect(first == hasher.hash(text.span.extracting(22..<40)))
    #expect(first == hasher.hash(Array("facebook:user.name".utf8).span))
  }

  @Test func `each hasher without a seed has its own`() {
    #expect(KeyHasher().hash([1].span) != KeyHasher().hash([1].span))
  }
}
