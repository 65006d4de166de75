package import Tabular

/// What the stage reads: the tables that the comparison left.
///
/// Cells are text; an empty cell has no value. More columns than those named here do no harm.
package struct PublicationInput: Sendable {
  /// One count a row; see `CountRow`.
  package let counts: Table
  /// One comparison a row; see `ComparisonRow`.
  package let comparisons: Table
  /// One agency a row: `agency,records,takedowns,first_day,last_day`.
  package let coverage: Table
  /// One source a row: `source,rows,records,rejects,counted,duplicates,not_counted`.
  package let accounting: Table
  /// One reason a row: `reason,records`.
  package let notCounted: Table
  /// One rate a row, see `DataTable.rates`; nil where none were worked out.
  package let rates: Table?
  /// How long actions took, one cell a row, see `DataTable.timeliness`; nil as with the rates.
  package let timeliness: Table?
  /// What others have counted, one figure a row, see `SuppliedRow`; nil where there is nothing of it,
  /// or where it must not be shown.
  package let supplied: Table?
  /// What was said in public, checked; nil where no register of it is configured.
  package let claims: SaidClaims?

  package init(
    counts: Table, comparisons: Table, coverage: Table, accounting: Table, notCounted: Table,
    rates: Table? = nil, timeliness: Table? = nil, supplied: Table? = nil,
    claims: SaidClaims? = nil
  ) {
    self.counts = counts
    self.comparisons = comparisons
    self.coverage = coverage
    self.accounting = accounting
    self.notCounted = notCounted
    self.rates = rates
    self.timeliness = timeliness
    self.supplied = supplied
    self.claims = claims
  }
}
