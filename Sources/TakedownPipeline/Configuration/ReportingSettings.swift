import Tabular
package import TakedownModel

/// The calendar in which figures are told.
package struct ReportingSettings: Hashable, Sendable {
  /// The zone whose calendar gives a timestamp its date: an IANA name, not yet looked up.
  package let timeZone: String
  /// The first day of a reporting year.
  package let yearStart: YearStart
  /// The last day of the current period; nil for the latest day in the data.
  package let asOf: CalendarDate?
  /// The name of the vintage whose figures count as published before; nil for none.
  package let revisedFrom: String?

  init(_ settings: ValidSettings) {
    timeZone = settings.text("time_zone")
    yearStart = YearStart(settings.text("year_start")) ?? .january
    asOf = settings.date("as_of")
    revisedFrom = settings.optionalText("revised_from")
  }

  /// What `reporting` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "time_zone", .text(.nonEmpty), default: "UTC",
        "The time zone in which a time becomes a date, such as Europe/London."),
      .init(
        "year_start", .text(.monthDay), default: "01-01", "The first day of a reporting year."),
      .init(
        "as_of", .nullable(.text(.date)), default: .null,
        "The last day of the current period; null for the latest day in the data."),
      .init(
        "revised_from", .nullable(.text(.nonEmpty)), default: .null,
        "A folder in outputs/vintages: final figures that it has otherwise are marked revised."),
    ]))
}
