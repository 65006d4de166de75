import TakedownModel

/// Works out which account a text names, for any spelling.
///
/// Reading the canonical account again, with its platform, gives the same account; where a bare text
/// would be ambiguous (a user called `unknown`, a numeric group), `platform:kind:account` does.
/// Takes microseconds: `AccountFastPath` answers first for the plain spellings.
package struct AccountRules: Sendable {
  let register: PlatformRegister
  /// By the platform's index; nil for one without rules.
  let rules: [PlatformRules?]
  /// Spellings that name a platform, in lower case: no account is called only that.
  let platformNames: Set<String>

  package init(register: PlatformRegister) {
    self.register = register
    rules = register.platforms.map { PlatformRules.builtIn[$0.id] }
    platformNames = Set(
      register.platforms.flatMap { [$0.id, $0.name] + $0.aliases + $0.hosts }
        .map { $0.composed.caseFolded })
  }

  /// The account that a text names.
  ///
  /// - Parameters:
  ///   - text: The account column as the log has it.
  ///   - platform: The index of the platform column's platform; the host of a URL wins over it.
  ///   - country: The agency's country (ISO 3166-1 alpha-2), for telephone numbers without a
  ///     calling code; empty when not known.
  /// - Returns: The account, or why there is none.
  package func resolve(
    _ text: String, platform: Int?, country: String = ""
  ) -> AccountResolution {
    var resolution = resolve(AccountText.cleaned(text)[...], platform, country, depth: 0)
    resolution.platformConflict = platform != nil && resolution.platform != platform
    return resolution
  }

  /// As `resolve(_:platform:country:)`, of a cleaned text that was inside `depth` other addresses.
  func resolve(
    _ text: Substring, _ platform: Int?, _ country: String, depth: Int
  ) -> AccountResolution {
    let none = AccountResolution(platform: platform, problem: .noAccount)
    guard depth < 4 else { return none }
    let folded = String(text).caseFolded
    if !text.hasPrefix("@"), AccountText.isPlaceholder(folded) || platformNames.contains(folded) {
      return none
    }
    if AccountText.isScientific(text) {
      return AccountResolution(platform: platform, problem: .damagedID)
    }
    if let address = AccountAddress(
      url: String(text), isKnownHost: { isKnownHost($0, hasPath: $1, platform) })
    {
      return resolve(address, platform, country, depth: depth)
    }
    if let (named, rest) = prefixed(text) {
      return resolve(prefixed: AccountText.trimmed(rest), named, country, depth: depth)
    }
    guard let platform, let rules = rules[platform] else {
      return unruled(text, platform)
    }
    return resolve(bare: text, platform, rules, country, depth: depth)
  }

  // MARK: - Addresses

  /// Whether a text without a scheme is an address at a platform's host.
  ///
  /// A host alone may be a user name with full stops, so there it has to be the platform's own.
  private func isKnownHost(_ host: String, hasPath: Bool, _ platform: Int?) -> Bool {
    guard let known = register.lookup(host: host) else { return false }
    return hasPath || platform == nil || platform == known
  }

  private func resolve(
    _ address: AccountAddress, _ given: Int?, _ country: String, depth: Int
  ) -> AccountResolution {
    guard AccountAddress.isHost(address.host) else {
      return AccountResolution(platform: given, problem: .noAccount)
    }
    guard let platform = register.lookup(host: address.host) else {
      return AccountResolution(platform: given, kind: .url, account: address.canonical)
    }
    guard let rules = rules[platform] else {
      guard !address.segments.isEmpty else {
        return AccountResolution(platform: platform, problem: .noAccount)
      }
      return AccountResolution(platform: platform, kind: .url, account: address.canonical)
    }
    var address = address
    if rules.fragmentHosts.contains(address.host) {
      let host = address.host
      address = AccountAddress(path: address.fragment[...])
      address.host = host
    } else if address.fragment.hasPrefix("!/"), address.segments.isEmpty {
      let host = address.host
      address = AccountAddress(path: address.fragment.dropFirst(2))
      address.host = host
    }
    if let name = subdomainName(address, rules) { address.segments.insert(name, at: 0) }
    return match(
      address, rules.shapes, platform, rules, given,
      rules.urlCountry.isEmpty ? country : rules.urlCountry, depth: depth)
  }

  /// The account that a sub-domain names.
  private func subdomainName(_ address: AccountAddress, _ rules: PlatformRules) -> String? {
    switch rules.subdomains {
    case .ignored: return nil
    case .names(let domain):
      guard address.host.hasSuffix("." + domain) else { return nil }
      let label = String(address.host.dropLast(domain.count + 1))
      return Self.deviceLabels.contains(label) ? nil : label
    case .accounts(let domain):
      guard address.host.hasSuffix("." + domain), address.segments.isEmpty else { return nil }
      return address.host
    }
  }

  /// Sub-domains that only say which device a page is for.
  static let deviceLabels: Set<String> = ["www", "m", "mobile", "web"]

  // MARK: - Texts without a host

  /// A text after the name of its platform: `telegram:name`, `facebook:group:123`.
  private func prefixed(_ text: Substring) -> (platform: Int, rest: Substring)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard !name.contains("."), !name.contains("/"),
      let platform = register.lookup(spelling: String(name))
    else { return nil }
    return (platform, text[text.index(after: colon)...])
  }

  private func resolve(
    prefixed text: Substring, _ platform: Int, _ country: String, depth: Int
  ) -> AccountResolution {
    if let colon = text.firstIndex(of: ":"),
      let kind = AccountKind(rawValue: String(text[..<colon]))
    {
      let account = text[text.index(after: colon)...]
      switch kind {
      case .phone, .url:
        return resolve(account, platform, country, depth: depth + 1)
      default:
        let canonical =
          rules[platform].map { $0.grammars[kind]?.canonical(account) }
          ?? (kind == .user ? String(account).caseFolded : nil)
        guard let canonical, !canonical.isEmpty else { break }
        return AccountResolution(platform: platform, kind: kind, account: canonical)
      }
    }
    return resolve(text, platform, country, depth: depth + 1)
  }

  /// A text on a platform without rules, or on none.
  private func unruled(_ text: Substring, _ platform: Int?) -> AccountResolution {
    var name = text
    while true {
      let before = name
      name = AccountText.trimmed(name.hasPrefix("@") ? name.dropFirst() : name)
      if name == before { break }
    }
    let account = String(name).caseFolded.composed
    guard !account.isEmpty, !AccountText.isPlaceholder(account), !platformNames.contains(account)
    else { return AccountResolution(platform: platform, problem: .noAccount) }
    return AccountResolution(platform: platform, kind: .user, account: account)
  }

  private func resolve(
    bare text: Substring, _ platform: Int, _ rules: PlatformRules, _ country: String, depth: Int
  ) -> AccountResolution {
    let isPhone =
      switch rules.phones {
      case .never: false
      case .withPlus: text.hasPrefix("+") && AccountText.isDigits(text.dropFirst().prefix(1))
      case .always: PhoneNumber.isPhoneLike(text)
      }
    // Longer digits than any telephone number may be an id.
    let isID = AccountText.isDigits(text) && rules.idLengths?.contains(text.utf8.count) == true
    if isPhone, !isID {
      if let number = PhoneNumber.e164(text, country: country) {
        return AccountResolution(platform: platform, kind: .phone, account: number)
      }
      if case .always = rules.phones {
        return AccountResolution(platform: platform, problem: .noAccount)
      }
    }
    // A number written by a program that took the id for a fraction; more digits than a double can
    // hold have been changed.
    if let digits = AccountText.wholePart(text), rules.idLengths != nil {
      return digits.utf8.count <= 15
        ? resolve(bare: digits, platform, rules, country, depth: depth)
        : AccountResolution(platform: platform, problem: .damagedID)
    }
    var address = AccountAddress(path: "")
    if text.contains("/") || text.contains("?") {
      address = AccountAddress(path: text)
    } else {
      address.segments = [AccountText.percentDecoded(text)]
    }
    return match(address, rules.relative, platform, rules, platform, country, depth: depth)
  }
}
