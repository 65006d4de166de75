import Claims
import TestSupport
import Testing

@testable import Claims

struct ChangePhraseTests {
  @Test(arguments: [
    Case("a percentage to the nearest ten", "+40%", "+35.0% to +45.0%"),
    Case("in words", "up by 40 per cent", "+35.0% to +45.0%"),
    Case("to the nearest five", "up 125%", "+122.5% to +127.5%"),
    Case("with a decimal", "12.5%", "+12.3% to +12.8%"),
    Case("down", "-40%", "-45.0% to -35.0%"),
    Case("down in words", "down almost 40%", "above -40.0% to -35.0%"),
    Case("a real minus sign", "\u{2212}36%", "-36.5% to -35.5%"),
    Case("more than", "more than 40%", "above +40.0% to below +50.0%"),
    Case("at least", "at least 40%", "+40.0% or more"),
    Case("a fraction", "+1/3", "+29.2% to +36.7%"),
    Case("almost a fraction", "almost a third", "+29.2% to below +33.3%"),
    Case("two of its parts", "two thirds more", "+63.3% to +70.8%"),
    Case("a number", "+10000", "+5,000 to +15,000"),
    Case("a number more", "10,000 more", "+5,000 to +15,000"),
    Case("a number fewer", "1,200 fewer", "-1,250 to -1,150"),
    Case("exactly", "exactly 312 more", "+312"),
    Case("doubled", "doubled", "+50.0% to +150.0%"),
    Case("more than doubled", "more than doubled", "above +100.0% to below +200.0%"),
    Case("a factor", "three-fold", "+150.0% to +250.0%"),
    Case("halved", "halved", "-55.0% to -45.0%"),
    Case("unchanged", "unchanged", "0"),
    Case("another qualifier", "nearly half", "+45.0% to below +50.0%"),
  ])
  func `a phrase allows a range`(row: Case<String, String>) {
    #expect(ChangePhrase(row.input)?.range == row.expected)
  }

  @Test(arguments: [
    "", "a lot", "+", "up", "40% and 10,000", "1/0", "3/2", "40 points", "1,00", "12.3", "about",
    "almost nearly 40%", "+9999999999999999999%", "soared 40%",
  ])
  func `anything else is not read`(text: String) {
    #expect(ChangePhrase(text) == nil)
  }
}
