/// What was said of a change: `+40%`, `almost a third`, `10,000 more`, `doubled`.
///
/// The words are a direction, a qualifier as before figures, and one amount:
///
/// | amount | how finely it is said |
/// | --- | --- |
/// | `40%`, `40 per cent` | as with figures: 40% to the nearest ten, 125% to the nearest five |
/// | `1/3`, `a third`, `two thirds`, `half` | between the fractions said next to it: fifth, quarter, third … |
/// | `10,000` | as with figures: to the nearest ten thousand |
/// | `doubled`, `trebled`, `three times`, `threefold` | the factor, to the nearest whole one |
/// | `halved` | as half fewer |
/// | `unchanged` | exactly |
///
/// Without a qualifier an amount is a rounded one. Anything else is not read.
package struct ChangePhrase: Hashable, Sendable {
  /// What the words allow.
  enum Allowed: Hashable, Sendable {
    /// Of the difference.
    case difference(SaidRange)
    /// Of the quotient of the two figures.
    case quotient(SaidRange)
  }

  /// As it was said.
  package let text: String
  let allowed: Allowed

  /// Reads a phrase; nil where it is none of the forms.
  package init?(_ text: String) {
    var reader = ChangePhraseReader(text)
    guard let allowed = reader.read() else { return nil }
    self.text = text
    self.allowed = allowed
  }

  /// What the words allow, in words: `+35.0% to +45.0%`.
  var range: String {
    switch allowed {
    case .difference(let range):
      Self.text(
        range.lowestWhole.map(\.signedText), true, range.highestWhole.map(\.signedText), true)
    case .quotient(let range):
      Self.text(
        range.low.map { Self.percent($0.value) }, range.low?.isIncluded ?? true,
        range.high.map { Self.percent($0.value) }, range.high?.isIncluded ?? true)
    }
  }

  private static func text(
    _ low: String?, _ includesLow: Bool, _ high: String?, _ includesHigh: Bool
  ) -> String {
    if let low, low == high { return low }
    let start = low.map { (includesLow ? "" : "above ") + $0 }
    let end = high.map { (includesHigh ? "" : "below ") + $0 }
    switch (start, end) {
    case (let start?, let end?): return "\(start) to \(end)"
    case (let start?, nil): return "\(start) or more"
    case (nil, let end?): return "\(end) or less"
    case (nil, nil): return "anything"
    }
  }

  /// A quotient of two figures as the change in percent: `+41.6%`.
  static func percent(_ quotient: Fraction) -> String {
    ((quotient - .one) * Fraction(100)).signedText + "%"
  }
}
