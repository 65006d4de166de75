/// What one text says about which of day and month comes first in its column.
enum DateOrderEvidence: Hashable {
  /// Nothing, and it needs no order: `12/12/2024`, `2024-04-01`, or no date at all.
  case none
  /// Nothing, and it is another day in another order: `03/04/2024`.
  case either
  case dayFirst
  case monthFirst
}
