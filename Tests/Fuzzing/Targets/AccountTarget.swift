import Bytes
import Normalization
import TakedownModel

extension FuzzTarget {
  /// The fast answer is the general one, an account is the account that it is read as again, and
  /// what stands around a text makes no difference.
  ///
  /// The first two bytes choose the platform and the country.
  static let accounts = FuzzTarget(name: "accounts") { input in
    let platform = input.choose([nil] + register.platforms.indices.map { $0 })
    let country = input.choose(["", "GB", "US", "AL", "TN", "VN", "SE", "??"])
    // Ingestion lets nothing through that is not UTF-8.
    let text = String(decoding: input.rest, as: UTF8.self)
    let resolution = rules.resolve(text, platform: platform, country: country)
    require(
      (resolution.kind == nil) == resolution.account.isEmpty
        && (resolution.kind == nil) == (resolution.problem != nil),
      "\(resolution) contradicts itself")
    checkFastPath(text, platform, resolution)
    checkFixedPoint(resolution)
    let dressed = rules.resolve("\" \u{200B}\(text) '", platform: platform, country: country)
    require(dressed == resolution, "\(resolution), with quotes around it \(dressed)")
  }

  private static let register = PlatformRegister(Platform.builtIn)
  private static let rules = AccountRules(register: register)
  private static let fast = AccountFastPath(rules: rules)

  private static func checkFastPath(
    _ text: String, _ platform: Int?, _ expected: AccountResolution
  ) {
    let bytes = Array(text.utf8)
    var account = Array("before".utf8)
    let found = fast.resolve(bytes.span, platform: platform, into: &account)
    require(account.starts(with: "before".utf8), "what was in the buffer has changed")
    account.removeFirst(6)
    guard let found else {
      return require(account.isEmpty, "bytes without an answer")
    }
    let resolution = AccountResolution(
      platform: found.platform, platformConflict: found.platformConflict, kind: found.kind,
      account: String(decoding: account, as: UTF8.self), counts: found.counts)
    require(resolution == expected, "\(resolution) at once, by the rules \(expected)")
    require(account == Array(expected.account.utf8), "equal, but not the same bytes")
  }

  private static func checkFixedPoint(_ first: AccountResolution) {
    guard let kind = first.kind else { return }
    guard let platform = first.platform else {
      guard kind == .url else { return }
      let again = rules.resolve("https://" + first.account, platform: nil)
      return require(again == first, "\(first), read again, is \(again)")
    }
    let text = "\(register.platforms[platform].id):\(kind.rawValue):\(first.account)"
    let again = rules.resolve(text, platform: platform)
    require(
      again.kind == kind && Array(again.account.utf8) == Array(first.account.utf8)
        && again.platform == platform,
      "\(first), read again as \(text.debugDescription), is \(again)")
  }
}
