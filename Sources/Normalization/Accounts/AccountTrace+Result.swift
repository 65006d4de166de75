import TakedownModel

extension AccountTrace {
  /// Notes how a name that was found is written in its canonical form, where that is another one.
  mutating func note(
    name: String, as account: String, _ kind: AccountKind, _ grammar: HandleGrammar?
  ) {
    guard isRecording, account != name else { return }
    let ignored = grammar.map { grammar in
      let punctuation = grammar.canonicalBytes.indices.filter {
        grammar.canonicalBytes[$0] == HandleGrammar.ignored
      }
      return (grammar.ignoresCase ? ["case"] : [])
        + punctuation.map { "'\(Character(Unicode.Scalar(UInt8($0))))'" }
    }
    let reason =
      if let ignored, !ignored.isEmpty, kind == .user {
        "; \(ignored.joined(separator: " and ")) make\(ignored.count == 1 ? "s" : "") no difference there"
      } else {
        ""
      }
    note("name", "'\(name)' is written '\(account)'\(reason)")
  }

  /// Notes what came out.
  mutating func note(_ resolution: AccountResolution, in register: PlatformRegister, given: Int?) {
    if resolution.platformConflict, let given {
      let found = resolution.platform.map { register.platforms[$0].id } ?? "none"
      note(
        "conflict",
        "the platform column says \(register.platforms[given].id), the address \(found): it wins")
    }
    if !resolution.looksLike.isEmpty {
      note(
        "look-alike",
        "drawn like '\(resolution.looksLike)', but another text: to be reviewed, not joined")
    }
    let counts = resolution.counts.map { ", acted on: \($0.rawValue)" } ?? ""
    if let kind = resolution.kind {
      let platform = resolution.platform.map { register.platforms[$0].id } ?? Platform.unmapped
      note("account", "\(platform):\(kind.rawValue):\(resolution.account)\(counts)")
    } else if let problem = resolution.problem {
      note(problem.rawValue, "no account\(counts)")
    }
  }
}
