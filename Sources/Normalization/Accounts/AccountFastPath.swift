import Bytes
import TakedownModel

/// Works out which account the plain spellings name, on bytes.
///
/// Plain are ASCII texts that mean what they say byte for byte: no percent-encoding in the path, no
/// link in a link, nothing to be trimmed, no telephone number of a country. They are matched with
/// the same shapes as in `AccountRules`, in the same order. Wherever this answers, `AccountRules`
/// answers the same; where it does not, they have to be asked.
package struct AccountFastPath: Sendable {
  let tables: PlainTables

  package init(register: PlatformRegister) {
    self.init(rules: AccountRules(register: register))
  }

  /// - Parameter rules: The rules that hold where this has no answer.
  package init(rules: AccountRules) {
    tables = PlainTables(rules)
  }

  /// The account that a plain text names, its canonical bytes appended to `output`.
  ///
  /// - Returns: nil for any other text, with nothing appended.
  package func resolve(
    _ text: Span<UInt8>, platform: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    guard !text.isEmpty, text.count <= 512 else { return nil }
    let start = Self.schemeEnd(text)
    if start > 0 { return resolve(text, hostAt: start, platform, into: &output) }
    if let platform, platform < tables.names.count {
      switch phone(text, platform, into: &output) {
      case .found:
        return FastAccount(
          platform: platform, kind: .phone, counts: nil, platformConflict: false)
      case .noNumber: break
      case .undecided: return nil
      }
    }
    return resolve(withoutScheme: text, platform, into: &output)
  }

  /// Where the host of a web address starts; 0 when there is no scheme.
  private static func schemeEnd(_ text: Span<UInt8>) -> Int {
    guard text.count > 8, text[0] | 0x20 == UInt8(ascii: "h"), text[1] | 0x20 == UInt8(ascii: "t"),
      text[2] | 0x20 == UInt8(ascii: "t"), text[3] | 0x20 == UInt8(ascii: "p")
    else { return 0 }
    let colon = text[4] | 0x20 == UInt8(ascii: "s") ? 5 : 4
    guard text[colon] == UInt8(ascii: ":"), text[colon + 1] == UInt8(ascii: "/"),
      text[colon + 2] == UInt8(ascii: "/")
    else { return 0 }
    return colon + 3
  }

  /// A bare telephone number, on a platform where these name accounts.
  private func phone(
    _ text: Span<UInt8>, _ platform: Int, into output: inout [UInt8]
  ) -> PlainPhone.Answer {
    let first = text[0]
    switch tables.names[platform].takesPhones {
    case .never: return .noNumber
    case .withPlus:
      guard first == UInt8(ascii: "+"), text.count > 1, AccountText.isDigit(text[1]),
        let number = PlainPhone(text)
      else { return .noNumber }
      return number.append(to: &output, isInternational: false, hasTrunkZero: tables.hasTrunkZero)
    case .always:
      guard let number = PlainPhone(text) else { return .noNumber }
      // Without `+` it may be an id or an address, or depend on the country.
      guard first == UInt8(ascii: "+") else { return .undecided }
      let answer = number.append(
        to: &output, isInternational: false, hasTrunkZero: tables.hasTrunkZero)
      return answer == .found ? .found : .undecided
    }
  }

  // MARK: - Addresses and bare texts

  private func resolve(
    withoutScheme text: Span<UInt8>, _ platform: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    var end = 0
    var hasDot = false
    let classes = tables.byteClasses.span.extracting(0..<256)
    while end < text.count, classes[Int(text[end])] <= .dot {
      hasDot = hasDot || text[end] == UInt8(ascii: ".")
      end &+= 1
    }
    if end < text.count {
      let found = classes[Int(text[end])]
      guard .slash <= found, found <= .hash else { return nil }
    }
    guard end > 0 else { return nil }
    let isMarked = text[0] == UInt8(ascii: "@")
    if hasDot, !isMarked {
      if end < text.count {
        if let found = resolve(text, hostAt: 0, platform, into: &output) { return found }
        guard end > 4, text.extracting(end - 4..<end).equals(".php") else { return nil }
      } else if endsLikeHost(text) {
        return nil
      }
    }
    guard let platform, platform < tables.names.count, tables.names[platform].isPlain else {
      return nil
    }
    if !isMarked {
      if tables.words.value(of: text, list: PlainTables.List.names) != nil || !text.hasWordByte {
        return nil
      }
      if AccountText.startsNumber(text[0]),
        hasDot && tables.names[platform].hasIDs || AccountText.isScientific(text)
      {
        return nil
      }
    }
    if end == text.count {
      return match(
        text, PlainAddress(segmentOf: end), platform, program: platform, given: platform,
        isRelative: true, into: &output)
    }
    // What stands before a colon may be the name of a platform.
    guard text[end] != UInt8(ascii: "#"), !text.contains(UInt8(ascii: ":")),
      let address = PlainAddress(text, from: 0, tables.byteClasses)
    else { return nil }
    return match(
      text, address, platform, program: platform, given: platform, isRelative: true, into: &output)
  }

  private func resolve(
    _ text: Span<UInt8>, hostAt start: Int, _ given: Int?, into output: inout [UInt8]
  ) -> FastAccount? {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "/") { end &+= 1 }
    guard end < text.count, text.count > tables.longestNameLikeAddress,
      let (platform, program) = host(text.extracting(start..<end)),
      let address = PlainAddress(text, from: end, tables.byteClasses)
    else { return nil }
    return match(
      text, address, platform, program: program, given: given, isRelative: false, into: &output)
  }

  /// The platform and the program of a host, or of the nearest domain above it.
  private func host(_ text: Span<UInt8>) -> (platform: Int, program: Int)? {
    var start = 0
    var labels = 0
    // `www.` before a host never makes a difference.
    if text.startsWithWWW { start = 4 }
    let begin = start
    while true {
      let rest = text.extracting(start..<text.count)
      if let found = tables.words.value(of: rest, list: PlainTables.List.hosts) {
        let host = tables.hosts[found]
        guard let program = host.program else { return nil }
        if labels == 0 { return (host.platform, program) }
        // Sub-domains of sub-domains are rare, and may hold no accounts.
        guard labels == 1, !host.isOwn, !host.namesAccounts else { return nil }
        let label = text.extracting(begin..<start - 1)
        let isService =
          tables.words.value(of: label, list: PlainTables.List.companyLabels) != nil
          || tables.words.value(of: label, list: PlainTables.List.serviceLabels(host.platform))
            != nil
        return isService ? nil : (host.platform, program)
      }
      let first = start
      while start < text.count,
        text[start].isWordByte || text[start] == UInt8(ascii: "-")
          || text[start] == UInt8(ascii: "_")
      {
        start &+= 1
      }
      guard start > first, start - first <= 63, start < text.count,
        text[start] == UInt8(ascii: ".")
      else { return nil }
      start &+= 1
      labels &+= 1
    }
  }

  /// Whether a bare text with a full stop may be a host without a path.
  private func endsLikeHost(_ text: Span<UInt8>) -> Bool {
    if text.startsWithWWW { return true }
    var start = text.count
    while start > 0, text[start - 1] != UInt8(ascii: ".") { start &-= 1 }
    return start == text.count
      || tables.words.value(
        of: text.extracting(start..<text.count), list: PlainTables.List.endings) != nil
  }
}
