import TakedownModel

/// An exact quotient, so that no verdict hangs on a rounding.
///
/// Reduced, the denominator above 0. Its parts come from numbers of at most twelve digits and a few
/// decimals, so that products of two of them stay far inside 128 bits.
struct Fraction: Hashable, Comparable, Sendable {
  let numerator: Int128
  let denominator: Int128

  /// The denominator must not be 0.
  init(_ numerator: Int128, _ denominator: Int128 = 1) {
    precondition(denominator != 0, "a quotient needs a denominator")
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(a) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  init(_ whole: Int) {
    self.init(Int128(whole))
  }

  static let zero = Fraction(0)
  static let one = Fraction(1)

  static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  static prefix func - (value: Fraction) -> Fraction {
    Fraction(-value.numerator, value.denominator)
  }

  static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// Half of it.
  var half: Fraction { Fraction(numerator, denominator * 2) }

  private var wideFloor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && numerator % denominator != 0 ? quotient - 1 : quotient
  }

  /// The greatest whole number that is not above it; the nearest there is beyond 64 bits.
  var floor: Int { Int(clamping: wideFloor) }

  /// The least whole number that is not below it.
  var ceiling: Int { Int(clamping: -(-self).wideFloor) }

  /// The least whole number above it.
  var nextAbove: Int { Int(clamping: wideFloor + 1) }

  /// The greatest whole number below it.
  var nextBelow: Int { Int(clamping: -(-self).wideFloor - 1) }

  /// The number with one decimal, half rounded away from zero, with its sign: `+41.6`.
  var signedText: String {
    let magnitude = numerator < 0 ? -numerator : numerator
    let tenths = (magnitude * 20 + denominator) / (denominator * 2)
    let sign = tenths == 0 ? "" : numerator < 0 ? "-" : "+"
    return "\(sign)\(Int(clamping: tenths / 10).grouped).\(tenths % 10)"
  }
}

extension Int {
  /// The digits in groups of three: `16,500`.
  package var grouped: String {
    DigitGroups.text(self)
  }

  /// The same with its sign: `+10,000`.
  var signedText: String { (self > 0 ? "+" : "") + grouped }
}
