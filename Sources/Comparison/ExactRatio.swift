/// A quotient of whole numbers that is rounded once, when it is written.
struct ExactRatio {
  private let numerator: Int128
  private let denominator: Int128

  /// The denominator must be above 0.
  init(_ numerator: Int, _ denominator: Int) {
    self.init(wide: Int128(numerator), Int128(denominator))
  }

  private init(wide numerator: Int128, _ denominator: Int128) {
    precondition(denominator > 0, "a quotient needs a denominator above 0")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The same in percent.
  var times100: ExactRatio { ExactRatio(wide: numerator * 100, denominator) }

  /// A million times as much.
  var millionfold: ExactRatio { ExactRatio(wide: numerator * 1_000_000, denominator) }

  /// The number with so many decimals, half rounded away from zero, without a sign where it is 0.
  func text(decimals: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let magnitude = numerator < 0 ? -numerator : numerator
    let rounded = (magnitude * scale * 2 + denominator) / (denominator * 2)
    let sign = numerator < 0 && rounded > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(rounded) }
    let fraction = String(rounded % scale)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(rounded / scale).\(zeros)\(fraction)"
  }
}
