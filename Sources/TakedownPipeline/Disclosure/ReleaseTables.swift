import Tabular

/// The tables of the comparison that a release is made from.
struct ReleaseTables {
  var counts: Table
  var comparisons: Table
  var coverage: Table
  /// Nil where none were worked out.
  var rates: Table?
  /// Nil where none were worked out.
  var timeliness: Table?
}
