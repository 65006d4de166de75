import Tabular

/// What leaves the building.
package struct PublishSettings: Hashable, Sendable {
  /// The least count that is shown, other than 0; nil where all are.
  package let suppressBelow: Int?
  /// Whether charts are made into PNG as well.
  package let png: Bool

  init(_ settings: ValidSettings) {
    suppressBelow = settings.optionalInteger("suppress_below")
    png = settings.flag("png")
  }

  /// What `publish` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "suppress_below", .nullable(.integer(minimum: 2)), default: .null,
        "The least count that is shown, other than 0; smaller ones are hidden, and with them "
          + "whatever gives them away. Null shows all."),
      .init(
        "png", .boolean, default: true,
        "Whether each chart is made into PNG beside the SVG, with librsvg's rsvg-convert."),
    ]))
}
