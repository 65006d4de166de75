/// How many texts of one column say what about the order of day and month, and where the first is.
struct DateOrderTally: Sendable {
  /// A text and where it stands.
  struct Place: Sendable, Hashable, CustomStringConvertible {
    let file: String
    /// The record's 1-based ordinal in its file.
    let position: Int
    let text: String

    var description: String { "'\(text.prefix(40))' (\(file), record \(position))" }
  }

  struct Count: Sendable, Hashable {
    var texts = 0
    var first: Place?

    /// Adds what comes later in the records.
    mutating func merge(_ later: Count) {
      texts += later.texts
      first = first ?? later.first
    }
  }

  var dayFirst = Count()
  var monthFirst = Count()
  /// Texts that are another day in another order.
  var either = Count()

  /// Adds what comes later in the records.
  mutating func merge(_ later: DateOrderTally) {
    dayFirst.merge(later.dayFirst)
    monthFirst.merge(later.monthFirst)
    either.merge(later.either)
  }

  /// How many texts there are in all.
  var texts: Int { dayFirst.texts + monthFirst.texts + either.texts }

  /// The order that the column has; nil when nothing says so, or the texts contradict each other.
  var order: DayMonthOrder? {
    switch (dayFirst.texts > 0, monthFirst.texts > 0) {
    case (true, false): .dayFirst
    case (false, true): .monthFirst
    default: nil
    }
  }
}
