import TakedownModel

// From the readable rules to the tables.
extension PlainTables {
  init(_ rules: AccountRules) {
    let register = rules.register
    for word in AccountText.placeholders.union(rules.platformNames).sorted() {
      words.insert(word, list: List.names, value: 0)
      if word.contains("."), word.contains("/") {
        longestNameLikeAddress = max(longestNameLikeAddress, word.utf8.count)
      }
    }
    for label in PlatformRules.companyLabels.sorted() {
      words.insert(label, list: List.companyLabels, value: 0)
    }
    for word in PlatformRules.sections.sorted() {
      words.insert(word, list: List.sections, value: 0)
    }
    for (platform, rules) in rules.rules.enumerated() {
      for label in (rules?.serviceLabels ?? []).sorted() {
        words.insert(label, list: List.serviceLabels(platform), value: 0)
      }
    }
    for platformRules in rules.rules { add(platformRules) }
    for (index, platformRules) in rules.rules.enumerated() {
      add(ownHostsOf: platformRules, platform: index, register)
    }
    for (index, platform) in register.platforms.enumerated() {
      for host in platform.hosts.map({ $0.lowercased() })
      where register.lookup(host: host) == index {
        let subdomains = rules.rules[index]?.subdomains ?? .ignored
        var namesAccounts = false
        var isBelow = false
        if case .names(let domain) = subdomains {
          namesAccounts = host == domain
          isBelow = host.hasSuffix("." + domain)
        }
        add(
          Host(
            platform: index, program: names[index].isPlain && !isBelow ? index : nil,
            isOwn: false, namesAccounts: namesAccounts),
          at: host)
      }
    }
  }

  /// Adds the program of a platform; an empty one where it has no rules.
  private mutating func add(_ rules: PlatformRules?) {
    var entry = Names()
    if let rules {
      entry.isPlain = true
      entry.reservesNames = rules.reservesNames
      entry.hasSections = rules.hasSections
      entry.takesPhones = rules.phones
      entry.hasIDs = rules.idLengths != nil
      entry.takesTails = rules.takesTails
      entry.idLengths = rules.idLengths.map { Range($0) } ?? 0..<0
    }
    names.append(entry)
    let shared = rules?.shapes.filter { $0.host == nil } ?? []
    addProgram(shared, bare: rules?.bare ?? [], rules)
  }

  private mutating func add(
    ownHostsOf rules: PlatformRules?, platform: Int, _ register: PlatformRegister
  ) {
    guard let rules else { return }
    for host in rules.ownHosts.sorted() where register.lookup(host: host) == platform {
      let isPlain = !rules.fragmentHosts.contains(host)
      add(
        Host(
          platform: platform, program: isPlain ? defaults.count : nil, isOwn: true,
          namesAccounts: false),
        at: host)
      addProgram(rules.shapes.filter { $0.host == host }, bare: [], rules)
    }
    for host in rules.fragmentHosts where register.lookup(host: host) == platform {
      add(Host(platform: platform, program: nil, isOwn: false, namesAccounts: false), at: host)
    }
  }

  private mutating func add(_ host: Host, at name: String) {
    // No text that has another form is the host of a URL.
    guard AccountAddress.isHost(name), !name.contains(":") else { return }
    words.insert(name, list: List.hosts, value: hosts.count)
    hosts.append(host)
    if let label = name.split(separator: ".").last {
      words.insert(String(label), list: List.endings, value: 0)
    }
  }

