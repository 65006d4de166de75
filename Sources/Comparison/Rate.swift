/// A quotient of figures that is told with both of them: adding a rate is adding a row to `all`.
struct Rate: Hashable {
  /// The name in the tables.
  let name: String
  /// The measure above the line.
  let numerator: String
  /// The measures below the line, added up.
  let denominator: [String]
  /// The measure that is left out of both and shown beside them.
  let leftOut: String
  /// Whether the rate is also given by agency and platform at once.
  let isCrossed: Bool

  /// In the order of the tables.
  static let all = [
    Rate(
      name: "removal-rate", numerator: "takedowns", denominator: ["takedowns", "refused"],
      leftOut: "undecided", isCrossed: true)
  ]

  /// What is told of accounts where it is known how many users a platform has.
  static let perMillion = Rate(
    name: "accounts-per-million-users", numerator: Measure.accounts.name, denominator: [],
    leftOut: "", isCrossed: true)
}
