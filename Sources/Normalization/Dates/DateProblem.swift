/// Why a text that should be a date is none; the raw values are the codes under which rows are
/// rejected.
package enum DateProblem: String, Sendable, Error, CaseIterable {
  case impossibleDate = "impossible-date"
  case unreadableDate = "unreadable-date"
  case missingLocalTime = "missing-local-time"
  case twoDigitYear = "two-digit-year"
  case ambiguousDate = "ambiguous-date"

  /// What is wrong, in words.
  package var message: String {
    switch self {
    case .impossibleDate: "there is no such day or time, such as 31 February or 25:00"
    case .unreadableDate: "the text has none of the source's date formats"
    case .missingLocalTime: "the clocks went forward and never showed this time"
    case .twoDigitYear: "the year has two digits, which the source does not allow"
    case .ambiguousDate: "the text can be two days and nothing says which"
    }
  }
}
