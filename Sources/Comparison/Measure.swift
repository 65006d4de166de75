package import TakedownModel

/// What is counted: adding a measure is adding a row to `all`.
package struct Measure: Hashable, Sendable {
  /// How a figure follows from the records of a cell.
  package enum Rule: Hashable, Sendable {
    /// Records with one of these actions, of any unit.
    case records(Set<Action>)
    /// Distinct accounts with a takedown of one of these units.
    case accounts(Set<UnitOfCount>)
    /// Distinct accounts whose latest action in the period is that they were given back.
    case reinstated
    /// Distinct accounts with a takedown in the period on a later day than one, in the period or
    /// before it, on which they were given back.
    case takenDownAgain
  }

  /// The name in the tables.
  package let name: String
  package let rule: Rule
  /// Whether the figure is also given by agency and platform at once.
  package var isCrossed = false

  /// In the order of the tables.
  package static let all = [
    accounts,
    Measure(name: "takedowns", rule: .records([.takenDown]), isCrossed: true),
    Measure(name: "referrals", rule: .records(Action.referrals)),
    Measure(name: "refused", rule: .records([.refused])),
    Measure(name: "reinstatements", rule: .records([.reinstated])),
    Measure(name: "undecided", rule: .records([.pending, .referred])),
    Measure(name: "accounts-only", rule: .accounts([.account])),
    Measure(name: "reinstated", rule: .reinstated),
    Measure(name: "taken-down-again", rule: .takenDownAgain),
  ]

  /// The measure that headlines are mostly about.
  static let accounts = Measure(
    name: "accounts", rule: .accounts(accountUnits), isCrossed: true)

  /// The units whose takedown takes an account down.
  private static let accountUnits = Set(UnitOfCount.allCases.filter(\.countsAsAccount))

  /// The units that the figure counts, joined by `+`.
  var unit: String {
    let units: Set<UnitOfCount>
    switch rule {
    case .records: return "record"
    case .accounts(let own): units = own
    case .reinstated, .takenDownAgain: units = Self.accountUnits
    }
    return UnitOfCount.allCases.filter(units.contains).map(\.rawValue).joined(separator: "+")
  }
}

extension Set<Action> {
  /// The actions as bits, each at the place of its code.
  var bits: UInt64 { reduce(0) { $0 | 1 << UInt64($1.code) } }
}

extension Set<UnitOfCount> {
  /// The units as bits, each at the place of its code.
  var bits: UInt64 { reduce(0) { $0 | 1 << UInt64($1.code) } }
}
