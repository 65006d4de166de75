/// A law-enforcement agency as the register knows it.
package struct Agency: Hashable, Sendable {
  /// The canonical id: `uk-nca`.
  package let id: String
  /// The name as it is shown.
  package let name: String
  /// ISO 3166-1 alpha-2; empty for a body of several countries.
  package let country: String
  /// Spellings beside id and name, in any language.
  package let aliases: [String]

  package init(id: String, name: String, country: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.country = country
    self.aliases = aliases
  }
}
