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
  package func resolve(
    _ text: String, platform: Int?, country: String = ""
  ) -> AccountResolution {
    var resolution = resolve(AccountText.cleaned(text)[...], platform, country, depth: 0)
    resolution.platformConflict = platform != nil && resolution.platform != platform
    return resolution
  }

  /// - Parameter depth: How many addresses this one was wrapped in.
  private func resolve(
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
      url: String(text), isKnownHost: { isKnownHost($0, of: text, platform) })
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
  private func isKnownHost(_ host: String, of text: Substring, _ platform: Int?) -> Bool {
    guard let known = register.lookup(host: host) else { return false }
    return text.utf8.count > host.utf8.count || platform == nil || platform == known
  }

  private func resolve(
    _ address: AccountAddress, _ given: Int?, _ country: String, depth: Int
  ) -> AccountResolution {
    guard let platform = register.lookup(host: address.host) else {
      guard AccountAddress.isHost(address.host) else {
        return AccountResolution(platform: given, problem: .noAccount)
      }
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

  private static let deviceLabels: Set<String> = ["www", "m", "mobile", "web"]

  // MARK: - Texts without a host

  /// A text after the name of its platform: `telegram:name`, `facebook:group:123`.
  private func prefixed(_ text: Substring) -> (platform: Int, rest: Substring)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    guard !name.contains("."), !name.contains("/"), let platform = register.lookup(spelling: String(name))
    else { return nil }
    return (platform, text[text.index(after: colon)...])
  }

  private func resolve(
    prefixed text: Substring, _ platform: Int, _ country: String, depth: Int
  ) -> AccountResolution {
    if let colon = text.firstIndex(of: ":"), let kind = AccountKind(rawValue: String(text[..<colon])) {
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

  // MARK: - Shapes

  /// What the first form that an address fits says of it.
  private func match(
    _ address: AccountAddress, _ shapes: [AddressShape], _ platform: Int, _ rules: PlatformRules,
    _ given: Int?, _ country: String, depth: Int
  ) -> AccountResolution {
    let host = Self.ownHost(address.host, rules)
    let lower = address.segments.map { $0.lowercased() }
    var damaged = false
    for shape in shapes where shape.host == host {
      guard address.segments.count >= shape.parts.count else { continue }
      var taken: (AddressShape.Capture, String)?
      var fits = true
      for (index, part) in shape.parts.enumerated() {
        switch part {
        case .any: continue
        case .literal(let literal): fits = lower[index] == literal
        case .capture(let prefix, let capture, let endsAtUnderscore):
          guard let value = Self.value(address.segments[index], after: prefix, capture, endsAtUnderscore) else {
            fits = false
            break
          }
          if index == 0, capture == .kind(.user), !value.hasPrefix("@"),
            !address.host.isEmpty || rules.reservesNames, rules.reserved.contains(value.lowercased())
          {
            fits = false
          }
          taken = (capture, value)
        }
        if !fits { break }
      }
      if fits, let query = shape.query {
        let value = address.value(of: query.name)
        fits = value != nil
        if let capture = query.capture, let value { taken = (capture, value) }
      }
      guard fits else { continue }
      guard let (capture, value) = taken else {
        return AccountResolution(platform: platform, counts: shape.counts, problem: .noAccount)
      }
      if AccountText.isScientific(value[...]), value.contains("+") || capture != .kind(.user) {
        damaged = true
        continue
      }
      if capture == .next {
        let next = AccountText.trimmed(value[...])
        let isRelative = next.hasPrefix("/") && !next.hasPrefix("//")
        return resolve(
          isRelative ? address.host + next : next, isRelative ? platform : given, country,
          depth: depth + 1)
      }
      if let (kind, account) = account(capture, value, address, rules, country) {
        return AccountResolution(
          platform: platform, kind: kind, account: account, counts: shape.counts)
      }
    }
    return AccountResolution(platform: platform, problem: damaged ? .damagedID : .noAccount)
  }

  /// The host with addresses of its own that a host is, but for `www.` and the like.
  private static func ownHost(_ host: String, _ rules: PlatformRules) -> String? {
    if rules.ownHosts.contains(host) { return host }
    guard let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")),
      deviceLabels.contains(String(host[..<dot]))
    else { return nil }
    let rest = String(host[dot...].dropFirst())
    return rules.ownHosts.contains(rest) ? rest : nil
  }

  /// What a segment holds after a prefix.
  private static func value(
    _ segment: String, after prefix: String, _ capture: AddressShape.Capture,
    _ endsAtUnderscore: Bool
  ) -> String? {
    let count = prefix.utf8.count
    guard segment.utf8.count > count,
      prefix.isEmpty || segment.prefix(count).lowercased() == prefix
    else { return nil }
    var value = segment.dropFirst(count)
    if endsAtUnderscore {
      guard let underscore = value.firstIndex(of: "_") else { return nil }
      value = value[..<underscore]
    }
    return capture == .number && prefix == "+" ? prefix + value : String(value)
  }

  /// The canonical account in a captured text; nil when it is not a legal one.
  private func account(
    _ capture: AddressShape.Capture, _ value: String, _ address: AccountAddress,
    _ rules: PlatformRules, _ country: String
  ) -> (AccountKind, String)? {
    switch capture {
    case .next: return nil
    case .number:
      return PhoneNumber.e164(
        AccountText.trimmed(value[...]), country: country, isInternational: true
      ).map { (.phone, $0) }
    case .tail:
      guard let hyphen = value.lastIndex(of: "-") else { return nil }
      let tail = value[value.index(after: hyphen)...]
      return AccountText.isDigits(tail) && tail.utf8.count >= 9 ? (.id, String(tail)) : nil
    case .kind(.url): return (.url, address.canonical)
    case .kind(.user): return user(value, address, rules, country)
    case .kind(let kind):
      return rules.grammars[kind]?.canonical(value).map { (kind, $0) }
    }
  }

  private func user(
    _ value: String, _ address: AccountAddress, _ rules: PlatformRules, _ country: String
  ) -> (AccountKind, String)? {
    var name = value[...]
    if name.hasPrefix("@") { name = name.dropFirst() }
    if AccountText.isDigits(name) {
      if let lengths = rules.idLengths, lengths.contains(name.utf8.count) { return (.id, String(name)) }
      if case .always = rules.phones {
        return PhoneNumber.e164(name, country: country, isInternational: true).map { (.phone, $0) }
      }
    }
    if rules.addsHost, !name.contains("@"), !address.host.isEmpty { name += "@" + address.host }
    guard let account = rules.grammars[.user]?.canonical(name) else { return nil }
    // Full stops between digits are no name, and may have been put there by a spreadsheet.
    if rules.idLengths != nil, AccountText.isDigits(account), name.contains(".") { return nil }
    return (.user, account)
  }
}
