import Bytes
import TakedownModel

/// Works out which account the plain spellings name, on bytes.
///
/// Plain are ASCII texts that are a name with or without `@`, digits, `+` and digits, or a URL at a
/// platform's own host whose first segment is one of these. Wherever it answers, `AccountRules`
/// answers the same; where it does not, they have to be asked.
package struct AccountFastPath: Sendable {
  private let plain: [PlainRules]
  /// 256 canonical bytes a platform, as in `HandleGrammar`.
  private let canonicalBytes: [UInt8]
  private let reserved: [ReservedWords]
  private let hosts: HostTable
  private let hostBytes = HostTable.hostBytes
  /// Calling codes followed by a trunk 0 that has to go: numbers of one, two and three digits, at
  /// 0, 10 and 100.
  private let hasTrunkZero: [Bool]

  package init(register: PlatformRegister) {
    self.init(rules: AccountRules(register: register))
  }

  /// - Parameter rules: The rules that hold where this has no answer.
  package init(rules: AccountRules) {
    var plain: [PlainRules] = []
    var tables: [UInt8] = []
    var reserved: [ReservedWords] = []
    var hosts = HostTable()
    for (index, platform) in rules.register.platforms.enumerated() {
      var table = Array(repeating: HandleGrammar.illegal, count: 256)
      let platformRules = rules.rules[index]
      let entry = platformRules.map { PlainRules($0, canonicalBytes: &table) } ?? PlainRules()
      plain.append(entry)
      tables += table
      var words = ReservedWords()
      for word in rules.platformNames.union(AccountText.placeholders)
        .union(platformRules?.reserved ?? []).sorted()
      {
        // As it would look as a name here; a word that is no legal name cannot be met.
        let bytes = word.utf8.map { table[Int($0)] }
        guard !bytes.contains(HandleGrammar.illegal) else { continue }
        words.insert(bytes.filter { $0 != HandleGrammar.ignored })
      }
      reserved.append(words)
      for host in platform.hosts {
        hosts.insert(ending: host)
        let own = platformRules?.shapes.filter { $0.host == host } ?? []
        if own.isEmpty, entry.takesPathNames {
          if rules.register.lookup(host: host) == index {
            hosts.insert(host, platform: index, path: .name)
          }
        } else if own.contains(where: Self.isPhone), rules.register.lookup(host: host) == index {
          hosts.insert(host, platform: index, path: .phone)
        }
      }
    }
    self.plain = plain
    canonicalBytes = tables
    self.reserved = reserved
    self.hosts = hosts
    var trunk = Array(repeating: false, count: 1100)
    for code in PhoneNumber.trunkZeroCodes {
      guard let number = Int(code) else { continue }
      trunk[number + [0, 0, 10, 100][code.utf8.count]] = true
    }
    hasTrunkZero = trunk
  }

  /// The account that a plain text names, its canonical bytes appended to `output`.
  ///
  /// - Returns: nil for any other text, with nothing appended.
  package func resolve(
    _ text: Span<UInt8>, platform: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    let count = text.count
    guard count > 0, count <= 512 else { return nil }
    if let platform, platform < plain.count {
      let first = text[0]
      if first == UInt8(ascii: "+"), plain[platform].takesPhones {
        return phone(text.extracting(1..<count), platform, platform, into: &output)
      }
      let isURL =
        count > 5 && (text[4] == UInt8(ascii: ":") || text[5] == UInt8(ascii: ":"))
      if !isURL, plain[platform].takesBareNames {
        let isMarked = first == UInt8(ascii: "@")
        if let kind = name(
          text, isMarked ? 1 : 0, count, platform, isBare: !isMarked, into: &output)
        {
          return FastAccount(
            platform: platform, kind: kind, counts: nil, platformConflict: false)
        }
        if isMarked { return nil }
      }
    }
    return address(text, platform, into: &output)
  }

  // MARK: - Addresses

  private func address(
    _ text: Span<UInt8>, _ given: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    let count = text.count
    var start = 0
    if count > 8, text[0] | 0x20 == UInt8(ascii: "h"), text[1] | 0x20 == UInt8(ascii: "t"),
      text[2] | 0x20 == UInt8(ascii: "t"), text[3] | 0x20 == UInt8(ascii: "p")
    {
      let colon = text[4] | 0x20 == UInt8(ascii: "s") ? 5 : 4
      if text[colon] == UInt8(ascii: ":"), text[colon + 1] == UInt8(ascii: "/"),
        text[colon + 2] == UInt8(ascii: "/")
      {
        start = colon + 3
      }
    }
    var slash = start
    while slash < count, text[slash] != UInt8(ascii: "/") { slash &+= 1 }
    guard slash < count,
      let (platform, path) = host(text.extracting(start..<slash))
    else { return nil }

    let begin = slash + 1
    var end = begin
    while end < count, text[end] != UInt8(ascii: "/"), text[end] != UInt8(ascii: "?"),
      text[end] != UInt8(ascii: "#")
    {
      end &+= 1
    }
    let rules = plain[platform]
    let hasConflict = given != nil && given != platform
    if rules.takesProfiles, end + 4 < count,
      text.extracting(begin..<end).equals("profile.php"),
      text.extracting(end..<end + 4).equals("?id=")
    {
      return profile(text, end + 4, platform, hasConflict, into: &output)
    }
    if rules.takesChannels, end + 25 <= count, text.extracting(begin..<end).equals("channel"),
      text[end] == UInt8(ascii: "/")
    {
      return channel(text, end + 1, platform, hasConflict, into: &output)
    }
    guard endsPlainly(text, end) else { return nil }
    switch path {
    case .phone: return phone(text.extracting(begin..<end), platform, given, into: &output)
    case .name:
      let isMarked = begin < end && text[begin] == UInt8(ascii: "@")
      guard
        let kind = name(
          text, isMarked ? begin + 1 : begin, end, platform, isBare: false, into: &output)
      else { return nil }
      return FastAccount(
        platform: platform, kind: kind, counts: nil, platformConflict: hasConflict)
    }
  }

  /// The platform at a host, or at one under its `www.` or `m.`.
  private func host(_ text: Span<UInt8>) -> (platform: Int, path: HostTable.Path)? {
    if let found = hosts.lookup(text, hostBytes) { return found }
    guard text.count > 4 else { return nil }
    if text[0] | 0x20 == UInt8(ascii: "w"), text[1] | 0x20 == UInt8(ascii: "w"),
      text[2] | 0x20 == UInt8(ascii: "w"), text[3] == UInt8(ascii: ".")
    {
      return hosts.lookup(text.extracting(4..<text.count), hostBytes)
    }
    if text[0] | 0x20 == UInt8(ascii: "m"), text[1] == UInt8(ascii: ".") {
      return hosts.lookup(text.extracting(2..<text.count), hostBytes)
    }
    return nil
  }

  /// Whether nothing follows that could change what the segment before `end` means.
  private func endsPlainly(_ text: Span<UInt8>, _ end: Int) -> Bool {
    if end == text.count || text[end] == UInt8(ascii: "?") { return true }
    guard text[end] == UInt8(ascii: "/") else { return false }
    return end + 1 == text.count || text[end + 1] == UInt8(ascii: "?")
  }

  private func profile(
    _ text: Span<UInt8>, _ start: Int, _ platform: Int, _ hasConflict: Bool,
    into output: inout [UInt8]
  ) -> FastAccount? {
    var end = start
    while end < text.count, AccountText.isDigit(text[end]) { end += 1 }
    guard end > start, end - start <= 30, end == text.count || text[end] == UInt8(ascii: "&")
    else { return nil }
    output.append(text.extracting(start..<end))
    return FastAccount(platform: platform, kind: .id, counts: nil, platformConflict: hasConflict)
  }

  private func channel(
    _ text: Span<UInt8>, _ start: Int, _ platform: Int, _ hasConflict: Bool,
    into output: inout [UInt8]
  ) -> FastAccount? {
    let end = start + 24
    guard text[start] == UInt8(ascii: "U"), text[start + 1] == UInt8(ascii: "C"),
      endsPlainly(text, end)
    else { return nil }
    for i in start..<end {
      let byte = text[i]
      guard
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || AccountText.isDigit(byte)
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      else { return nil }
    }
    output.append(text.extracting(start..<end))
    return FastAccount(
      platform: platform, kind: .channel, counts: .channel, platformConflict: hasConflict)
  }

  // MARK: - Names and numbers

  /// Appends the canonical form of the name in `start..<end`, if it is legal and no reserved word.
  private func name(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ platform: Int, isBare: Bool,
    into output: inout [UInt8]
  ) -> AccountKind? {
    guard end - start <= 64 else { return nil }
    // On the stack: a byte costs a store, not a check that the caller's buffer is unshared.
    var name = InlineArray<64, UInt8>(repeating: 0)
    var count = 0
    var hasDots = false
    let table = platform << 8
    for i in start..<end {
      let byte = text[i]
      let canonical = canonicalBytes[table | Int(byte)]
      if canonical == HandleGrammar.illegal { return nil }
      hasDots = hasDots || byte == UInt8(ascii: ".")
      name[count] = canonical
      // Both marks are below every byte of a name.
      count &+= canonical > HandleGrammar.ignored ? 1 : 0
    }
    let canonical = name.span.extracting(0..<count)
    let kind = kind(
      text.extracting(start..<end), canonical, platform, hasDots: hasDots, isBare: isBare)
    if kind != nil { output.append(canonical) }
    return kind
  }

  private func kind(
    _ raw: Span<UInt8>, _ name: Span<UInt8>, _ platform: Int, hasDots: Bool, isBare: Bool
  ) -> AccountKind? {
    guard !name.isEmpty else { return nil }
    let rules = plain[platform]
    if AccountText.isDigit(name[0]) {
      var digits = 1
      while digits < name.count, AccountText.isDigit(name[digits]) { digits += 1 }
      if digits == name.count, rules.shortestID <= digits, digits <= rules.longestID {
        return hasDots ? nil : .id
      }
      if rules.startsWithLetter || hasDots && (isBare || digits == name.count) { return nil }
    } else if rules.startsWithLetter, !((name[0] | 0x20) &- UInt8(ascii: "a") < 26) {
      return nil
    }
    guard rules.shortest <= name.count, name.count <= rules.longest else { return nil }
    if isBare, !Self.isWord(name[0]) {
      // Punctuation alone stands for no account.
      var i = 1
      while i < name.count, !Self.isWord(name[i]) { i += 1 }
      if i == name.count { return nil }
    }
    if hasDots {
      if !rules.allowsEdgeDots,
        raw[0] == UInt8(ascii: ".") || raw[raw.count - 1] == UInt8(ascii: ".")
      {
        return nil
      }
      if isBare {
        // It may be a host without a path.
        if raw[raw.count - 1] == UInt8(ascii: ".") || hosts.endsLikeHost(raw, hostBytes) {
          return nil
        }
        if raw[0] | 0x20 == UInt8(ascii: "w"), name[1] == UInt8(ascii: "w") { return nil }
      }
    }
    if rules.takesChannels, raw.count == 24, raw[0] == UInt8(ascii: "U"),
      raw[1] == UInt8(ascii: "C")
    {
      return nil
    }
    return reserved[platform].contains(name) ? nil : .user
  }

  /// Appends `+` and digits that start with a calling code.
  private func phone(
    _ digits: Span<UInt8>, _ platform: Int, _ given: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    guard 7 <= digits.count, digits.count <= 15, digits[0] != UInt8(ascii: "0") else { return nil }
    for i in digits.indices where !AccountText.isDigit(digits[i]) { return nil }
    var code = 0
    for length in 1...3 {
      code = code * 10 + Int(digits[length - 1] & 0xF)
      let entry = code + (length == 1 ? 0 : length == 2 ? 10 : 100)
      if digits[length] == UInt8(ascii: "0"), hasTrunkZero[entry] { return nil }
    }
    output.append(UInt8(ascii: "+"))
    output.append(digits)
    return FastAccount(
      platform: platform, kind: .phone, counts: nil,
      platformConflict: given != nil && given != platform)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || AccountText.isDigit(byte)
  }

  private static func isPhone(_ shape: AddressShape) -> Bool {
    guard shape.query == nil, shape.parts.count == 1, case .capture("", .number, _) = shape.parts[0]
    else { return false }
    return true
  }
}
