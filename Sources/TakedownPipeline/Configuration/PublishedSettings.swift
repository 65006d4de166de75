/// A register of figures that have been said in public.
package struct PublishedSettings: Hashable, Sendable {
  /// Unique among the registers of figures.
  package let id: String
  /// The file, relative to the folder of the configuration.
  package let path: String

  init(_ settings: ValidSettings) {
    id = settings.text("id")
    path = settings.text("path")
  }

  /// What an element of `published` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init("id", .text(.id), required: true, "A name for the register, unique among them."),
      .init("path", .text(.nonEmpty), required: true, "The file, relative to this one's folder."),
    ]))
}
