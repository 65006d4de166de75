package import TakedownModel

/// How counts are cut into periods, and what is said of them.
package struct ComparisonSettings: Hashable, Sendable {
  /// The last day of the current period; nil takes the latest action_date of the records.
  package var asOf: CalendarDate?
  /// Where reporting years begin.
  package var yearStart: YearStart
  /// The kinds of periods that are counted.
  package var periods: [PeriodKind]
  /// From when `since` and `cumulative` count; nil for the start of the reporting year of the first
  /// record.
  package var since: CalendarDate?
  /// Whether an unfinished period is also set beside the whole one before it.
  package var comparesUnlike: Bool
  /// Days after a period's end during which its figures stay provisional.
  package var lateAfterDays: Int
  /// Days without a record at an end of a period after which a note says where an agency's records
  /// begin or end.
  package var quietDays: Int
  /// The register of agencies, for the words of the notes.
  package var agencies: [Agency]
  /// The register of platforms, likewise.
  package var platforms: [Platform]
  /// Events across which figures do not compare without a mark.
  package var breaks: [SeriesBreak]
  /// How many users platforms have.
  package var users: [PlatformUsers]

  package init(
    asOf: CalendarDate? = nil, yearStart: YearStart = .january,
    periods: [PeriodKind] = PeriodKind.usual, since: CalendarDate? = nil,
    comparesUnlike: Bool = false, lateAfterDays: Int = 0, quietDays: Int = 31,
    agencies: [Agency] = [], platforms: [Platform] = [], breaks: [SeriesBreak] = [],
    users: [PlatformUsers] = []
  ) {
    self.asOf = asOf
    self.yearStart = yearStart
    self.periods = periods
    self.since = since
    self.comparesUnlike = comparesUnlike
    self.lateAfterDays = lateAfterDays
    self.quietDays = quietDays
    self.agencies = agencies
    self.platforms = platforms
    self.breaks = breaks
    self.users = users
  }
}

/// How many users a platform says it has.
package struct PlatformUsers: Hashable, Sendable {
  /// The platform's id.
  package let platform: String
  /// Above 0.
  package let users: Int
  /// The day that the number is of.
  package let date: CalendarDate
  /// Where the number was said.
  package let source: String

  package init(platform: String, users: Int, date: CalendarDate, source: String) {
    self.platform = platform
    self.users = users
    self.date = date
    self.source = source
  }
}

extension SeriesBreak {
  /// Whether one side of a comparison has days before the event and the other days from it on.
  func isCrossed(by key: FigureKey, base: Period) -> Bool {
    base.window.start < date && date <= key.period.window.end
      && (agency == nil || key.agency == FigureKey.all || key.agency == agency)
      && (platform == nil || key.platform == FigureKey.all || key.platform == platform)
  }
}
