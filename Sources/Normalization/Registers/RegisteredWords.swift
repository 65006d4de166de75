package import TakedownModel

/// The words for actions, units and categories, of all agencies or of the logs of one source.
package struct RegisteredWords: Sendable {
  package var actions: SpellingRegister<Action>
  package var units: SpellingRegister<UnitOfCount>
  package var categories: SpellingRegister<String>

  package init(
    actions: SpellingRegister<Action>, units: SpellingRegister<UnitOfCount>,
    categories: SpellingRegister<String>
  ) {
    self.actions = actions
    self.units = units
    self.categories = categories
  }

  /// Words of which it is known that no canonical one is their equivalent are under this one; of a
  /// category it is the value too.
  package static let noEquivalent = "no-equivalent"
}
