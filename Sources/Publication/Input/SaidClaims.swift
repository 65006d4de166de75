package import Tabular

/// What was said in public, checked before: against itself, its stated changes and the records.
package struct SaidClaims: Sendable {
  /// One check a row; see `ClaimRow`.
  package let checks: Table
  /// One figure of a check a row; see `ClaimFigureRow`.
  package let figures: Table
  /// How the words were read, a sentence or more each.
  package let reading: [String]

  package init(checks: Table, figures: Table, reading: [String]) {
    self.checks = checks
    self.figures = figures
    self.reading = reading
  }
}
