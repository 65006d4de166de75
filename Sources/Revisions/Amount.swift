import TakedownModel

/// A number of a table, exact: a whole number or a decimal as it is written.
struct Amount: Hashable, Sendable {
  static let zero = Amount(units: 0, decimals: 0)

  private var units: Int
  /// How many of the digits stand behind the point.
  private var decimals: Int

  private init(units: Int, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// Reads `-1234` or `12.50`; nil for anything else, and for more digits than can be reckoned with.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    let digits = (parts.first ?? "").utf8.drop { $0 == UInt8(ascii: "-") }
    guard !digits.isEmpty, parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 9,
      (Array(digits) + Array(fraction.utf8)).allSatisfy({ (0x30...0x39).contains($0) }),
      let units = Int(text.filter { $0 != "." })
    else { return nil }
    self.init(units: units, decimals: fraction.utf8.count)
  }

  /// The difference; nil where it has more digits than can be reckoned with.
  static func - (left: Amount, right: Amount) -> Amount? {
    let decimals = max(left.decimals, right.decimals)
    guard let first = left.units(decimals), let second = right.units(decimals) else { return nil }
    let (units, isTooMuch) = first.subtractingReportingOverflow(second)
    return isTooMuch ? nil : Amount(units: units, decimals: decimals)
  }

  var isZero: Bool { units == 0 }

  /// The number as it is written, such as `-12.5`.
  var text: String {
    let digits = String(units.magnitude)
    guard decimals > 0 else { return (units < 0 ? "-" : "") + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -decimals)
    return (units < 0 ? "-" : "") + padded[..<point] + "." + padded[point...]
  }

  /// The number with its sign and with commas between thousands: `+1,234`.
  var signed: String { (units > 0 ? "+" : "") + grouped }

  /// The number with commas between thousands.
  var grouped: String {
    let text = text
    let whole = text.prefix { $0 != "." }.drop { $0 == "-" }
    return (text.hasPrefix("-") ? "-" : "") + DigitGroups.text(whole) + text.drop { $0 != "." }
  }

  private func units(_ decimals: Int) -> Int? {
    var units = units
    for _ in 0..<decimals - self.decimals {
      let (product, isTooMuch) = units.multipliedReportingOverflow(by: 10)
      guard !isTooMuch else { return nil }
      units = product
    }
    return units
  }
}
