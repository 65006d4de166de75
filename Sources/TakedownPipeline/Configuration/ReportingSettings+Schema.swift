import Comparison
import Tabular
import TakedownModel

extension ReportingSettings {
  /// What `reporting` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "time_zone", .text(.nonEmpty), default: "UTC",
        "The time zone in which a time becomes a date, such as Europe/London."),
      .init(
        "year_start", .text(.monthDay), default: "01-01", "The first day of a reporting year."),
      .init(
        "year_name", .text(.choice(YearNaming.allCases.map(\.rawValue))), default: "2024/25",
        "How a reporting year from 2024 to 2025 is called; a calendar year is 2024, or FY2024."),
      .init(
        "as_of", .nullable(.text(.date)), default: .null,
        "The last day of the current period; null for the latest day in the data."),
      .init(
        "revised_from", .nullable(.text(.nonEmpty)), default: .null,
        "A folder in outputs/vintages: final figures that it has otherwise are marked revised."),
      .init(
        "periods", .list(of: .text(.choice(PeriodKind.choices.map(\.rawValue)))),
        default: .array(PeriodKind.usual.map { .string($0.rawValue) }),
        "The kinds of periods that are counted. Years and quarters are those of the reporting year "
          + "unless they say otherwise; year-to-month runs from its start to the end of each month; "
          + "UK financial years begin on 1 April, US ones on 1 October; weeks are those of ISO 8601."
      ),
      .init(
        "since", .nullable(.text(.date)), default: .null,
        "From when the periods since and cumulative count; null for the start of the reporting year "
          + "of the first record."),
      .init(
        "compare_unlike", .boolean, default: false,
        "Whether an unfinished period is also set beside the whole one before it, marked [b]."),
      .init(
        "late_after_days", .integer(minimum: 0), default: 0,
        "Days after a period's end during which its figures stay provisional."),
      .init(
        "breaks", .list(of: breakSchema), default: [],
        "Events across which figures do not compare without a mark."),
      .init(
        "users", .list(of: userSchema), default: [],
        "How many users platforms have, for accounts per million users."),
    ]))

  private static let breakSchema = ConfigurationSchema.object(
    ObjectShape([
      .init("date", .text(.date), required: true, "The first day of the new state."),
      .init("text", .text(.nonEmpty), required: true, "What happened, as the note says it."),
      .init("agency", .text(.id), default: "all", "The only agency that it touches, or all."),
      .init("platform", .text(.id), default: "all", "The only platform that it touches, or all."),
    ]))

  private static let userSchema = ConfigurationSchema.object(
    ObjectShape([
      .init("platform", .text(.id), required: true, "The id of the platform."),
      .init("users", .integer(minimum: 1), required: true, "How many users it has."),
      .init("date", .text(.date), required: true, "The day that the number is of."),
      .init("source", .text(.nonEmpty), required: true, "Where the number was said."),
    ]))
}
