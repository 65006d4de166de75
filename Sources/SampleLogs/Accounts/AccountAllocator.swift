/// Gives out made-up accounts, never the same one twice.
struct AccountAllocator: Sendable {
  private let starts: [Int]
  private var given: [Int]
  private var random: SplitMix64

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed, stream: 0)
    starts = SamplePlatform.allCases.map { _ in random.below(Self.modulus) }
    given = SamplePlatform.allCases.map { _ in 0 }
    self.random = random
  }

  /// A new account of a platform drawn by weight.
  mutating func next() -> SampleAccount {
    let index = random.index(weights: SamplePlatform.weights)
    let platform = SamplePlatform(rawValue: index) ?? .facebook
    let number = given[index]
    given[index] += 1
    let scrambled = random.next()
    let account = SampleAccount(platform: platform, serial: number, scrambled: scrambled)
    // Names would otherwise count up row by row. The modulus is a prime, so that no serial repeats.
    guard account.form == .name else { return account }
    let serial = (starts[index] + number * 7919) % Self.modulus
    return SampleAccount(platform: platform, serial: serial, scrambled: scrambled)
  }

  mutating func next(_ count: Int) -> [SampleAccount] {
    (0..<count).map { _ in next() }
  }

  private static let modulus = 99_991
}
