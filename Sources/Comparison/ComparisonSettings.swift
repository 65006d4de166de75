package import TakedownModel

/// How counts are cut into periods, and what is said of them.
package struct ComparisonSettings: Hashable, Sendable {
  /// The last day of the current period; nil takes the latest action_date of the records.
  package var asOf: CalendarDate?
  /// Where reporting years begin.
  package var yearStart: YearStart
  /// Days after a period's end during which its figures stay provisional.
  package var lateAfterDays: Int
  /// Days without a record at an end of a period after which a note says where an agency's records
  /// begin or end.
  package var quietDays: Int
  /// The register of agencies, for the words of the notes.
  package var agencies: [Agency]
  /// Events across which figures do not compare without a mark.
  package var breaks: [SeriesBreak]

  package init(
    asOf: CalendarDate? = nil, yearStart: YearStart = .january, lateAfterDays: Int = 0,
    quietDays: Int = 31, agencies: [Agency] = [], breaks: [SeriesBreak] = []
  ) {
    self.asOf = asOf
    self.yearStart = yearStart
    self.lateAfterDays = lateAfterDays
    self.quietDays = quietDays
    self.agencies = agencies
    self.breaks = breaks
  }
}

/// A dated event after which counts mean something else: a new team, a new law, a new definition.
package struct SeriesBreak: Hashable, Sendable {
  /// The first day of the new state.
  package let date: CalendarDate
  /// What happened, in words for the note.
  package let text: String
  /// The id of the only agency that it touches; nil for all.
  package let agency: String?
  /// The id of the only platform that it touches; nil for all.
  package let platform: String?

  package init(
    date: CalendarDate, text: String, agency: String? = nil, platform: String? = nil
  ) {
    self.date = date
    self.text = text
    self.agency = agency
    self.platform = platform
  }
}
