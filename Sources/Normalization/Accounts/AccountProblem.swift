/// Why a record has no account, in the words of `issues.csv`.
package enum AccountProblem: String, CaseIterable, Sendable {
  /// Nothing that names an account: empty, a placeholder, an illegal handle, a link without an owner.
  case noAccount = "no-account"
  /// A number that a spreadsheet rewrote in scientific notation, so that its digits are lost.
  case damagedID = "damaged-id"
}
