/// An account's text taken apart as an address: a URL, or a path on a platform that is known.
struct AccountAddress: Sendable {
  /// Lower-case, without port, user information and final dot; empty for a relative address.
  var host = ""
  /// The path, each segment percent-decoded once; empty segments are left out.
  var segments: [String] = []
  /// The query, values percent-decoded once.
  var query: [(name: String, value: String)] = []
  /// What follows `#`, as it stands.
  var fragment = ""

  /// Takes a URL apart, or says that the text is none.
  ///
  /// - Parameters:
  ///   - text: Cleaned text.
  ///   - isKnownHost: Whether a host, with a path or without, is one of a platform's.
  init?(url text: String, isKnownHost: (_ host: String, _ hasPath: Bool) -> Bool) {
    var rest = Substring(text)
    var isURL = false
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
      let scheme = rest[..<colon].lowercased()
      if !scheme.isEmpty, scheme.utf8.allSatisfy({ Self.isSchemeByte($0) }) {
        rest = rest[colon...].dropFirst(3)
        isURL = true
        if let host = Self.hostsOfAppSchemes[scheme] {
          self.init(path: rest)
          self.host = host
          return
        }
      }
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      isURL = true
    }
    let end =
      rest.utf8.firstIndex {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
      } ?? rest.endIndex
    var authority = rest[..<end]
    if isURL, let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
      authority = authority[authority.index(after: at)...]
    }
    if !isURL, !authority.utf8.contains(UInt8(ascii: ".")) { return nil }
    let host = Self.host(of: authority)
    if !isURL {
      // Anything with a full stop may stand before `?` in a copied user name.
      guard Self.isHost(host),
        isKnownHost(host, end < rest.endIndex) || rest[end...].hasPrefix("/")
          || host.hasPrefix("www.")
      else { return nil }
    }
    self.init(path: rest[end...])
    self.host = host
  }

  /// Takes a path apart, without a host.
  init(path text: Substring) {
    var rest = text
    if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let question = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      for pair in rest[question...].dropFirst().utf8.split(separator: UInt8(ascii: "&")) {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        let value = AccountText.percentDecoded(Substring(pair[equals...].dropFirst()))
        query.append((Substring(pair[..<equals]).lowercased(), value))
      }
      rest = rest[..<question]
    }
    segments = rest.utf8.split(separator: UInt8(ascii: "/"))
      .map { AccountText.percentDecoded(Substring($0)) }
  }

  /// The first value of a parameter of the query.
  func value(of name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// Host without `www.`, and path, as the account of a platform without rules for its addresses.
  ///
  /// What would end or change the path when read again is percent-encoded, so that the text gives
  /// itself.
  var canonical: String {
    let host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return host + "/" + segments.map(Self.encoded).joined(separator: "/")
  }

  /// Whether a text can be the host of a URL: labels with dots, the last of letters, or IPv4.
  static func isHost(_ text: String) -> Bool {
    // Nearly all are ASCII, and characters and their properties cost microseconds.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return isASCIIHost(text) }
    let name = text.prefix { $0 != ":" }
    guard AccountText.isDigits(text.dropFirst(name.count + 1)) || name.count == text.count else {
      return false
    }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, labels.allSatisfy({ isLabel($0) }) else {
      return false
    }
    // `profile.php` is a page, not a host.
    if last == "php" { return false }
    if last.utf8.contains(where: { AccountText.isDigit($0) }), !last.hasPrefix("xn--") {
      return labels.count == 4 && labels.allSatisfy { AccountText.isDigits($0) && $0.count <= 3 }
    }
    return last.unicodeScalars.count >= 2
  }

  private static func isASCIIHost(_ text: String) -> Bool {
    let name = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard name.endIndex == text.endIndex || AccountText.isDigits(text[name.endIndex...].dropFirst())
    else { return false }
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last.map({ Substring($0) }),
      labels.allSatisfy({ label in
        !label.isEmpty && label.count <= 63
          && label.allSatisfy {
            $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          }
      })
    else { return false }
    if last == "php" { return false }
    if last.utf8.contains(where: { AccountText.isDigit($0) }), !last.hasPrefix("xn--") {
      return labels.count == 4
        && labels.allSatisfy { $0.count <= 3 && $0.allSatisfy { AccountText.isDigit($0) } }
    }
    return last.utf8.count >= 2
  }

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.count <= 63
      && label.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
          || $0.isASCII && AccountText.isDigit(UInt8($0.value)) || $0 == "-" || $0 == "_"
      }
  }

  private static func host(of authority: Substring) -> String {
    var host = authority.lowercased()
    guard
      host.utf8.contains(where: { $0 == UInt8(ascii: ":") }) || host.utf8.last == UInt8(ascii: ".")
    else { return host }
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    while host.hasSuffix(".") { host.removeLast() }
    return host
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || AccountText.isDigit(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func encoded(_ segment: String) -> String {
    var encoded = ""
    for scalar in segment.unicodeScalars {
      switch scalar {
      case "%", "/", "?", "#", "\"", "'", "<", ">", "`", "[", "]", "(", ")", "\0"..." ", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        encoded += scalar.value < 16 ? "%0" + digits : "%" + digits
      default:
        if scalar.properties.isWhitespace || AccountText.isQuote(scalar) {
          for byte in String(scalar).utf8 {
            encoded += "%" + String(byte, radix: 16, uppercase: true)
          }
        } else {
          encoded.unicodeScalars.append(scalar)
        }
      }
    }
    return encoded
  }

  /// Links that open an app, by the host whose paths they follow.
  private static let hostsOfAppSchemes = [
    "fb": "facebook.com", "instagram": "instagram.com", "snapchat": "snapchat.com", "tg": "t.me",
    "twitter": "x.com", "viber": "viber.com", "whatsapp": "whatsapp.com",
  ]
}
