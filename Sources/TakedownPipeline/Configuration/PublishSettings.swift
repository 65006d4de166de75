import Tabular

/// What leaves the building.
package struct PublishSettings: Hashable, Sendable {
  /// The least count that is shown, other than 0; nil where all are.
  package let suppressBelow: Int?
  /// The names of the vintages that are taken into account when small counts are hidden; nil for all.
  package let protectFrom: [String]?
  /// Whether charts are made into PNG as well.
  package let png: Bool
  /// Whether tables are written as Parquet as well, where that can be done.
  package let parquet: Bool
  /// The folder of templates that replace those of the page; nil for none.
  package let templates: String?

  /// Words that may stand in a release although an account or the machine is named so.
  package let knownWords: [String]

  init(_ settings: ValidSettings) {
    suppressBelow = settings.optionalInteger("suppress_below")
    let names = settings.texts("protect_from")
    protectFrom = names == [Self.all] ? nil : names
    png = settings.flag("png")
    parquet = settings.flag("parquet")
    templates = settings.optionalText("templates")
    knownWords = settings.texts("known_words")
  }

  private static let all = "all"

  /// What `publish` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "suppress_below", .nullable(.integer(minimum: 2)), default: .null,
        "The least count that is shown, other than 0; smaller ones are hidden, and with them "
          + "whatever gives them away. Null shows all."),
      .init(
        "protect_from", .oneOrMore(.nonEmpty, minimum: 0), default: .string(all),
        "The folders in outputs/vintages whose figures are known to the public when small counts "
          + "are hidden: all, or a list of them, perhaps an empty one."),
      .init(
        "png", .boolean, default: true,
        "Whether each chart is made into PNG beside the SVG, with librsvg's rsvg-convert."),
      .init(
        "parquet", .boolean, default: false,
        "Whether each table in data/ is written as Parquet beside the CSV, with the duckdb command; "
          + "where there is none on the PATH, the release goes without and the run says so."),
      .init(
        "templates", .nullable(.text(.nonEmpty)), default: .null,
        "A folder, relative to this file, with Mustache templates in place of those of index.html "
          + "and feed.xml, under the same names."),
      .init(
        "known_words", .oneOrMore(.nonEmpty, minimum: 0), default: [],
        "Words that may stand in a release although an account or the machine is named so, where a "
          + "run says that it stopped at one by mistake."),
    ]))
}
