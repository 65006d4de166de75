import Ingestion
import Tabular

/// Columns that are made from the text of others, as `derive` has them.
enum DerivationSettings {
  /// What an element of `derive` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "from", .oneOrMore(.nonEmpty, minimum: 1), required: true,
        "Where the text is, as in fields; {file} is the path of the file."),
      .init(
        "pattern", .text(.nonEmpty), required: true,
        "A regular expression; each named group that takes part is a column of its name."),
      .init(
        "set", .map(keys: .any, of: .text(.any)), default: .object([] as [JSONValue.Member]),
        "Columns and the text that each has where the pattern is found."),
    ]))

  /// The derivation that a valid element describes.
  static func derivation(_ settings: ValidSettings) -> RowShape.Derivation {
    RowShape.Derivation(
      places: settings.texts("from"), pattern: settings.text("pattern"),
      texts: settings.members("set").map { .init(name: $0.key, text: $0.value.string ?? "") })
  }
}
