import TakedownModel
import Testing

@testable import Pictures

struct DrawingTests {
  @Test(arguments: [
    (0.0, "0"), (12.0, "12"), (1.5, "1.5"), (1.25, "1.25"), (1.004, "1"), (2.05, "2.05"),
    (-3.1, "-3.1"), (-0.001, "0"), (99.999, "100"),
  ])
  func `a number has at most two decimals`(value: Double, text: String) {
    #expect(Canvas.number(value) == text)
  }

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("</script>", "&lt;/script&gt;"), ("\"x\"", "&quot;x&quot;"),
    ("a\u{0}b\u{1b}", "a\u{fffd}b\u{fffd}"), ("a\nb\tc", "a b c"), ("\u{202e}abc", "\u{202e}abc"),
    ("\u{ffff}", "\u{fffd}"),
  ])
  func `a text is nothing but text`(text: String, escaped: String) {
    #expect(Canvas.escaped(text) == escaped)
  }

  @Test(arguments: [
    (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4, 5]), (6, [0, 2, 4, 6]),
    (20_496, [0, 5000, 10_000, 15_000, 20_000, 25_000]), (100, [0, 20, 40, 60, 80, 100]),
    (2956, [0, 1000, 2000, 3000]),
  ])
  func `an axis begins at zero, ends at or above all values, and has round steps`(
    greatest: Int, ticks: [Int]
  ) {
    let scale = ValueScale(greatest: greatest)
    #expect(scale.ticks == ticks && scale.end == ticks.last)
  }

  @Test(arguments: [1, 9, 10, 11, 999_999, 1_000_000_000_000, 4_000_000_000_000_000])
  func `an axis of any greatest value has at most five steps`(greatest: Int) {
    let scale = ValueScale(greatest: greatest)
    #expect(scale.end >= greatest && (2...6).contains(scale.ticks.count))
  }

  @Test func `a text is broken where it gets too wide, and a long word stays whole`() {
    #expect(TextWidth.lines("one two three", size: 10, width: 40) == ["one two", "three"])
    #expect(
      TextWidth.lines("incomprehensible x", size: 10, width: 20) == ["incomprehensible", "x"])
    #expect(TextWidth.lines("  ", size: 10, width: 20).isEmpty)
  }

  @Test func `axes group digits`() {
    #expect([0, 999, 1000, 1_234_567].map(DigitGroups.text) == ["0", "999", "1,000", "1,234,567"])
  }
}
