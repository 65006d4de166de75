/// Telephone numbers in the one form that is the same in every country: E.164, `+355691234567`.
enum PhoneNumber {
  /// How a country's numbers are written inside it.
  struct Plan: Sendable {
    /// The calling code, without `+`.
    let code: String
    /// Whether national numbers start with a trunk 0, which is dropped abroad.
    let hasTrunkZero: Bool
    /// Digits of a national number, without the trunk 0.
    let lengths: ClosedRange<Int>
  }

  /// The number in E.164; nil when the text is no number, or a national one of unknown country.
  ///
  /// A national number of a country with a trunk 0 needs that 0: without it, digits may have been
  /// lost. Country and calling code together are as good as `+`.
  ///
  /// - Parameters:
  ///   - text: A number with any separators.
  ///   - country: ISO 3166-1 alpha-2, or empty.
  ///   - isInternational: Whether the digits start with a calling code without saying so, as in
  ///     `wa.me/355691234567`.
  /// - Returns: `+` and 7 to 15 digits.
  static func e164(_ text: Substring, country: String, isInternational: Bool = false) -> String? {
    guard let (digits, hasPlus) = digits(of: text) else { return nil }
    if hasPlus { return international(digits[...]) }
    if digits.hasPrefix("00") { return international(digits.dropFirst(2)) }
    if isInternational, !digits.hasPrefix("0") { return international(digits[...]) }
    guard let plan = plans[country] else { return nil }
    if plan.hasTrunkZero {
      if digits.hasPrefix("0") {
        return plan.lengths.contains(digits.count - 1) ? "+" + plan.code + digits.dropFirst() : nil
      }
    } else if plan.lengths.contains(digits.count) {
      return "+" + plan.code + digits
    }
    guard digits.hasPrefix(plan.code), digits.count > plan.lengths.upperBound,
      plan.lengths.contains(digits.count - plan.code.count)
    else { return nil }
    return international(digits[...])
  }

  /// Whether a text holds only what telephone numbers are written with, and seven digits or more.
  static func isPhoneLike(_ text: Substring) -> Bool {
    guard let (digits, _) = digits(of: text) else { return false }
    return digits.count >= 7
  }

  /// The calling codes after which a 0 is a trunk 0 that should not be there.
  static let trunkZeroCodes = Set(plans.values.filter(\.hasTrunkZero).map(\.code))

  private static func digits(of text: Substring) -> (digits: String, hasPlus: Bool)? {
    var digits = ""
    var hasPlus = false
    let number = text.starts(withASCII: "tel:") ? text.droppingBytes(4) : text
    let isAbroad = number.starts(withBytes: "+") || number.starts(withBytes: "00")
    var rest = number.unicodeScalars[...]
    while let scalar = rest.first {
      if isAbroad, rest.starts(with: "(0)".unicodeScalars) {
        rest = rest.dropFirst(3)
        continue
      }
      rest = rest.dropFirst()
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty && !hasPlus: hasPlus = true
      case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2010}"..."\u{2015}":
        continue
      default: return nil
      }
    }
    return digits.isEmpty ? nil : (digits, hasPlus)
  }

  private static func international(_ digits: Substring) -> String? {
    var digits = digits
    for length in 1...3 where trunkZeroCodes.contains(String(digits.prefix(length))) {
      let national = digits.dropFirst(length)
      // No number has two of them.
      if national.hasPrefix("00") { return nil }
      if national.hasPrefix("0") { digits = digits.prefix(length) + national.dropFirst() }
      break
    }
    guard (7...15).contains(digits.count), !digits.hasPrefix("0") else { return nil }
    return "+" + digits
  }

  private static func trunk(_ code: String, _ lengths: ClosedRange<Int>) -> Plan {
    Plan(code: code, hasTrunkZero: true, lengths: lengths)
  }

  private static func open(_ code: String, _ lengths: ClosedRange<Int>) -> Plan {
    Plan(code: code, hasTrunkZero: false, lengths: lengths)
  }

  /// National numbering plans by country, from ITU-T E.164 and the national regulators' notices.
  private static let plans: [String: Plan] = [
    "AE": trunk("971", 8...9), "AF": trunk("93", 9...9), "AL": trunk("355", 8...9),
    "AT": trunk("43", 7...12), "BA": trunk("387", 8...8), "BD": trunk("880", 8...10),
    "BE": trunk("32", 8...9), "BG": trunk("359", 8...9), "CA": open("1", 10...10),
    "CH": trunk("41", 9...9), "DE": trunk("49", 7...11), "DK": open("45", 8...8),
    "DZ": trunk("213", 8...9), "EG": trunk("20", 8...10), "ER": trunk("291", 7...7),
    "ES": open("34", 9...9), "ET": trunk("251", 9...9), "FI": trunk("358", 6...10),
    "FR": trunk("33", 9...9), "GB": trunk("44", 9...10), "GR": open("30", 10...10),
    "HR": trunk("385", 8...9), "IE": trunk("353", 7...9), "IN": trunk("91", 10...10),
    "IQ": trunk("964", 8...10), "IR": trunk("98", 10...10), "IT": open("39", 8...11),
    "JO": trunk("962", 8...9), "LB": trunk("961", 7...8), "LY": trunk("218", 8...9),
    "MA": trunk("212", 9...9), "ME": trunk("382", 8...8), "MK": trunk("389", 8...8),
    "NG": trunk("234", 8...10), "NL": trunk("31", 9...9), "NO": open("47", 8...8),
    "PK": trunk("92", 9...10), "PL": open("48", 9...9), "PT": open("351", 9...9),
    "RO": trunk("40", 9...9), "RS": trunk("381", 8...9), "SD": trunk("249", 9...9),
    "SE": trunk("46", 7...9), "SY": trunk("963", 8...9), "TH": trunk("66", 8...9),
    "TN": open("216", 8...8), "TR": trunk("90", 10...10), "UA": trunk("380", 9...9),
    "US": open("1", 10...10), "VN": trunk("84", 9...10), "XK": trunk("383", 8...8),
  ]
}
