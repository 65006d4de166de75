package import Comparison
import Tabular

/// A figure that the press office puts first.
package struct HeadlineSettings: Hashable, Sendable {
  /// What a headline tells: a count, a rate or a time, as the tables name it.
  package enum Measure: String, CaseIterable, Sendable {
    case accounts, takedowns, referrals, refused, reinstatements, undecided
    case accountsOnly = "accounts-only"
    case reinstated
    case takenDownAgain = "taken-down-again"
    case removalRate = "removal-rate"
    case accountsPerMillionUsers = "accounts-per-million-users"
    case timeToAction = "time-to-action"
    case timeToTakedown = "time-to-takedown"
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
  /// The kind of the period; of those that are over, the last one is meant.
  package let period: PeriodKind
  /// The decimals of percentages; nil for none in a change and one in a rate.
  package let percentDecimals: Int?

  init(_ settings: ValidSettings) {
    id = settings.text("id")
    measure = Measure(rawValue: settings.text("measure")) ?? .accounts
    agency = settings.text("agency")
    platform = settings.text("platform")
    period = PeriodKind(rawValue: settings.text("period")) ?? .toDate
    percentDecimals = settings.optionalInteger("percent_decimals")
  }

  /// What an element of `headlines` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init("id", .text(.id), required: true, "A name for the headline, unique among them."),
      .init(
        "measure", .text(.choice(Measure.allCases.map(\.rawValue))), default: "accounts",
        "What is told: a count, a rate, or how long actions took."),
      .init("agency", .text(.id), default: "all", "The id of an agency, or all."),
      .init("platform", .text(.id), default: "all", "The id of a platform, or all."),
      .init(
        "period", .text(.choice(PeriodKind.choices.map(\.rawValue))), default: "to-date",
        "A kind of period among reporting.periods: the last one that is over, but for to-date, "
          + "rolling-year, since and cumulative, which end with the last day."),
      .init(
        "percent_decimals", .nullable(.integer(minimum: 0, maximum: 2)), default: .null,
        "The decimals of percentages, 0 to 2; null for none in a change and one in a rate."),
    ]))
}
