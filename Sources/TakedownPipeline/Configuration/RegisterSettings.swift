package import TakedownModel

/// Names and spellings that the registers have on top of the built-in ones; all may be empty.
///
/// An id that a built-in register has too adds to that entry: an empty `name`, `company` or
/// `country` leaves what is there.
package struct RegisterSettings: Hashable, Sendable {
  package let platforms: [Platform]
  package let agencies: [Agency]
  package let categories: [CategorySettings]
  /// Further spellings of each action.
  package let actions: [Action: [String]]
  /// Further spellings of each unit of count.
  package let counts: [UnitOfCount: [String]]

  init(_ settings: ValidSettings) {
    platforms = settings.objects("platforms").map {
      Platform(
        id: $0.text("id"), name: $0.text("name"), company: $0.text("company"),
        aliases: $0.texts("aliases"), hosts: $0.texts("hosts"))
    }
    agencies = settings.objects("agencies").map {
      Agency(
        id: $0.text("id"), name: $0.text("name"), country: $0.text("country"),
        aliases: $0.texts("aliases"), nameInSentence: $0.text("name_in_sentence"))
    }
    categories = settings.objects("categories").map(CategorySettings.init)
    let actions = settings.object("actions")
    self.actions = Dictionary(
      uniqueKeysWithValues: Action.allCases.filter { actions.has($0.rawValue) }.map {
        ($0, actions.texts($0.rawValue))
      })
    let counts = settings.object("counts")
    self.counts = Dictionary(
      uniqueKeysWithValues: UnitOfCount.allCases.filter { counts.has($0.rawValue) }.map {
        ($0, counts.texts($0.rawValue))
      })
  }
}
