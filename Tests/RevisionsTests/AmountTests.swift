import Testing

@testable import Revisions

struct AmountTests {
  @Test(
    arguments: [
      ("8120", "8000", "120"), ("0", "5", "-5"), ("12.5", "12.25", "0.25"), ("1", "0.5", "0.5"),
      ("-0.5", "0.5", "-1.0"), ("3", "3", "0"),
    ])
  func `differences are exact`(left: String, right: String, expected: String) throws {
    let difference = try #require(Amount(left)) - #require(Amount(right))
    #expect(difference?.text == expected)
  }

  @Test(
    arguments: ["", "-", "[c]", "1.", ".5", "1e3", "1,000", "+1", "1-2", "99999999999999999999"])
  func `what is no number is none`(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [("1234567", "+1,234,567"), ("-1000", "-1,000"), ("999", "+999"), ("0", "0")])
  func `signs and commas stand in texts`(text: String, expected: String) {
    #expect(Amount(text)?.signed == expected)
  }

  @Test func `a difference that is too long is none`() throws {
    let low = try #require(Amount("-9223372036854775807"))
    let high = try #require(Amount("9223372036854775807"))
    #expect(high - low == nil)
    #expect(try high - #require(Amount("0.5")) == nil)
  }
}
