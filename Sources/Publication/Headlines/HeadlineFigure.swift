import TakedownModel

/// The exact figures of a headline beside the rounded ones.
struct HeadlineFigure {
  /// What the count is set beside; nil where nothing is.
  let row: ComparisonRow?
  /// The same with only what both sides have, where they differ in what they cover.
  let matched: ComparisonRow?
  let rounding: HeadlineRounding
  let status: String
  let marks: [String]

  /// Nil when the row has no value.
  init?(_ row: ComparisonRow, _ matched: ComparisonRow? = nil) {
    guard let value = row.value else { return nil }
    self.row = row
    self.matched = matched
    rounding = HeadlineRounding(value: value, base: row.baseValue)
    (status, marks) = (row.status, row.marks)
  }

  /// A count that stands alone; nil when the row has no value.
  init?(_ row: CountRow) {
    guard let value = row.value else { return nil }
    self.row = nil
    matched = nil
    rounding = HeadlineRounding(value: value, base: nil)
    status = row.status
    marks = ["provisional": ["[p]"], "revised": ["[r]"]][row.status] ?? []
  }

  /// The change in per cent; nil without a base or with a base of 0.
  func percent(decimals: Int) -> RoundedDecimal? {
    guard let base = rounding.base?.exact, let change = rounding.change?.exact else { return nil }
    return ExactFraction(change, base)?.times(100).rounded(decimals)
  }
}
