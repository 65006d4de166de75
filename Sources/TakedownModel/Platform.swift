/// A social-media platform as the register knows it.
package struct Platform: Hashable, Sendable {
  /// The canonical id, lower-case ASCII: `facebook`.
  package let id: String
  /// The name as it is shown.
  package let name: String
  /// The id of the company that runs it: `meta`.
  package let company: String
  /// Spellings beside id and name, in any language.
  package let aliases: [String]
  /// Host names whose accounts are on this platform, without `www.`; sub-domains belong to them.
  package let hosts: [String]

  package init(
    id: String, name: String, company: String, aliases: [String] = [], hosts: [String] = []
  ) {
    self.id = id
    self.name = name
    self.company = company
    self.aliases = aliases
    self.hosts = hosts
  }

  /// The id under which a spelling that no register knows is counted.
  package static let unmapped = "unmapped"

  /// What a sentence calls the platforms of that id.
  package static let unmappedInSentence = "platforms that were not recognised"
}
