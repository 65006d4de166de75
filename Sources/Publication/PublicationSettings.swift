package import TakedownModel

/// What the release says beside its figures: names, dates, words and which headlines.
package struct PublicationSettings: Sendable {
  /// The title of the release.
  package let title: String
  /// Words that stand on everything the release shows, which logs are missing among them; empty for
  /// none.
  package let notice: String
  /// The notice as it was given.
  let ownNotice: String
  /// Logs without which the release is made.
  package let missing: [MissingSource]
  /// The time zone whose calendar days are counted: `Europe/London`.
  package let reportingZone: String
  /// The day on which each reporting year begins.
  package let yearStart: YearStart
  /// The last day of the current period.
  package let asOf: CalendarDate
  /// The register of agencies, for their names.
  package let agencies: [Agency]
  /// The register of platforms, for their names.
  package let platforms: [Platform]
  /// The headlines, in the order in which they are read out.
  package let headlines: [HeadlineRequest]
  /// The logs behind the counts.
  package let sources: [SourceDescription]
  /// Where the published figures were said, one title or address a line.
  package let publishedSources: [String]
  /// Events across which figures do not compare.
  package let breaks: [SeriesBreak]
  /// The least count that is shown, other than 0; nil where all are.
  package let suppressBelow: Int?
  /// From when the periods since a day count; nil for the start of the reporting year of the first
  /// record.
  package let since: CalendarDate?
  /// The languages of the headlines beside English, each with a tag of its own.
  package let languages: [MessageCatalogue]
  /// How many small counts are hidden, and known all the same.
  package let unprotectedCounts: Int

  package init(
    title: String, notice: String, reportingZone: String, yearStart: YearStart,
    asOf: CalendarDate, agencies: [Agency], platforms: [Platform], headlines: [HeadlineRequest],
    sources: [SourceDescription], publishedSources: [String], breaks: [SeriesBreak] = [],
    suppressBelow: Int? = nil, since: CalendarDate? = nil, languages: [MessageCatalogue] = [],
    unprotectedCounts: Int = 0, missing: [MissingSource] = []
  ) {
    self.title = title
    ownNotice = notice
    self.missing = missing
    let names = DisplayNames(agencies: agencies, platforms: platforms)
    self.notice = MessageWriter(catalogue: .english, names: names)
      .notice(notice, missing: missing)
    self.reportingZone = reportingZone
    self.yearStart = yearStart
    self.asOf = asOf
    self.agencies = agencies
    self.platforms = platforms
    self.headlines = headlines
    self.sources = sources
    self.publishedSources = publishedSources
    self.breaks = breaks
    self.suppressBelow = suppressBelow
    self.since = since
    self.languages = languages
    self.unprotectedCounts = unprotectedCounts
  }
}
