import TakedownModel

// Addresses against the forms of a platform.
extension AccountRules {
  /// What the first form that an address fits says of it.
  ///
  /// `domain` is the platform's host that the address is at.
  func match(
    _ address: AccountAddress, _ shapes: [AddressShape], _ platform: Int, _ rules: PlatformRules,
    _ given: Int?, _ country: String, depth: Int, domain: String = "",
    _ trace: inout AccountTrace
  ) -> AccountResolution {
    let host = Self.ownHost(address.host, rules)
    let lower = address.segments.map { $0.lowercased() }
    var damaged = false
    for index in shapes.indices {
      // Most are ruled out without being copied.
      guard shapes[index].parts.count <= lower.count, shapes[index].host == host else { continue }
      if let literal = shapes[index].firstLiteral, literal != lower.first { continue }
      let shape = shapes[index]
      guard let found = Self.captured(shape, address, lower, rules) else { continue }
      guard let (capture, value) = found.taken else {
        trace.note("form", "'\(shape.text)' fits, which names no account")
        return AccountResolution(platform: platform, counts: shape.counts, problem: .noAccount)
      }
      if AccountText.isScientific(value[...]), value.contains(byte: "+") || capture != .kind(.user)
      {
        trace.note("scientific", "'\(value)' is a number whose digits a spreadsheet has dropped")
        damaged = true
        continue
      }
      if capture == .next || capture == .rest {
        let next = AccountText.trimmed(value[...])
        trace.note("wrapper", "'\(shape.text)' fits, which only leads to '\(next)'")
        let isRelative = next.starts(withBytes: "/") && !next.starts(withBytes: "//")
        return resolve(
          isRelative ? address.host + next : next, isRelative ? platform : given, country,
          depth: depth + 1, &trace)
      }
      if let (kind, account) = account(
        capture, value, address, shape, rules, country, domain: domain)
      {
        trace.note("form", "'\(shape.text)' fits with '\(value)'")
        trace.note(name: value, as: account, kind, rules.grammars[kind])
        return AccountResolution(
          platform: platform, kind: kind, account: account, counts: shape.counts)
      }
      trace.note("form", "'\(shape.text)' would fit, but '\(value)' is not legal there")
    }
    return AccountResolution(platform: platform, problem: damaged ? .damagedID : .noAccount)
  }

  /// What is taken out of an address that fits a form; nothing where the form takes nothing.
  private struct Captured {
    let taken: (AddressShape.Capture, String)?
  }

  /// What an address that fits a form gives; nil for one that does not fit.
  private static func captured(
    _ shape: AddressShape, _ address: AccountAddress, _ lower: [String], _ rules: PlatformRules
  ) -> Captured? {
    guard address.segments.count >= shape.parts.count else { return nil }
    var taken: (AddressShape.Capture, String)?
    for (index, part) in shape.parts.enumerated() {
      switch part {
      case .any: continue
      case .literal(let literal): if lower[index] != literal { return nil }
      case .language: if !isLanguage(lower[index]) { return nil }
      case .capture(_, .rest, _):
        taken = (.rest, address.rest(after: index))
      case .capture(let prefix, let capture, let endsAtUnderscore):
        guard let value = value(address.segments[index], after: prefix, capture, endsAtUnderscore)
        else { return nil }
        // `@` before it makes any word a name.
        if index == 0, capture == .kind(.user), prefix != "@", !value.starts(withBytes: "@"),
          !address.host.isEmpty || rules.reservesNames,
          rules.reserved.contains(
            prefix.isEmpty && !endsAtUnderscore ? lower[0] : value.lowercased())
        {
          return nil
        }
        if index == 0, shape.isOpen, capture == .kind(.user), lower.count > 1, rules.hasSections,
          PlatformRules.sections.contains(lower[0])
        {
          return nil
        }
        taken = (capture, value)
      }
    }
    if let query = shape.query {
      guard let value = address.value(of: query.name) else { return nil }
      if let capture = query.capture { taken = (capture, value) }
    }
    return Captured(taken: taken)
  }

  /// Whether a segment in lower case says a language, and with it perhaps a country: `en`, `pt-br`.
  static func isLanguage(_ segment: String) -> Bool {
    segment.utf8.span.isLanguage
  }

