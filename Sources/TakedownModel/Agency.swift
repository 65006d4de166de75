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
  /// The name as it stands in a sentence: `the National Crime Agency`.
  package let nameInSentence: String

  /// An agency; in a sentence it has its plain name unless another is given.
  package init(
    id: String, name: String, country: String, aliases: [String] = [],
    nameInSentence: String? = nil
  ) {
    self.nameInSentence = nameInSentence ?? name
    self.id = id
    self.name = name
    self.country = country
    self.aliases = aliases
  }
}
