package import TakedownModel

/// What an account column and a platform column together name.
///
/// Either `kind` is set and `account` is not empty, or `problem` is set.
package struct AccountResolution: Hashable, Sendable {
  /// The index in the register's platforms; nil when neither column nor host names one.
  package var platform: Int?
  /// Whether the address names another platform than the platform column.
  package var platformConflict = false
  /// How the account is named; nil when there is none.
  package var kind: AccountKind?
  /// The canonical identifier, NFC; empty when there is none.
  package var account = ""
  /// What the address itself says was acted on; nil when it does not say.
  package var counts: UnitOfCount?
  /// Why there is no account; nil when there is one.
  package var problem: AccountProblem?
  /// The ASCII text that the host or the name looks like, letter for letter.
  ///
  /// It is another text none the less: to be reviewed, never joined. Empty for nearly all.
  package var looksLike = ""

  package init(
    platform: Int?, platformConflict: Bool = false, kind: AccountKind? = nil, account: String = "",
    counts: UnitOfCount? = nil, problem: AccountProblem? = nil, looksLike: String = ""
  ) {
    self.platform = platform
    self.platformConflict = platformConflict
    self.kind = kind
    self.account = account
    self.counts = counts
    self.problem = problem
    self.looksLike = looksLike
  }
}
