package import TakedownModel

/// What `normalize` must know of one source to read its records.
package struct SourceRules: Sendable {
  /// The source's id in the pipeline file.
  package let id: String
  /// How the source writes its dates and times.
  package let dates: DateReader
  /// A record of an earlier day is not counted; nil for no bound.
  package let notBefore: CalendarDate?
  /// Whether its records can have the platform's own id of the account beside a handle.
  package let hasAccountIDs: Bool
  /// The words of the source, where they are not those of all agencies.
  package let words: RegisteredWords?
  /// For each `DateColumn` the order of day and month that its values decided, where `dates` leaves
  /// it open.
  var orders: [DayMonthOrder?] = [nil, nil, nil]

  package init(
    id: String, dates: DateReader, notBefore: CalendarDate?, hasAccountIDs: Bool = false,
    words: RegisteredWords? = nil
  ) {
    self.id = id
    self.dates = dates
    self.notBefore = notBefore
    self.hasAccountIDs = hasAccountIDs
    self.words = words
  }

  /// The reader for one of the date columns.
  func reader(of column: DateColumn) -> DateReader {
    dates.decided(orders[column.rawValue])
  }
}
