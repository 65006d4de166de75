/// A stretch of numbers, each end with or without the number itself, or open.
struct SaidRange: Hashable, Sendable {
  /// One end.
  struct End: Hashable, Sendable {
    let value: Fraction
    let isIncluded: Bool

    init(_ value: Fraction, included isIncluded: Bool = true) {
      self.value = value
      self.isIncluded = isIncluded
    }
  }

  /// Nil where nothing is too small.
  let low: End?
  /// Nil where nothing is too great.
  let high: End?

  func isBelow(_ value: Fraction) -> Bool {
    guard let high else { return false }
    return high.isIncluded ? high.value < value : high.value <= value
  }

  func isAbove(_ value: Fraction) -> Bool {
    guard let low else { return false }
    return low.isIncluded ? value < low.value : value <= low.value
  }

  func contains(_ value: Fraction) -> Bool { !isBelow(value) && !isAbove(value) }

  /// Each number given its opposite.
  var negated: SaidRange {
    SaidRange(
      low: high.map { End(-$0.value, included: $0.isIncluded) },
      high: low.map { End(-$0.value, included: $0.isIncluded) })
  }

  /// Each number `x` as `x * factor + term`; the factor must be above 0.
  func mapped(times factor: Fraction, plus term: Fraction) -> SaidRange {
    SaidRange(
      low: low.map { End($0.value * factor + term, included: $0.isIncluded) },
      high: high.map { End($0.value * factor + term, included: $0.isIncluded) })
  }

  /// The least whole number within; nil where nothing is too small.
  var lowestWhole: Int? {
    low.map { $0.isIncluded ? $0.value.ceiling : $0.value.nextAbove }
  }

  /// The greatest whole number within; nil where nothing is too great.
  var highestWhole: Int? {
    high.map { $0.isIncluded ? $0.value.floor : $0.value.nextBelow }
  }
}