  /// The host with addresses of its own that a host is, but for `www.` and the like.
  private static func ownHost(_ host: String, _ rules: PlatformRules) -> String? {
    if rules.ownHosts.contains(host) { return host }
    guard !rules.fragmentHosts.contains(host),
      let dot = host.utf8.firstIndex(of: UInt8(ascii: ".")),
      deviceLabels.contains(String(host[..<dot]))
    else { return nil }
    let rest = String(host[dot...].droppingBytes(1))
    return rules.ownHosts.contains(rest) ? rest : nil
  }

  /// What a segment holds after a prefix.
  private static func value(
    _ segment: String, after prefix: String, _ capture: AddressShape.Capture,
    _ endsAtUnderscore: Bool
  ) -> String? {
    let count = prefix.utf8.count
    guard segment.utf8.count > count, segment.starts(withASCII: prefix) else { return nil }
    var value = segment.droppingBytes(count)
    if endsAtUnderscore {
      guard let underscore = value.firstIndex(ofByte: "_") else { return nil }
      value = value[..<underscore]
    }
    return capture == .number && prefix == "+" ? prefix + value : String(value)
  }

  /// The canonical account in a captured text; nil when it is not a legal one.
  private func account(
    _ capture: AddressShape.Capture, _ value: String, _ address: AccountAddress,
    _ shape: AddressShape, _ rules: PlatformRules, _ country: String, domain: String
  ) -> (AccountKind, String)? {
    // Percent-encoding may hide spaces and quotes at the ends, and what stands around the name digits
    // of other scripts.
    let value = AccountText.withASCIIForms(String(AccountText.trimmed(value[...])))[...]
    switch capture {
    case .next, .rest: return nil
    case .number:
      return PhoneNumber.e164(value, country: country, isInternational: true).map { (.phone, $0) }
    case .tail:
      guard let hyphen = value.utf8.lastIndex(of: UInt8(ascii: "-")) else { return nil }
      return value.utf8.span.hasTail ? (.id, String(value[hyphen...].droppingBytes(1))) : nil
    case .kind(.url):
      return (.url, address.canonical(host: shape.host ?? (domain.isEmpty ? nil : domain)))
    case .kind(.user):
      return user(value, address, shape, rules, country)
    case .kind(let kind):
      return rules.grammars[kind]?.canonical(value).map { (kind, $0) }
    }
  }

  private func user(
    _ value: Substring, _ address: AccountAddress, _ shape: AddressShape, _ rules: PlatformRules,
    _ country: String
  ) -> (AccountKind, String)? {
    var name = value
    if name.starts(withBytes: "@") { name = name.droppingBytes(1) }
    if AccountText.isDigits(name) {
      if let lengths = rules.idLengths, lengths.contains(name.utf8.count) {
        return rules.grammars[.id]?.canonical(name).map { (.id, $0) }
      }
      if case .always = rules.phones {
        return PhoneNumber.e164(name, country: country, isInternational: true).map { (.phone, $0) }
      }
    }
    if rules.addsHost, !name.contains(byte: "@"), !address.host.isEmpty {
      name += "@" + Self.withoutDevice(Self.withoutDevice(address.host, "www"), "m")
    }
    if rules.addsHost, let at = name.utf8.lastIndex(of: UInt8(ascii: "@")),
      let host = HostName.ascii(String(name[at...].droppingBytes(1)))
    {
      name = name[...at] + host
    }
    guard let account = rules.grammars[.user]?.canonical(name) else { return nil }
    // Full stops between digits are no name, and may have been put there by a spreadsheet.
    if rules.idLengths != nil, AccountText.isDigits(account), name.contains(byte: ".") {
      return nil
    }
    if rules.takesTails, account.utf8.span.hasTail { return nil }
    return (.user, shape.space.isEmpty ? account : shape.space + "/" + account)
  }

  /// The host without a label that stands before it.
  static func withoutDevice(_ host: some StringProtocol, _ label: String) -> Substring {
    let host = Substring(host)
    return host.starts(withBytes: label + ".") ? host.droppingBytes(label.utf8.count + 1) : host
  }
}
