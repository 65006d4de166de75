/// A number as it was said, with how finely it was said.
///
/// The step is the place of the last digit that is not 0, five times that where the digit is 5:
/// 8,000 has 1,000, 16,500 has 500, 5,600 has 100, 12.5 has 0.5. A plain 0 has 1.
struct SaidNumber: Hashable, Sendable {
  let value: Fraction
  let step: Fraction

  init(_ whole: Int) {
    self.init(digits: whole, decimals: 0)
  }

  /// The number `digits` with so many of its digits after the point.
  private init(digits: Int, decimals: Int) {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    var rest = digits
    var place: Int128 = 1
    while rest != 0, rest % 10 == 0 {
      rest /= 10
      place *= 10
    }
    value = Fraction(Int128(digits), scale)
    step = Fraction(rest % 10 == 5 ? place * 5 : place, scale)
  }

  /// Reads `18,000`, `8000` or `12.5`: at most twelve digits, commas only between groups of three.
  init?(_ text: some StringProtocol) {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = Self.digits(halves[0]) else { return nil }
    let decimals = halves.count == 2 ? String(halves[1]) : ""
    guard halves.count == 1 || (1...4).contains(decimals.utf8.count),
      decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(whole + decimals)
    else { return nil }
    self.init(digits: digits, decimals: decimals.utf8.count)
  }

  private static func digits(_ text: some StringProtocol) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    let hasGroups = groups.count > 1
    for (place, group) in groups.enumerated() {
      let length = group.utf8.count
      guard group.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        !hasGroups || (place == 0 ? (1...3).contains(length) : length == 3)
      else { return nil }
    }
    let digits = groups.joined()
    return (1...12).contains(digits.utf8.count) ? digits : nil
  }

  /// The number, where it is a whole one.
  var whole: Int? { value.denominator == 1 ? Int(clamping: value.numerator) : nil }
}
