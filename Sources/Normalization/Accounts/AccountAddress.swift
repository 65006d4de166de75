/// An account's text taken apart as an address: a URL, or a path on a platform that is known.
struct AccountAddress: Sendable {
  /// Lower-case ASCII, without usual port, user information and final dot; empty for a relative
  /// address.
  var host = ""
  /// The host as it was written, where that was not ASCII.
  var writtenHost = ""
  /// The path, each segment percent-decoded once; segments with nothing to be seen are left out.
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
    if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")),
      rest[colon...].starts(withBytes: "://")
    {
      let scheme = rest[..<colon].lowercased()
      if !scheme.isEmpty, scheme.utf8.allSatisfy({ Self.isSchemeByte($0) }) {
        rest = rest[colon...].droppingBytes(3)
        isURL = true
        if let host = hostsOfApps[scheme] {
          self.init(path: rest)
          self.host = host
          return
        }
      }
    } else if rest.starts(withBytes: "//") {
      rest = rest.droppingBytes(2)
      isURL = true
    }
    let end =
      rest.utf8.firstIndex {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
      } ?? rest.endIndex
    var authority = rest[..<end]
    if isURL, let at = authority.utf8.lastIndex(of: UInt8(ascii: "@")) {
      authority = authority[at...].droppingBytes(1)
    }
    if !isURL, !authority.contains(byte: ".") { return nil }
    let written = Self.host(of: AccountText.percentDecoded(authority).lowercased())
    // Only in ASCII are all full stops and colons what they are.
    let host = Self.host(of: Self.ascii(written))
    if !isURL {
      // Anything with a full stop may stand before `?` in a copied user name.
      guard Self.isHost(host),
        isKnownHost(host, end < rest.endIndex) || rest[end...].starts(withBytes: "/")
          || host.starts(withBytes: "www.")
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
    if let hash = rest.firstIndex(ofByte: "#") {
      fragment = String(rest[hash...].droppingBytes(1))
      rest = rest[..<hash]
    }
    if let question = rest.firstIndex(ofByte: "?") {
      for pair in rest[question...].droppingBytes(1).utf8.split(separator: UInt8(ascii: "&")) {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        let value = AccountText.percentDecoded(Substring(pair[equals...]).droppingBytes(1))
        query.append((Substring(pair[..<equals]).lowercased(), value))
      }
      rest = rest[..<question]
    }
    segments = rest.utf8.split(separator: UInt8(ascii: "/"))
      .map { AccountText.percentDecoded(Substring($0)) }
      .filter { !$0.isEmpty }
  }

  /// The first value of a parameter of the query.
  func value(of name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// The path and the query after so many segments, as they stand: an address within this one.
  func rest(after count: Int) -> String {
    let slash = UInt8(ascii: "/")
    var bytes = path.utf8
    for _ in 0..<count {
      bytes = bytes.drop { $0 == slash }
      bytes = bytes.drop { $0 != slash }
    }
    let rest = Substring(bytes.drop { $0 == slash })
    if rest.starts(withASCII: "http%3a") || rest.starts(withASCII: "https%3a") {
      return AccountText.percentDecoded(rest)
    }
    // Servers join slashes that follow each other.
    for scheme in ["http:/", "https:/"] where rest.starts(withASCII: scheme) {
      return scheme + "/" + Substring(rest.utf8.dropFirst(scheme.utf8.count).drop { $0 == slash })
    }
    return String(rest)
  }

  /// Host and path as the account of a platform without rules for its addresses.
  ///
  /// What would end or change the path when read again is percent-encoded, so that the text gives
  /// itself. `given` is the host to put first, where it is not the address's own without `www.`.
  func canonical(host given: String? = nil) -> String {
    (given ?? Self.withoutWWW(host)) + "/" + segments.map(Self.encoded).joined(separator: "/")
  }

  /// A host without `www.`, as often as it stands before what is a host without it.
  static func withoutWWW(_ host: String) -> String {
    var host = host
    while host.starts(withBytes: "www."), case let rest = String(host.droppingBytes(4)),
      isHost(rest)
    {
      host = rest
    }
    return host
  }

  /// The host in the form in which hosts are compared; as it stands where it has none.
  private static func ascii(_ host: String) -> String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    let end = host.firstIndex(ofByte: ":") ?? host.endIndex
    return HostName.ascii(String(host[..<end])).map { $0 + host[end...] } ?? host
  }

  /// Whether a text can be the host of a URL: labels of ASCII with dots, the last of letters, or
  /// IPv4.
  static func isHost(_ text: String) -> Bool {
    let name = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard
      name.endIndex == text.endIndex
        || AccountText.isDigits(text[name.endIndex...].droppingBytes(1))
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

  /// A host in lower case without final dots and the ports that say nothing.
  private static func host(of authority: String) -> String {
    let colon = authority.firstIndex(ofByte: ":")
    guard colon != nil || authority.utf8.last == UInt8(ascii: ".") else { return authority }
    var name = authority[..<(colon ?? authority.endIndex)]
    while name.utf8.last == UInt8(ascii: ".") { name = Substring(name.utf8.dropLast()) }
    guard let colon else { return String(name) }
    let port = authority[colon...].droppingBytes(1)
    guard port.utf8.allSatisfy(AccountText.isDigit) else { return authority }
    let digits = port.utf8.drop { $0 == UInt8(ascii: "0") }
    switch String(Substring(digits)) {
    case "", "80", "443": return String(name)
    case let number: return name + ":" + number
    }
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || AccountText.isDigit(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func encoded(_ segment: String) -> String {
    var encoded = ""
    // A mark would join what was written for the character before it.
    var takesMarks = false
    for scalar in segment.unicodeScalars {
      if isPlain(scalar), takesMarks || !HandleGrammar.isMark(scalar) {
        encoded.unicodeScalars.append(scalar)
        takesMarks = true
      } else {
        takesMarks = false
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
