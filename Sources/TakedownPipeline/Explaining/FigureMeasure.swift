import Comparison
import TakedownModel

/// How a measure follows from the records, as far as it counts them or their accounts.
struct FigureMeasure {
  /// As the tables name it.
  let name: String
  /// The actions of the records that it counts.
  let actions: Set<String>
  /// Units of which each account counts once; nil where each record counts.
  let accountUnits: Set<UnitOfCount>?
  /// What it is in words.
  let formula: String

  /// Whether it counts distinct accounts rather than records.
  var countsAccounts: Bool { accountUnits != nil }

  /// The measure of a name; nil where there is none, or none that single records show.
  init?(_ name: String) {
    guard let measure = Measure.all.first(where: { $0.name == name }),
      let formula = Self.formulas[name]
    else { return nil }
    switch measure.rule {
    case .records(let actions):
      self.actions = Set(actions.map(\.rawValue))
      accountUnits = nil
    case .accounts(let units):
      actions = [Action.takenDown.rawValue]
      accountUnits = units
    case .reinstated, .takenDownAgain: return nil
    }
    self.name = name
    self.formula = formula
  }

  private static let formulas = [
    "accounts":
      "distinct accounts (platform, kind, name) with at least one record, duplicates dropped, that "
      + "an account, page, group or channel was taken down in these days",
    "accounts-only":
      "distinct accounts (platform, kind, name) with at least one record, duplicates dropped, that "
      + "the account itself was taken down in these days",
    "takedowns": "records of something taken down, duplicates dropped",
    "referrals":
      "records of something put to a platform, whatever its answer, duplicates dropped",
    "refused": "records that the platform declined, duplicates dropped",
    "reinstatements": "records of something given back, duplicates dropped",
    "undecided":
      "records of a referral that is pending or has no answer, duplicates dropped",
  ]
}
