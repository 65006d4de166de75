/// A category of advert and the ways in which logs spell it.
package struct CategorySettings: Hashable, Sendable {
  /// The canonical id: `small-boat`.
  package let id: String
  /// Spellings beside the id, in any language.
  package let aliases: [String]

  init(_ settings: ValidSettings) {
    id = settings.text("id")
    aliases = settings.texts("aliases")
  }
}
