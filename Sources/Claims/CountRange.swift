/// The whole numbers that a figure may stand for, both ends included; never below 0.
package struct CountRange: Hashable, Sendable {
  package let low: Int
  /// Nil where nothing is too great.
  package let high: Int?

  package init(low: Int, high: Int?) {
    self.low = low
    self.high = high
  }

  /// What the words allow of a value, as whole numbers.
  ///
  /// A value said to the last one has no next number to stop at: "more than 8,001" then has no
  /// upper end, and "almost 8,001" begins at 0.
  package init(_ qualifier: Qualifier, _ value: Int) {
    let number = SaidNumber(value)
    let range = qualifier.range(of: number.value, down: number.step, up: number.step)
    let isFine = number.step == .one
    low = isFine && qualifier == .almost ? 0 : max(0, range.lowestWhole ?? 0)
    high = isFine && qualifier == .moreThan ? nil : range.highestWhole
  }

  package func contains(_ count: Int) -> Bool {
    count >= low && high.map { count <= $0 } ?? true
  }

  /// How many whole numbers there are; nil where there is no end.
  var size: Int? { high.map { max(0, $0 - low + 1) } }

  /// The range in words: `8,001 to 8,999`, `8,001 or more`, `148`.
  package var text: String {
    guard let high else { return "\(low.grouped) or more" }
    return low == high ? low.grouped : "\(low.grouped) to \(high.grouped)"
  }
}
