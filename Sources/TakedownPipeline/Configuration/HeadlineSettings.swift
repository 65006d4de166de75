import Tabular

/// A figure that the press office puts first.
package struct HeadlineSettings: Hashable, Sendable {
  /// What a headline counts.
  package enum Measure: String, CaseIterable, Sendable {
    case accounts, takedowns, referrals, refused, reinstatements
  }

  /// The days over which a headline counts.
  package enum Period: String, CaseIterable, Sendable {
    /// From the start of the current reporting year to the last day.
    case toDate = "to-date"
    /// The last complete reporting year.
    case year
  }

  /// The word for every agency, or every platform.
  package static let all = "all"

  /// Unique among the headlines.
  package let id: String
  package let measure: Measure
  /// A canonical id, or `all`.
  package let agency: String
  /// A canonical id, or `all`.
  package let platform: String
  package let period: Period

  init(_ settings: ValidSettings) {
    id = settings.text("id")
    measure = Measure(rawValue: settings.text("measure")) ?? .accounts
    agency = settings.text("agency")
    platform = settings.text("platform")
    period = Period(rawValue: settings.text("period")) ?? .toDate
  }

  /// What an element of `headlines` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init("id", .text(.id), required: true, "A name for the headline, unique among them."),
      .init(
        "measure", .text(.choice(Measure.allCases.map(\.rawValue))), default: "accounts",
        "What is counted."),
      .init("agency", .text(.id), default: "all", "The id of an agency, or all."),
      .init("platform", .text(.id), default: "all", "The id of a platform, or all."),
      .init(
        "period", .text(.choice(Period.allCases.map(\.rawValue))), default: "to-date",
        "The current reporting year to date, or the last complete one."),
    ]))
}
