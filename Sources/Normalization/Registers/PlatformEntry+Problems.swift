import TakedownModel

// What would make parts of an entry void, in words: forms of addresses that can never fit.
extension PlatformEntry {
  /// What is wrong with a form of an address of this platform, to follow its text; nil for nothing.
  package func problem(of shape: AddressShape) -> String? {
    let text = shape.text
    if let foreign = text.first(where: Self.foreign.contains) {
      return "has a '\(foreign)', which stands in no form"
    }
    let form = text.firstRange(of: " = ").map { text[..<$0.lowerBound] } ?? text[...]
    if form.contains(" ") { return "has a space; expected one on each side of '=' alone" }
    if form.contains("://") {
      return "has a scheme; write a host as '//\(hosts.first ?? "host")/…', or leave it out"
    }
    if shape.host == nil, shape.parts.isEmpty, shape.query == nil {
      return "has no segment, so that every address would fit"
    }
    if let literal = shape.firstLiteral, hosts.contains(literal) {
      return "begins with a host; write '//\(literal)/…', or leave it out"
    }
    if let host = shape.host, !isOwn(host: host) {
      return "is at '\(host)', which is not at any of the platform's hosts; add it to hosts"
    }
    for part in shape.parts {
      if case .literal(let literal) = part, literal.contains(where: { "*{}".contains($0) }) {
        return "has '\(literal)'; expected '*' alone, and braces in pairs"
      }
    }
    let captures = shape.captures
    if captures.count > 1 { return "takes \(captures.count) texts; expected one at most" }
    return captures.first.flatMap(problem)
  }

  private static let foreign: Set<Character> = ["#", "\\", "%", "\t", "\n", "\r"]

  /// What is wrong with taking a part of an address.
  private func problem(of capture: AddressShape.Capture) -> String? {
    if capture == .tail {
      let lengths = rules?.grammars[.id]?.lengths ?? 0...0
      return lengths.contains(9) && lengths.contains(20)
        ? nil
        : "takes '{tail}', an id of nine digits or more, which names.id has to allow: with length "
          + "[9, 20] or wider"
    }
    guard case .kind(let kind) = capture, rules?.grammars[kind] == nil else { return nil }
    return switch kind {
    case .url: nil
    case .phone: "takes '{phone}'; expected '{number}' for a telephone number"
    case .pseudonym: "takes '{pseudonym}', which is no part of an address"
    case .user, .id, .channel, .group, .invite:
      "takes '{\(kind.rawValue)}', but nothing says what such a name looks like; add "
        + "names.\(kind.rawValue)"
    }
  }

  /// Whether a host is one of the platform's or under one.
  package func isOwn(host: String) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private var hosts: [String] { platform.hosts.map { $0.lowercased() } }

  /// What is wrong with the rules as a whole, by the key that would put it right; nil for nothing.
  package var problem: (key: String, reason: String)? {
    guard let rules else { return nil }
    if rules.shapes.isEmpty, rules.grammars.isEmpty, rules.phones == .never {
      return (
        "names",
        "missing, but the other keys only change how names are read; expected an object such as "
          + #"{"user": {"length": [3, 30]}}"#
      )
    }
    if rules.shapes.isEmpty, !platform.hosts.isEmpty {
      return (
        "addresses",
        "missing, so that no address at '\(platform.hosts[0])' would name an account; expected "
          + #"a list such as ["{user}"]"#
      )
    }
    if rules.idLengths != nil, rules.grammars[.id] == nil {
      return ("names.id", "missing, but id_lengths requires it; expected an object")
    }
    return nil
  }
}

extension AddressShape {
  /// Whether the form can fit no text without a host.
  package var isHostOnly: Bool { needsHost }

  /// All that the form takes out of an address.
  fileprivate var captures: [Capture] {
    var captures = parts.compactMap { part in
      if case .capture(_, let capture, _) = part { capture } else { nil }
    }
    if let capture = query?.capture { captures.append(capture) }
    return captures
  }
}
