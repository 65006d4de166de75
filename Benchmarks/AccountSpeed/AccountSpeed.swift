import Bytes
import Normalization
import TakedownModel

/// Prints how long one account takes to work out, on the fast path and by the general rules.
///
/// `account-speed [COUNT]` makes up so many distinct accounts (a million), in the spellings that logs
/// are full of. All are worked out several times over; of every ten thousand the shortest time
/// counts, so that what else the machine does is left out. It traps where the two disagree.
@main
struct AccountSpeed {
  private static let register = PlatformRegister(Platform.builtIn)
  private static let rules = AccountRules(register: register)

  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    let texts = Texts(count: count, register: register)
    let fast = AccountFastPath(rules: rules)
    var accounts: [UInt8] = []
    var answered = 0
    let fastest = nanoseconds(count, rounds: 9) { answered += quick(texts, $0, fast, &accounts) }
    let general = nanoseconds(count, rounds: 3) { slow(texts, $0) }
    print("accounts \(count), answered at once \(answered / 9)")
    print("fast path ns a record \(fastest / count)")
    print("general path ns a record \(general / count)")
    if let text = disagreement(texts, fast) {
      print("the two disagree on \(text)")
      fatalError("no measure of two paths that disagree")
    }
  }

  /// The nanoseconds that all take, in the shortest of the rounds for every ten thousand.
  private static func nanoseconds(
    _ count: Int, rounds: Int, _ work: (Range<Int>) -> Void
  ) -> Int {
    let starts = stride(from: 0, to: count, by: 10_000)
    var shortest = starts.map { _ in Int.max }
    for _ in 0..<rounds {
      for (index, start) in starts.enumerated() {
        let range = start..<min(start + 10_000, count)
        let (seconds, attoseconds) = ContinuousClock().measure { work(range) }.components
        let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
        shortest[index] = min(shortest[index], nanoseconds)
      }
    }
    return shortest.reduce(0, +)
  }

  /// How many of the accounts the fast path answers.
  private static func quick(
    _ texts: Texts, _ range: Range<Int>, _ fast: AccountFastPath, _ accounts: inout [UInt8]
  ) -> Int {
    var answered = 0
    let bytes = texts.bytes.span
    for i in range {
      accounts.removeAll(keepingCapacity: true)
      let text = bytes.extracting(texts.starts[i]..<texts.starts[i + 1])
      if fast.resolve(text, platform: texts.platforms[i], into: &accounts) != nil { answered += 1 }
    }
    return answered
  }

  private static func slow(_ texts: Texts, _ range: Range<Int>) {
    for i in range {
      _ = rules.resolve(texts[i], platform: texts.platforms[i])
    }
  }

  /// A text of which the two say different things.
  private static func disagreement(_ texts: Texts, _ fast: AccountFastPath) -> String? {
    var account: [UInt8] = []
    for i in texts.platforms.indices {
      account.removeAll(keepingCapacity: true)
      let text = texts.bytes.span.extracting(texts.starts[i]..<texts.starts[i + 1])
      let found = fast.resolve(text, platform: texts.platforms[i], into: &account)
      guard let found else { continue }
      let expected = rules.resolve(texts[i], platform: texts.platforms[i])
      guard found.platform == expected.platform, found.kind == expected.kind,
        account == Array(expected.account.utf8), found.counts == expected.counts
      else { return texts[i] }
    }
    return nil
  }
}
