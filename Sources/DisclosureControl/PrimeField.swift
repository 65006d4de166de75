/// Arithmetic modulo the prime 2⁶¹ − 1, each number in its least form.
///
/// Relations have coefficients of 1 and −1 and share few cells, so the minors that decide whether a
/// cell follows from others are small whole numbers. Elimination over this field finds the same
/// ranks as over the rational numbers unless the prime divides one of them, which none of that size
/// can; and it can neither overflow nor round.
enum PrimeField {
  static let prime: UInt64 = (1 << 61) - 1

  static func element(_ value: Int) -> UInt64 {
    let remainder = value.magnitude % UInt(prime)
    return value < 0 ? negated(UInt64(remainder)) : UInt64(remainder)
  }

  static func negated(_ value: UInt64) -> UInt64 { value == 0 ? 0 : prime - value }

  static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left + right
    return sum >= prime ? sum - prime : sum
  }

  static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return sum(low & prime, high << 3 | low >> 61)
  }

  /// The number that gives 1 with another, which is not 0.
  static func inverse(_ value: UInt64) -> UInt64 {
    // Fermat: the power of two less than the prime.
    var exponent = prime - 2
    var power = value
    var result: UInt64 = 1
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, power) }
      power = product(power, power)
      exponent >>= 1
    }
    return result
  }
}
