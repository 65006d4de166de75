import Tabular

/// What leaves the building.
package struct PublishSettings: Hashable, Sendable {
  /// The least count that is shown, other than 0; nil where all are.
  package let suppressBelow: Int?

  init(_ settings: ValidSettings) {
    suppressBelow = settings.optionalInteger("suppress_below")
  }

  /// What `publish` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "suppress_below", .nullable(.integer(minimum: 2)), default: .null,
        "The least count that is shown, other than 0; smaller ones are hidden, and with them "
          + "whatever gives them away. Null shows all.")
    ]))
}
