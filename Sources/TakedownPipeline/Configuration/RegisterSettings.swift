package import TakedownModel

/// Names and spellings that the registers have on top of the built-in ones; all may be empty.
///
/// An id that a built-in register has too adds to that entry: an empty `name`, `company` or
/// `country` leaves what is there.
package struct RegisterSettings: Hashable, Sendable {
  package let platforms: [PlatformSettings]
  package let agencies: [Agency]
  package let categories: [CategorySettings]
  /// Further spellings of actions and of units of count.
  package let words: WordSettings

  init(_ settings: ValidSettings) {
    platforms = settings.objects("platforms").map(PlatformSettings.init)
    agencies = settings.objects("agencies").map {
      Agency(
        id: $0.text("id"), name: $0.text("name"), country: $0.text("country"),
        aliases: $0.texts("aliases"), nameInSentence: $0.text("name_in_sentence"))
    }
    categories = settings.objects("categories").map(CategorySettings.init)
    words = WordSettings(settings)
  }
}
