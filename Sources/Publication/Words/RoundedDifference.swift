/// How far one number is from another one, all three rounded when they are said.
struct RoundedDifference: Hashable {
  enum Direction {
    case up, down, same
  }

  /// The exact difference, rounded once.
  let size: RoundedDecimal
  /// By the exact difference.
  let direction: Direction
  /// Whether the rounded numbers differ by the rounded difference.
  let addsUp: Bool

  init(_ value: ExactFraction, _ base: ExactFraction, decimals: Int) {
    let exact = value - base
    size = exact.rounded(decimals)
    direction = exact.numerator == 0 ? .same : exact.numerator > 0 ? .up : .down
    addsUp =
      value.rounded(decimals).scaled - base.rounded(decimals).scaled == size.scaled
  }
}
