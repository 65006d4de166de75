package import TakedownModel

/// The configuration of the stage `normalize`.
package struct NormalizeSettings: Sendable {
  package var sources: [SourceRules]
  package var platforms: PlatformRegister
  package var agencies: SpellingRegister<Agency>
  package var actions: SpellingRegister<Action>
  package var units: SpellingRegister<UnitOfCount>
  package var categories: SpellingRegister<String>
  /// A record of a later day is not counted; nil for no bound.
  package var asOf: CalendarDate?

  package init(
    sources: [SourceRules], platforms: PlatformRegister, agencies: SpellingRegister<Agency>,
    actions: SpellingRegister<Action>, units: SpellingRegister<UnitOfCount>,
    categories: SpellingRegister<String>, asOf: CalendarDate?
  ) {
    self.sources = sources
    self.platforms = platforms
    self.agencies = agencies
    self.actions = actions
    self.units = units
    self.categories = categories
    self.asOf = asOf
  }

  /// The words of all agencies.
  var words: RegisteredWords {
    RegisteredWords(actions: actions, units: units, categories: categories)
  }
}
