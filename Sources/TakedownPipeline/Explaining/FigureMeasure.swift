import TakedownModel

/// How a measure follows from the records, as far as it counts them or their accounts.
struct FigureMeasure {
  /// As the tables name it.
  let name: String
  /// The actions of the records that it counts.
  let actions: Set<String>
  /// Whether it counts distinct accounts rather than records.
  let countsAccounts: Bool
  /// What it is in words.
  let formula: String

  private init(_ name: String, _ actions: [Action], accounts: Bool = false, _ formula: String) {
    self.name = name
    self.actions = Set(actions.map(\.rawValue))
    countsAccounts = accounts
    self.formula = formula
  }

  static let all = [
    FigureMeasure(
      "accounts", [.takenDown], accounts: true,
      "distinct accounts (platform, kind, name) with at least one record, duplicates dropped, that "
        + "an account, page, group or channel was taken down in these days"),
    FigureMeasure(
      "takedowns", [.takenDown], "records of something taken down, duplicates dropped"),
    FigureMeasure(
      "referrals", Action.allCases.filter(\.isReferral),
      "records of something put to a platform, whatever its answer, duplicates dropped"),
    FigureMeasure("refused", [.refused], "records that the platform declined, duplicates dropped"),
    FigureMeasure(
      "reinstatements", [.reinstated], "records of something given back, duplicates dropped"),
    FigureMeasure(
      "undecided", [.pending, .referred],
      "records of a referral that is pending or has no answer, duplicates dropped"),
  ]
}
