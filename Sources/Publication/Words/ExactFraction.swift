import ReleaseModel

/// A quotient of whole numbers that is rounded once, when it is written.
struct ExactFraction: Hashable {
  let numerator: Int128
  /// Above 0.
  let denominator: Int128

  /// Nil where the denominator is not above 0.
  ///
  /// Both are counts, at most `RowReader.greatestCount`, which leaves room for what is done with them.
  init?(_ numerator: Int, _ denominator: Int) {
    guard denominator > 0 else { return nil }
    self.init(Int128(numerator), Int128(denominator))
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Reads a number such as `137880` or `137880.5`, of at most 15 digits with 6 decimals; nil for others.
  init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), CellText.isPlainNumber(text),
      text.utf8.count <= 16, let digits = Int(parts.joined())
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    guard decimals <= 6 else { return nil }
    self.init(Int128(digits), RoundedDecimal.unit(decimals))
  }

  /// So many times as much.
  func times(_ factor: Int) -> ExactFraction {
    ExactFraction(numerator * Int128(factor), denominator)
  }

  /// The number divided by another one above 0.
  func divided(by divisor: Int) -> ExactFraction {
    ExactFraction(numerator, denominator * Int128(max(1, divisor)))
  }

  static func - (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      left.numerator * right.denominator - right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  /// The number with so many decimals, half rounded away from 0.
  func rounded(_ decimals: Int) -> RoundedDecimal {
    let size = numerator < 0 ? -numerator : numerator
    let unit = RoundedDecimal.unit(decimals)
    // The whole part apart, so that the greatest counts leave room.
    let (whole, rest) = size.quotientAndRemainder(dividingBy: denominator)
    let scaled = whole * unit + (rest * unit * 2 + denominator) / (denominator * 2)
    return RoundedDecimal(scaled: numerator < 0 ? -scaled : scaled, decimals: decimals)
  }
}
