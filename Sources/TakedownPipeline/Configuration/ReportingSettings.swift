package import Comparison
import Tabular
package import TakedownModel

/// The calendar in which figures are told.
package struct ReportingSettings: Hashable, Sendable {
  /// The zone whose calendar gives a timestamp its date: an IANA name, not yet looked up.
  package let timeZone: String
  /// The first day of a reporting year, and how such years are named.
  package let yearStart: YearStart
  /// The last day of the current period; nil for the latest day in the data.
  package let asOf: CalendarDate?
  /// The name of the vintage whose figures count as published before; nil for none.
  package let revisedFrom: String?
  /// The kinds of periods that are counted.
  package let periods: [PeriodKind]
  /// From when the kinds `since` and `cumulative` count; nil for the start of the reporting year of
  /// the first record.
  package let since: CalendarDate?
  /// Whether an unfinished period is also set beside the whole one before it.
  package let comparesUnlike: Bool
  /// Days after a period's end during which its figures stay provisional.
  package let lateAfterDays: Int
  /// Events across which figures do not compare without a mark.
  package let breaks: [SeriesBreak]
  /// How many users platforms have.
  package let users: [PlatformUsers]

  init(_ settings: ValidSettings) {
    timeZone = settings.text("time_zone")
    yearStart = (YearStart(settings.text("year_start")) ?? .january)
      .named(YearNaming(rawValue: settings.text("year_name")) ?? .both)
    asOf = settings.date("as_of")
    revisedFrom = settings.optionalText("revised_from")
    periods = settings.texts("periods").compactMap(PeriodKind.init)
    since = settings.date("since")
    comparesUnlike = settings.flag("compare_unlike")
    lateAfterDays = settings.integer("late_after_days")
    breaks = settings.objects("breaks").compactMap { entry in
      entry.date("date").map {
        SeriesBreak(
          date: $0, text: entry.text("text"), agency: Self.named(entry, "agency"),
          platform: Self.named(entry, "platform"))
      }
    }
    users = settings.objects("users").compactMap { entry in
      entry.date("date").map {
        PlatformUsers(
          platform: entry.text("platform"), users: max(1, entry.integer("users")), date: $0,
          source: entry.text("source"))
      }
    }
  }

  /// The id under a key; nil for that of all.
  private static func named(_ entry: ValidSettings, _ key: String) -> String? {
    let id = entry.text(key)
    return id == HeadlineSettings.all || id.isEmpty ? nil : id
  }
}
