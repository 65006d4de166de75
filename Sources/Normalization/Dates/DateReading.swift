package import TakedownModel

/// What a date column's text says.
package enum DateReading: Sendable, Hashable {
  /// A date without a time, taken as it stands.
  case day(CalendarDate)
  /// A point in time, in seconds since 1970, and its calendar date in the reporting zone.
  case instant(utc: Int, day: CalendarDate)
  /// An empty text.
  case absent
  case failure(DateProblem)
}
