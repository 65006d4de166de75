/// In which table a measure is looked up: one that is not here is a count.
enum HeadlineMeasure {
  /// What stands above and below a rate's line, and beside it.
  struct RateRule: Hashable {
    /// The measure above the line.
    let numerator: String
    /// The measures below it, where they are counts.
    let denominator: [String]
    /// The measure that is in neither; empty for none.
    let leftOut: String
    /// What the quotient is multiplied by.
    let factor: Int
    /// The last part of the keys of its messages.
    let suffix: String
    let decimals: Int
  }

  case count
  case rate(RateRule)
  case time

  private static let rates = [
    "removal-rate": RateRule(
      numerator: "takedowns", denominator: ["takedowns", "refused"], leftOut: "undecided",
      factor: 100, suffix: "rate", decimals: 1),
    "accounts-per-million-users": RateRule(
      numerator: "accounts", denominator: [], leftOut: "", factor: 1_000_000,
      suffix: "per-million", decimals: 2),
  ]

  init(_ measure: String) {
    if let rule = Self.rates[measure] {
      self = .rate(rule)
    } else {
      self = ["time-to-action", "time-to-takedown"].contains(measure) ? .time : .count
    }
  }
}
