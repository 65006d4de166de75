import Testing

@testable import Comparison

struct ChangeTests {
  @Test(arguments: [
    (18000, 8000, "125.0", "2.25"), (8, 12, "-33.3", "0.67"), (8000, 5600, "42.9", "1.43"),
    (50, 50, "0.0", "1.00"), (0, 9, "-100.0", "0.00"), (10700, 8000, "33.8", "1.34"),
    (2001, 2000, "0.1", "1.00"), (1999, 2000, "-0.1", "1.00"), (2003, 2000, "0.2", "1.00"),
    (10_001, 10_000, "0.0", "1.00"), (9_999, 10_000, "0.0", "1.00"), (201, 200, "0.5", "1.01"),
    (199, 200, "-0.5", "1.00"), (1, 3, "-66.7", "0.33"), (2, 3, "-33.3", "0.67"),
    (Int.max, 1, "922337203685477580600.0", "9223372036854775807.00"),
  ])
  func `percent and factor round half away from zero`(
    value: Int, base: Int, percent: String, factor: String
  ) throws {
    let change = try Change(value: value, base: base).orThrow()
    #expect(change.percent == percent)
    #expect(change.factor == factor)
    #expect(change.difference == String(value - base))
    #expect(change.mark == nil)
  }

  @Test func `what cannot be worked out is empty and marked`() throws {
    let fromZero = try Change(value: 5, base: 0).orThrow()
    #expect([fromZero.difference, fromZero.percent, fromZero.factor] == ["5", "", ""])
    #expect(fromZero.mark == "[z]")
    let withoutBase = try Change(value: 5, base: nil).orThrow()
    #expect([withoutBase.value, withoutBase.base, withoutBase.difference] == ["5", "", ""])
    #expect(withoutBase.mark == "[x]")
    let withoutValue = try Change(value: nil, base: 0).orThrow()
    #expect([withoutValue.value, withoutValue.base, withoutValue.difference] == ["", "0", ""])
    #expect(withoutValue.mark == "[x]")
    #expect(Change(value: nil, base: nil) == nil)
  }

  @Test(arguments: [(25, 2, "12.5"), (5, 100, "0.1"), (-5, 100, "-0.1"), (-4, 100, "0.0")])
  func `a ratio is rounded once`(numerator: Int, denominator: Int, expected: String) {
    #expect(ExactRatio(numerator, denominator).text(decimals: 1) == expected)
  }
}
