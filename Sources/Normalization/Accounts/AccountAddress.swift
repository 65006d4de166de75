/// An account's text taken apart as an address: a URL, or a path on a platform that is known.
struct AccountAddress: Sendable {
  /// Lower-case ASCII, without usual port, user information and final dot; empty for a relative
  /// address.
  var host = ""
  /// The host as it was written, where that was not ASCII.
  var writtenHost = ""
  /// The path, each segment percent-decoded once; empty segments are left out.
  var segments: [String] = []
  /// The query, values percent-decoded once.
  var query: [(name: String, value: String)] = []
  /// What follows `#`, as it stands.
  var fragment = ""
  /// What follows the host, as it stands.
  private var path: Substring = ""

  /// Takes a URL apart, or says that the text is none.
  ///
  /// - Parameters:
  ///   - text: Cleaned text.
  ///   - hostsOfApps: For schemes of links that open an app, the host whose paths they follow.
  ///   - isKnownHost: Whether a host, with a path or without, is one of a platform's.
  init?(
    url text: String, hostsOfApps: [String: String],
    isKnownHost: (_ host: String, _ hasPath: Bool) -> Bool
  ) {
    var rest = Substring(text)
    var isURL = false
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
      let scheme = rest[..<colon].lowercased()
      if !scheme.isEmpty, scheme.utf8.allSatisfy({ Self.isSchemeByte($0) }) {
        rest = rest[colon...].dropFirst(3)
        isURL = true
        if let host = hostsOfApps[scheme] {
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
    let written = Self.host(of: AccountText.percentDecoded(authority)[...])
    let host = Self.ascii(written)
    if !isURL {
      // Anything with a full stop may stand before `?` in a copied user name.
      guard Self.isHost(host),
        isKnownHost(host, end < rest.endIndex) || rest[end...].hasPrefix("/")
          || host.hasPrefix("www.")
      else { return nil }
    }
    self.init(path: rest[end...])
    self.host = host
    if host != written { writtenHost = written }
  }

  /// Takes a path apart, without a host.
  init(path text: Substring) {
    path = text
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

  /// The path and the query after so many segments, as they stand: an address within this one.
  func rest(after count: Int) -> String {
    var rest = path
    for _ in 0..<count {
      rest = rest.drop { $0 == "/" }
      rest = rest.drop { $0 != "/" }
    }
    rest = rest.drop { $0 == "/" }
    let lower = rest.prefix(16).lowercased()
    if lower.hasPrefix("http%3a") || lower.hasPrefix("https%3a") {
      return AccountText.percentDecoded(rest)
    }
    // Servers join slashes that follow each other.
    for scheme in ["http:/", "https:/"] where lower.hasPrefix(scheme) {
      return scheme + "/" + rest.dropFirst(scheme.count).drop { $0 == "/" }
    }
    return String(rest)
  }

  /// Host and path as the account of a platform without rules for its addresses.
  ///
  /// What would end or change the path when read again is percent-encoded, so that the text gives
  /// itself. `given` is the host to put first, where it is not the address's own without `www.`.
  func canonical(host given: String? = nil) -> String {
    let host = given ?? (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    return host + "/" + segments.map(Self.encoded).joined(separator: "/")
  }

  /// The host in the form in which hosts are compared; as it stands where it has none.
  private static func ascii(_ host: String) -> String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    let name = host.prefix { $0 != ":" }
    return HostName.ascii(String(name)).map { $0 + host[name.endIndex...] } ?? host
  }

  /// Whether a text can be the host of a URL: labels of ASCII with dots, the last of letters, or
  /// IPv4.
  static func isHost(_ text: String) -> Bool {
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
      if isPlain(scalar) {
        encoded.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return encoded
  }

  /// Whether a character of a path stands for itself when it is read again.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "/", "?", "#", "[", "]", "(", ")", "{", "}", "\0"..." ", "\u{7F}": false
    // What `AccountText.cleaned` writes as ASCII.
    case "\u{660}"..."\u{669}", "\u{6F0}"..."\u{6F9}", "\u{FF01}"..."\u{FF5E}", "\u{3002}",
      "\u{FF61}":
      false
    default: !AccountText.isQuote(scalar) && !scalar.properties.isWhitespace
    }
  }
}