  private mutating func addProgram(
    _ shared: [AddressShape], bare: [AddressShape], _ rules: PlatformRules?
  ) {
    let program = defaults.count
    var indexOfKind: [AccountKind: Int] = [:]
    for (kind, grammar) in (rules?.grammars ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue }
    ) {
      indexOfKind[kind] = add(grammar)
    }
    if program < names.count, let index = indexOfKind[.user] {
      names[program].grammar = index
    }
    let compiled = (shared + bare).map { (shape: $0, plain: plain($0, rules, indexOfKind)) }
    func candidates(_ word: String?, isReserved: Bool) -> Candidates {
      func add(maximumParts: Int) -> (shapes: Range<Int>, relativeEnd: Int) {
        let start = shapes.count
        var end = start
        for (index, (shape, plain)) in compiled.enumerated()
        where shape.parts.count <= maximumParts
          && (shape.firstLiteral == nil || shape.firstLiteral == word)
        {
          shapes.append(plain)
          if index < shared.count { end = shapes.count }
        }
        return (start..<end, shapes.count)
      }
      let one = add(maximumParts: 1)
      let many = add(maximumParts: PlainAddress.capacity)
      return Candidates(
        ofOne: one.shapes, ofMany: many.shapes, relativeEndOfOne: one.relativeEnd,
        relativeEndOfMany: many.relativeEnd, isReserved: isReserved)
    }
    defaults.append(candidates(nil, isReserved: false))
    let reserved = rules?.reserved ?? []
    for word in reserved.union(compiled.compactMap(\.shape.firstLiteral)).sorted() {
      words.insert(
        word, list: List.firstSegments(program), value: self.candidates.count)
      self.candidates.append(candidates(word, isReserved: reserved.contains(word)))
    }
  }

  // MARK: - Shapes

  /// The index of a grammar; nil when its names cannot be told by their bytes.
  private mutating func add(_ grammar: HandleGrammar) -> Int? {
    let prefix = add(grammar.prefix)
    guard let plain = PlainGrammar(grammar, table: canonicalBytes.count, prefix: prefix) else {
      return nil
    }
    canonicalBytes += grammar.canonicalBytes
    canonicalBytes += Array(repeating: HandleGrammar.illegal, count: 128)
    places += grammar.places
    places += Array(repeating: 0, count: 128)
    grammars.append(plain)
    return grammars.count - 1
  }

  private mutating func add(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes += text.utf8
    caseBits += text.utf8.map { $0.caseBit }
    return start..<bytes.count
  }

  private mutating func plain(
    _ shape: AddressShape, _ rules: PlatformRules?, _ indexOfKind: [AccountKind: Int]
  ) -> PlainShape {
    let start = parts.count
    for (index, part) in shape.parts.enumerated() {
      switch part {
      case .any: parts.append(.any)
      case .language: parts.append(.language)
      case .literal(let literal): parts.append(.literal(add(literal)))
      case .capture(let prefix, let capture, let endsAtUnderscore):
        var plain = self.capture(capture, rules, indexOfKind, isAfterPlus: prefix == "+")
        // What may be reserved there is not the whole segment.
        if index == 0, case .user = plain, prefix != "@", !prefix.isEmpty || endsAtUnderscore {
          plain = .undecided
        }
        parts.append(
          .capture(prefix: add(prefix), plain, endsAtUnderscore: endsAtUnderscore))
      }
    }
    return PlainShape(
      parts: start..<parts.count, queryName: add(shape.query?.name ?? ""),
      queryCapture: shape.query?.capture.map {
        capture($0, rules, indexOfKind, isAfterPlus: false)
      },
      counts: shape.counts, needsHost: shape.needsHost, isOpen: shape.isOpen,
      space: add(shape.space.isEmpty ? "" : shape.space + "/"))
  }

  private func capture(
    _ capture: AddressShape.Capture, _ rules: PlatformRules?, _ indexOfKind: [AccountKind: Int],
    isAfterPlus: Bool
  ) -> PlainShape.Capture {
    switch capture {
    case .next, .rest, .kind(.url): return .undecided
    case .number: return .number(isAfterPlus: isAfterPlus)
    case .tail: return .tail
    case .kind(.user):
      guard let rules, !rules.addsHost, indexOfKind[.user] != nil,
        let grammar = rules.grammars[.user],
        grammar.canonicalBytes[Int(UInt8(ascii: "+"))] == HandleGrammar.illegal
      else { return .undecided }
      return .user
    case .kind(let kind):
      guard rules?.grammars[kind] != nil else { return .never }
      return indexOfKind[kind].map { .kind(kind, grammar: $0) } ?? .undecided
    }
  }
}
