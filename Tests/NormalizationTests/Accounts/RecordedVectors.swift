import Foundation
import Tabular
import TakedownModel

@testable import Normalization

/// What other programs say of addresses and names, in the same terms as our own answer.
///
/// Five sets: the recorded calls of social-links, the examples of lorey's expressions, and the sites
/// of sherlock, WhatsMyName and maigret with the names that they know to exist there.
struct RecordedVectors {
  /// One answer of theirs and ours to the same text.
  struct Comparison: Hashable {
    let source: String
    let key: String
    let ours: String
    let theirs: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/fixtures/accounts").standardizedFileURL
  static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  private(set) var comparisons: [Comparison] = []
  /// All addresses and names.
  private(set) var texts: [String] = []
  private let register = AccountVector.register
  private let rules = AccountVector.rules

  init() throws {
    try addSocialLinks()
    try addLorey()
    try addSherlock()
    try addWhatsMyName()
    try addMaigret()
  }

  private func json(_ name: String) throws -> JSONValue {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
    return try JSONValue(parsing: bytes.span)
  }

  private mutating func compare(_ source: String, _ key: String, ours: String, theirs: String) {
    comparisons.append(Comparison(source: source, key: key, ours: ours, theirs: theirs))
  }

  // MARK: - Our answers

  private func id(_ platform: Int?) -> String {
    platform.map { register.platforms[$0].id } ?? "none"
  }

  /// `platform account`, or `platform none`.
  private func account(_ text: String, _ platform: Int?) -> String {
    let found = rules.resolve(text, platform: platform)
    return id(found.platform) + " " + (found.kind == nil ? "none" : found.account.lowercased())
  }

  // MARK: - social-links

  private mutating func addSocialLinks() throws {
    for call in try json("social-links-vectors/vectors.json").elements {
      let arguments = call["args"]?.elements.compactMap(\.string) ?? []
      guard let operation = call["op"]?.string, let result = call["result"] else { continue }
      let key = ([operation] + arguments).joined(separator: " ")
      texts += arguments
      if operation == "detect_platform", let text = arguments.first {
        let named = result.string.flatMap { register.index(ofID: $0) }
        // Platforms that we do not have are hosts like any other.
        compare(
          "social-links", key, ours: id(rules.resolve(text, platform: nil).platform),
          theirs: id(named))
      }
      guard arguments.count == 2, let platform = register.index(ofID: arguments[0]) else {
        continue
      }
      if operation == "is_valid" {
        let found = rules.resolve(arguments[1], platform: platform)
        let isValid = found.kind != nil && found.platform == platform
        compare(
          "social-links", key, ours: isValid ? "valid" : "not valid",
          theirs: result.bool == true ? "valid" : "not valid")
      } else if operation == "sanitize", let address = result.string {
        // Their address of it has to name the account that the text names.
        compare(
          "social-links", key, ours: account(arguments[1], platform),
          theirs: account(address, platform))
      }
    }
  }

  // MARK: - lorey

  private mutating func addLorey() throws {
    let names = [
      "profile", "username", "user", "id", "permalink", "company_permalink", "permalink_pub",
    ]
    for example in try json("lorey/vectors.json").elements {
      guard let site = example["platform"]?.string, let kind = example["kind"]?.string,
        let text = example["input"]?.string,
        let platform = register.lookup(spelling: site)
      else { continue }
      texts.append(text)
      let groups = example["groups"]
      let isPost = kind == "video" || kind == "post"
      let name = isPost ? nil : names.lazy.compactMap { groups?[$0]?.string }.first
      compare(
        "lorey", "\(site) \(kind) \(text)", ours: account(text, platform),
        theirs: id(platform) + " " + (name?.lowercased() ?? "none"))
    }
  }

  // MARK: - Sites with names

  /// A site's address of a name has to name the account that the name alone names.
  private mutating func add(_ source: String, _ site: String, _ address: String, _ name: String) {
    guard address.contains("{name}") else { return }
    let url = address.replacing("{name}", with: name)
    texts += [url, name]
    let found = rules.resolve(url, platform: nil)
    guard let platform = found.platform, register.rules[platform] != nil else { return }
    compare(
      source, "\(site) \(url)", ours: account(url, platform),
      theirs: id(platform) + " " + name.lowercased())
  }

  /// What a site's expression says of names that are often illegal, against our grammar.
  private mutating func add(
    _ source: String, _ site: String, _ address: String, expression: String
  ) throws {
    let found = rules.resolve(
      address.replacing("{name}", with: "sample12"), platform: nil)
    guard let platform = found.platform, found.kind == .user,
      found.account.hasPrefix("sample12")
    else { return }
    let pattern = try NSRegularExpression(pattern: expression)
    for name in [
      "john-smith", "john..smith", "john.smith", "john_smith", "john__smith", "johnsmith_",
      "1johnsmith", "jo", "johnsmithjohnsmithjohnsmithjohnsmith1", "john smith",
    ] {
      let isLegal =
        pattern.firstMatch(in: name, range: NSRange(name.startIndex..., in: name)) != nil
      let ours = rules.resolve(address.replacing("{name}", with: name), platform: platform)
      compare(
        source, "\(site) name \(name)", ours: ours.kind == .user ? "legal" : "not legal",
        theirs: isLegal ? "legal" : "not legal")
    }
  }

  private mutating func addSherlock() throws {
    guard case .object(let sites) = try json("sherlock/data.json") else { return }
    for site in sites {
      guard let url = site.value["url"]?.string else { continue }
      let address = url.replacing("{}", with: "{name}")
      if let name = site.value["username_claimed"]?.string {
        add("sherlock", site.key, address, name)
      }
      if let expression = site.value["regexCheck"]?.string {
        try add("sherlock", site.key, address, expression: expression)
      }
    }
  }

  private mutating func addWhatsMyName() throws {
    for site in try json("whatsmyname/wmn-data.json")["sites"]?.elements ?? [] {
      guard let url = site["uri_pretty"]?.string ?? site["uri_check"]?.string,
        let title = site["name"]?.string
      else { continue }
      for name in site["known"]?.elements.compactMap(\.string) ?? [] {
        add("whatsmyname", title, url.replacing("{account}", with: "{name}"), name)
      }
    }
  }

  private mutating func addMaigret() throws {
    guard case .object(let sites) = try json("maigret/data.json")["sites"] else { return }
    for site in sites {
      guard let url = site.value["url"]?.string else { continue }
      let address = url.replacing("{username}", with: "{name}")
      if let name = site.value["usernameClaimed"]?.string {
        add("maigret", site.key, address, name)
      }
      if let expression = site.value["regexCheck"]?.string {
        try add("maigret", site.key, address, expression: expression)
      }
    }
  }
}
