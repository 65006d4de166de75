/// A 128-bit hash of an account's key, standing for the key itself in every count.
///
/// Keys are chosen by the people whose accounts are counted, so the hash is seeded anew in each
/// process: nobody can prepare two accounts that collide. Among a billion accounts the chance of any
/// collision is below 10⁻²⁰. No output depends on the seed.
package struct KeyHash: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// SipHash-1-3 with 128 bits of output (Aumasson and Bernstein, 2012).
package struct KeyHasher: Sendable {
  private let seed0: UInt64
  private let seed1: UInt64

  /// A hasher with a random seed.
  package init() {
    var random = SystemRandomNumberGenerator()
    self.init(seed0: random.next(), seed1: random.next())
  }

  package init(seed0: UInt64, seed1: UInt64) {
    self.seed0 = seed0
    self.seed1 = seed1
  }

  /// The hash of the bytes.
  package func hash(_ key: Span<UInt8>) -> KeyHash {
    var v0 = seed0 ^ 0x736f_6d65_7073_6575
    var v1 = seed1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
    var v2 = seed0 ^ 0x6c79_6765_6e65_7261
    var v3 = seed1 ^ 0x7465_6462_7974_6573

    func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }

    func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      v0 ^= word
    }

    var offset = 0
    while offset + 8 <= key.count {
      let word = key.word(at: offset)
      absorb(word.littleEndian)
      offset += 8
    }
    var last = UInt64(truncatingIfNeeded: key.count) << 56
    var shift: UInt64 = 0
    while offset < key.count {
      last |= UInt64(key[offset]) << shift
      shift += 8
      offset += 1
    }
    absorb(last)

    v2 ^= 0xee
    round()
    round()
    round()
    let high = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    round()
    round()
    round()
    return KeyHash(high: high, low: v0 ^ v1 ^ v2 ^ v3)
  }
}
