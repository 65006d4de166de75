import Normalization
import TakedownModel

/// How the account in a text is found, rule by rule, and what comes out.
package struct AccountExplanation: Sendable {
  /// The rules that applied, in their order, each with what it did.
  package let steps: [(rule: String, words: String)]
  /// What came out, each with its name: platform, kind, account, unit of count, problem, look-alike.
  package let result: [(name: String, words: String)]

  /// A platform that no register has.
  package struct UnknownPlatform: Error, CustomStringConvertible {
    package let description: String
  }

  /// - Parameters:
  ///   - text: The account column as a log has it.
  ///   - spelling: The platform column; nil for none.
  ///   - country: The agency's country (ISO 3166-1 alpha-2), for telephone numbers; empty for none.
  ///   - pipeline: Whose registers are to be used; nil for the built-in ones.
  /// - Throws: `UnknownPlatform` with what may have been meant.
  package init(
    _ text: String, platform spelling: String?, country: String, pipeline: Pipeline?
  ) throws(UnknownPlatform) {
    let register = pipeline?.platforms ?? PlatformRegister(Platform.builtIn)
    var platform: Int?
    if let spelling {
      platform = register.lookup(spelling: spelling)
      if platform == nil { throw Self.unknown(spelling, register) }
    }
    let (resolution, trace) = AccountRules(register: register).trace(
      text, platform: platform, country: country)
    // The last one says what came out, as the result does at length.
    steps = trace.steps.dropLast().map { ($0.rule, $0.words) }
    result = Self.result(resolution, register)
  }

  private static func unknown(
    _ spelling: String, _ register: PlatformRegister
  ) -> UnknownPlatform {
    let near = register.suggestions(for: spelling).map { "'\($0)'" }
    let hint =
      near.isEmpty
      ? "expected one of \(register.platforms.map(\.id).joined(separator: ", "))"
      : "did you mean \(near.joined(separator: " or "))?"
    return UnknownPlatform(description: "no register has the platform '\(spelling)'; \(hint)")
  }

  private static func result(
    _ resolution: AccountResolution, _ register: PlatformRegister
  ) -> [(name: String, words: String)] {
    var result: [(name: String, words: String)] = []
    if let platform = resolution.platform.map({ register.platforms[$0] }) {
      let company = platform.company.isEmpty ? "" : ", of \(platform.company)"
      result.append(("platform", "\(platform.id) (\(platform.name)\(company))"))
    } else {
      result.append(("platform", "\(Platform.unmapped): neither the text nor --platform names one"))
    }
    if let kind = resolution.kind {
      result.append(("kind", kind.rawValue))
      result.append(("account", resolution.account))
    }
    switch resolution.problem {
    case nil: break
    case .noAccount: result.append(("problem", "no-account: counted as a takedown, not an account"))
    case .damagedID:
      result.append(("problem", "damaged-id: counted as a takedown, not an account"))
    }
    let unit = resolution.counts ?? .account
    let says = resolution.counts == nil ? "the text does not say" : "the address says so"
    let effect = unit.countsAsAccount ? "" : ", and its removal leaves the account standing"
    result.append(("counts as", "\(unit.rawValue): \(says)\(effect)"))
    if !resolution.looksLike.isEmpty {
      result.append(("looks like", "\(resolution.looksLike): another text, to be reviewed"))
    }
    return result
  }
}
