/// Which of day and month a column's numeric dates begin with.
package enum DayMonthOrder: Sendable, Hashable {
  /// `31/01/2025`.
  case dayFirst
  /// `01/31/2025`.
  case monthFirst

  /// The order in words.
  package var words: String {
    switch self {
    case .dayFirst: "day first"
    case .monthFirst: "month first"
    }
  }
}

extension [DateStep] {
  /// Which of day and month comes first; nil when the month is a name.
  var order: DayMonthOrder? {
    for step in self {
      switch step {
      case .day: return contains { $0.isNumericMonth } ? .dayFirst : nil
      case .month: return .monthFirst
      default: continue
      }
    }
    return nil
  }

  /// The same steps with day and month in each other's place.
  var swapped: [DateStep] {
    map { step in
      switch step {
      case .day(let isPadded): .month(isPadded: isPadded)
      case .month(let isPadded): .day(isPadded: isPadded)
      default: step
      }
    }
  }
}

extension DateStep {
  fileprivate var isNumericMonth: Bool {
    if case .month = self { true } else { false }
  }
}
