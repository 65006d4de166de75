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
