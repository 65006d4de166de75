/// Numbers with their digits in groups of three, as people read them.
package enum DigitGroups {
  /// The digits of a whole number, without a sign: `16500` as `16,500`.
  package static func text(_ digits: some StringProtocol, mark: String = ",") -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += mark }
      text.append(digit)
    }
    return text
  }

  /// A whole number: `-12,345`.
  package static func text(_ value: Int) -> String {
    (value < 0 ? "-" : "") + text(String(value.magnitude))
  }
}
