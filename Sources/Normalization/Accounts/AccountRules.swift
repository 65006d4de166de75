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
  /// For schemes of links that open an app, the host whose paths they follow.
  private let hostsOfApps: [String: String]

  package init(register: PlatformRegister) {
    self.register = register
    rules = register.rules
    platformNames = Set(
      register.platforms.flatMap { [$0.id, $0.name] + $0.aliases + $0.hosts }
        .map { $0.composed.caseFolded })
    var hosts: [String: String] = [:]
    for (platform, rules) in zip(register.platforms, register.rules) {
      for scheme in rules?.appSchemes ?? [] { hosts[scheme] = platform.hosts.first }
    }
    hostsOfApps = hosts
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
    var trace = AccountTrace(isRecording: false)
    return resolve(text, platform, country, &trace)
  }

  /// The same, with each rule as it applied.
  package func trace(
    _ text: String, platform: Int?, country: String = ""
  ) -> (resolution: AccountResolution, trace: AccountTrace) {
    var trace = AccountTrace(isRecording: true)
    let resolution = resolve(text, platform, country, &trace)
    trace.note(resolution, in: register, given: platform)
    return (resolution, trace)
  }

  private func resolve(
    _ text: String, _ platform: Int?, _ country: String, _ trace: inout AccountTrace
  ) -> AccountResolution {
    let cleaned = AccountText.cleaned(text, &trace)
    var resolution = resolve(cleaned[...], platform, country, depth: 0, &trace)
    resolution.platformConflict = platform != nil && resolution.platform != platform
    // A wrapped or refused name is told by the text that it was taken from.
    if resolution.looksLike.isEmpty, resolution.kind == nil || resolution.kind == .user,
      let ascii = LookAlike.ascii(resolution.kind == nil ? cleaned : resolution.account)
    {
      resolution.looksLike = ascii
    }
    return resolution
  }

  /// As `resolve(_:platform:country:)`, of a cleaned text that was inside `depth` other addresses.
  func resolve(
    _ text: Substring, _ platform: Int?, _ country: String, depth: Int,
    _ trace: inout AccountTrace
  ) -> AccountResolution {
    let none = AccountResolution(platform: platform, problem: .noAccount)
    guard depth < 4 else {
      trace.note("depth", "an address in four others is not followed")
      return none
    }
    let folded = String(text).caseFolded
    if !text.starts(withBytes: "@"),
      AccountText.isPlaceholder(folded) || platformNames.contains(folded)
    {
      trace.note("placeholder", "'\(text)' stands for no account, or only names a platform")
      return none
    }
    if AccountText.isScientific(text) {
      trace.note("scientific", "'\(text)' is a number whose digits a spreadsheet has dropped")
      return AccountResolution(platform: platform, problem: .damagedID)
    }
    if let address = AccountAddress(
      url: String(text), hostsOfApps: hostsOfApps,
      isKnownHost: { isKnownHost($0, hasPath: $1, platform) })
    {
      return resolve(address, platform, country, depth: depth, &trace)
    }
    if let (named, rest) = prefixed(text) {
      trace.note("prefix", "the text before ':' is the platform \(register.platforms[named].id)")
      let found = resolve(prefixed: AccountText.trimmed(rest), named, country, depth: depth, &trace)
      guard found.kind == nil, found.platform == named, let platform, platform != named else {
        return found
      }
      // A word before a colon that is followed by no account says too little against the column.
      trace.note("prefix", "no account follows, so that the platform column stands")
      return AccountResolution(platform: platform, problem: found.problem)
    }
    guard let platform, let rules = rules[platform] else {
      trace.note("unruled", "no rules for names: the text itself, in lower case")
      return unruled(text, platform)
    }
    return resolve(bare: text, platform, rules, country, depth: depth, &trace)
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
    _ address: AccountAddress, _ given: Int?, _ country: String, depth: Int,
    _ trace: inout AccountTrace
  ) -> AccountResolution {
    guard AccountAddress.isHost(address.host) else {
      trace.note("host", "'\(address.host)' is no host")
      return AccountResolution(platform: given, problem: .noAccount)
    }
    if !address.writtenHost.isEmpty {
      trace.note("idna", "the host '\(address.writtenHost)' is '\(address.host)' in ASCII")
    }
    guard let (platform, domain) = register.lookupDomain(host: address.host) else {
      if let next = Self.wrapped(in: address) {
        trace.note("wrapper", "\(address.host) only leads to '\(next)'")
        return resolve(next, given, country, depth: depth + 1, &trace)
      }
      if let given, let rules = rules[given], rules.addsHost,
        address.segments.first?.starts(withBytes: "@") == true
      {
        trace.note(
          "host", "\(address.host) is taken for a server of \(register.platforms[given].id)")
        return match(address, rules.shapes, given, rules, given, country, depth: depth, &trace)
      }
      trace.note("host", "\(address.host) is no host of a platform: host and path are the account")
      let readable = HostName.readable(address.host)
      return AccountResolution(
        platform: given, kind: .url, account: address.canonical(),
        looksLike: LookAlike.ascii(readable) ?? "")
    }
    trace.note("host", "\(address.host) belongs to \(register.platforms[platform].id)")
    guard let rules = rules[platform] else {
      guard !address.segments.isEmpty else {
        return AccountResolution(platform: platform, problem: .noAccount)
      }
      return AccountResolution(platform: platform, kind: .url, account: address.canonical())
    }
    var address = address
    if let colon = address.host.utf8.firstIndex(of: UInt8(ascii: ":")) {
      address.host = String(address.host[..<colon])
    }
    if rules.isService(address.host, domain) {
      trace.note("service", "\(address.host) has pages of the company, no accounts")
      return AccountResolution(platform: platform, problem: .noAccount)
    }
    address = unfolded(address, rules)
    if let name = subdomainName(address, rules) {
      trace.note("subdomain", "the sub-domain names the account: '\(name)'")
      address.segments.insert(name, at: 0)
    }
    return match(
      address, rules.shapes, platform, rules, given,
      rules.urlCountry.isEmpty ? country : rules.urlCountry, depth: depth, domain: domain, &trace)
  }

  /// The address with its path where the page keeps it: after `#`.
  private func unfolded(_ address: AccountAddress, _ rules: PlatformRules) -> AccountAddress {
    var path: Substring?
    if rules.fragmentHosts.contains(String(Self.withoutDevice(address.host, "www"))) {
      path = address.fragment[...]
    } else if address.fragment.starts(withBytes: "!/"), address.segments.isEmpty {
      path = address.fragment.droppingBytes(2)
    }
    guard let path else { return address }
    var unfolded = AccountAddress(path: path)
    unfolded.host = address.host
    return unfolded
  }

  /// The account that a sub-domain names.
  private func subdomainName(_ address: AccountAddress, _ rules: PlatformRules) -> String? {
    let (domain, isWhole) =
      switch rules.subdomains {
      case .ignored: ("", false)
      case .names(let domain): (domain, false)
      case .accounts(let domain): (domain, true)
      }
    let host = AccountAddress.withoutWWW(address.host)
    guard !domain.isEmpty, host.ends(withBytes: "." + domain) else { return nil }
    let label = String(Substring(host.utf8.dropLast(domain.utf8.count + 1)))
    if Self.deviceLabels.contains(label) || isWhole && !address.segments.isEmpty { return nil }
    return isWhole ? host : label
  }

  /// Sub-domains that only say which device a page is for.
  static let deviceLabels: Set<String> = ["www", "m", "mobile", "web"]

  /// The address inside one that only leads to it, at a host of no platform.
  private static func wrapped(in address: AccountAddress) -> Substring? {
    for shape in Redirects.shapes(of: address.host)
    where address.segments.count >= shape.parts.count {
      var fits = true
      for (part, segment) in zip(shape.parts, address.segments) {
        if case .literal(let literal) = part { fits = fits && segment.lowercased() == literal }
      }
      guard fits else { continue }
      if let query = shape.query {
        if let value = address.value(of: query.name), !value.isEmpty {
          return AccountText.trimmed(value[...])
        }
      } else if case .capture(_, .rest, _)? = shape.parts.last {
        let rest = address.rest(after: shape.parts.count - 1)
        if !rest.isEmpty { return AccountText.trimmed(rest[...]) }
      }
    }
    return nil
  }

  // MARK: - Texts without a host

  /// A text after the name of its platform: `telegram:name`, `facebook:group:123`.
  private func prefixed(_ text: Substring) -> (platform: Int, rest: Substring)? {
    guard let colon = text.firstIndex(ofByte: ":") else { return nil }
    let name = text[..<colon]
    guard !name.contains(byte: "."), !name.contains(byte: "/"),
      let platform = register.lookup(spelling: String(name))
    else { return nil }
    return (platform, text[colon...].droppingBytes(1))
  }

  private func resolve(
    prefixed text: Substring, _ platform: Int, _ country: String, depth: Int,
    _ trace: inout AccountTrace
  ) -> AccountResolution {
    if let colon = text.firstIndex(ofByte: ":"),
      let kind = AccountKind(rawValue: String(text[..<colon]))
    {
      let account = text[colon...].droppingBytes(1)
      switch kind {
      case .phone, .url:
        return resolve(account, platform, country, depth: depth + 1, &trace)
      case .user where rules[platform] == nil:
        trace.note("kind", "the text before the second ':' is the kind \(kind.rawValue)")
        return unruled(account, platform)
      default:
        guard let canonical = rules[platform]?.canonical(account, kind), !canonical.isEmpty
        else { break }
        trace.note("kind", "the text before the second ':' is the kind \(kind.rawValue)")
        return AccountResolution(platform: platform, kind: kind, account: canonical)
      }
    }
    return resolve(text, platform, country, depth: depth + 1, &trace)
  }

  /// A text on a platform without rules, or on none.
  private func unruled(_ text: Substring, _ platform: Int?) -> AccountResolution {
    var account = String(text)
    while true {
      let before = account
      if account.starts(withBytes: "@") { account = String(account.droppingBytes(1)) }
      if account.starts(withASCII: "mailto:") { account = String(account.droppingBytes(7)) }
      // What stood there may have hidden what else is to be removed.
      account = AccountText.cleaned(account).caseFolded.composed
      if account == before { break }
    }
    guard !account.isEmpty, !AccountText.isPlaceholder(account), !platformNames.contains(account)
    else { return AccountResolution(platform: platform, problem: .noAccount) }
    return AccountResolution(platform: platform, kind: .user, account: account)
  }

  private func resolve(
    bare text: Substring, _ platform: Int, _ rules: PlatformRules, _ country: String, depth: Int,
    _ trace: inout AccountTrace
  ) -> AccountResolution {
    let isPhone =
      switch rules.phones {
      case .never: false
      case .withPlus:
        text.starts(withBytes: "+") && text.utf8.dropFirst().first.map(AccountText.isDigit) == true
      case .always: PhoneNumber.isPhoneLike(text)
      }
    // Longer digits than any telephone number may be an id.
    let isID = AccountText.isDigits(text) && rules.idLengths?.contains(text.utf8.count) == true
    if isPhone, !isID {
      if let number = PhoneNumber.e164(text, country: country) {
        trace.note("phone", "a telephone number, in E.164: \(number)")
        return AccountResolution(platform: platform, kind: .phone, account: number)
      }
      if case .always = rules.phones {
        trace.note("phone", "a telephone number without calling code, or one of wrong length")
        return AccountResolution(platform: platform, problem: .noAccount)
      }
    }
    // A number written by a program that took the id for a fraction; more digits than a double can
    // hold have been changed.
    if let digits = AccountText.wholePart(text), rules.idLengths != nil {
      trace.note("fraction", "a whole number that a program wrote as a fraction: \(digits)")
      return digits.utf8.count <= 15
        ? resolve(bare: digits, platform, rules, country, depth: depth, &trace)
        : AccountResolution(platform: platform, problem: .damagedID)
    }
    var address = AccountAddress(path: "")
    if text.contains(byte: "/") || text.contains(byte: "?") {
      address = AccountAddress(path: text)
    } else {
      address.segments = [AccountText.percentDecoded(text)]
    }
    return match(
      address, rules.relative, platform, rules, platform, country, depth: depth,
      domain: register.platforms[platform].hosts.first ?? "", &trace)
  }
}
