package import TakedownModel

/// All that the product knows of one platform: how it is spelt, where it is, how accounts are named.
package struct PlatformEntry: Sendable {
  package let platform: Platform
  /// nil for a platform whose texts and URLs are taken as they stand.
  package let rules: PlatformRules?

  package var id: String { platform.id }

  package init(_ platform: Platform, rules: PlatformRules?) {
    self.platform = platform
    self.rules = rules
  }

  /// An entry from its parts; `rules` may be left out.
  init(
    id: String, name: String, company: String, aliases: [String] = [], hosts: [String] = [],
    rules: PlatformRules? = nil
  ) {
    self.init(
      Platform(id: id, name: name, company: company, aliases: aliases, hosts: hosts), rules: rules)
  }
}
