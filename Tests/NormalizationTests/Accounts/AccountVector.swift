import TakedownModel
import Testing

@testable import Normalization

/// One spelling and what it has to become.
struct AccountVector: Sendable, CustomTestStringConvertible {
  let given: String
  let text: String
  let country: String
  /// `platform kind account [counts]`, or `platform` and the problem.
  let expected: String

  /// A vector whose platform column is `given`; `-` for none.
  init(_ given: String, _ text: String, _ expected: String, country: String = "") {
    self.given = given
    self.text = text
    self.country = country
    self.expected = expected
  }

  var testDescription: String { "\(given): \(text)" }

  static let register = PlatformRegister(Platform.builtIn)
  static let rules = AccountRules(register: register)

  /// A resolution in the words of `expected`, with `!` for a conflict of platforms.
  static func describe(_ resolution: AccountResolution) -> String {
    var words = [resolution.platform.map { register.platforms[$0].id } ?? "-"]
    if let problem = resolution.problem { words.append(problem.rawValue) }
    if let kind = resolution.kind { words += [kind.rawValue, resolution.account] }
    if let counts = resolution.counts { words.append("[\(counts.rawValue)]") }
    if resolution.platformConflict { words.append("!") }
    return words.joined(separator: " ")
  }
}
