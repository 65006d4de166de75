import TakedownModel

// Addresses against the forms of a platform.
extension AccountRules {
  /// What the first form that an address fits says of it.
  func match(
    _ address: AccountAddress, _ shapes: [AddressShape], _ platform: Int, _ rules: PlatformRules,
    _ given: Int?, _ country: String, depth: Int
  ) -> AccountResolution {
    let host = Self.ownHost(address.host, rules)
    let lower = address.segments.map { $0.lowercased() }
    let firstIsReserved = lower.first.map { rules.reserved.contains($0) } ?? false
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
          guard
            let value = Self.value(
              address.segments[index], after: prefix, capture, endsAtUnderscore)
          else {
            fits = false
            break
          }
          if index == 0, capture == .kind(.user), !value.hasPrefix("@"),
            !address.host.isEmpty || rules.reservesNames,
            prefix.isEmpty && !endsAtUnderscore
              ? firstIsReserved : rules.reserved.contains(value.lowercased())
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
      if let lengths = rules.idLengths, lengths.contains(name.utf8.count) {
        return (.id, String(name))
      }
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
