import Normalization
import TakedownModel
import Tabular

extension WordSettings {
  /// The keys of `registers`, apart from those of categories.
  static let members: [ObjectShape.Member] = [
    .init(
      "actions", spellings(of: Action.allCases.map(\.rawValue)), default: empty,
      "Further spellings of each action; under no-equivalent, words that stand for none, with which "
        + "a record is not counted."),
    .init(
      "counts", spellings(of: UnitOfCount.allCases.map(\.rawValue)), default: empty,
      "Further spellings of each unit of count; under no-equivalent, words that stand for none, with "
        + "which a record is not counted."),
  ]

  /// What a source may say of its own words.
  static let sourceSchema = ConfigurationSchema.object(
    ObjectShape(
      members + [
        .init(
          "categories", .map(keys: .id, of: .list(of: .text(.nonEmpty))), default: empty,
          "Spellings by the id of the category; no-equivalent is for those that none stands for.")
      ]))

  private static let empty = JSONValue.object([] as [JSONValue.Member])

  private static func spellings(of words: [String]) -> ConfigurationSchema {
    .map(
      keys: .choice(words + [RegisteredWords.noEquivalent]), of: .list(of: .text(.nonEmpty)))
  }
}
