import TakedownModel

/// A number with as many decimals as it is written with.
struct RoundedDecimal: Hashable {
  /// The number without its decimal mark: 38.3 with one decimal is 383.
  let scaled: Int128
  /// 0 or more.
  let decimals: Int

  init(scaled: Int128, decimals: Int) {
    self.scaled = scaled
    self.decimals = decimals
  }

  /// A whole number.
  init(_ value: Int) {
    self.init(scaled: Int128(value), decimals: 0)
  }

  var isZero: Bool { scaled == 0 }
  var magnitude: RoundedDecimal {
    RoundedDecimal(scaled: scaled < 0 ? -scaled : scaled, decimals: decimals)
  }

  /// The size of the number where its decimals are all 0, else nil.
  var whole: Int128? {
    let unit = Self.unit(decimals)
    return scaled % unit == 0 ? magnitude.scaled / unit : nil
  }

  /// The least number above 0 with so many decimals: 0.1.
  static func least(_ decimals: Int) -> RoundedDecimal {
    RoundedDecimal(scaled: 1, decimals: decimals)
  }

  /// The number with `grouping` between thousands and `decimal` before the decimals.
  func text(grouping: String, decimal: String) -> String {
    let unit = Self.unit(decimals)
    let whole = DigitGroups.text(String(magnitude.scaled / unit), mark: grouping)
    let text = (scaled < 0 ? "-" : "") + whole
    guard decimals > 0 else { return text }
    let fraction = String(magnitude.scaled % unit)
    return text + decimal + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  /// Ten to the power of the decimals.
  static func unit(_ decimals: Int) -> Int128 {
    (0..<max(0, decimals)).reduce(1) { unit, _ in unit * 10 }
  }
}
