/// How a source writes its counts, and the reading of them.
package struct CountsNumber: Hashable, Sendable {
  private let thousands: Character?
  private let decimal: Character?
  private let hasMultipliers: Bool

  /// Without signs, digits alone are a count.
  package init(thousands: String? = nil, decimal: String? = nil, hasMultipliers: Bool = false) {
    self.thousands = thousands?.first
    self.decimal = decimal?.first
    self.hasMultipliers = hasMultipliers
  }

  /// Why a text is no count: what was found and what was expected.
  package struct Refusal: Error, Hashable {
    package let reason: String
  }

  /// Reads a whole number of at least 0.
  package func read(_ text: String) throws(Refusal) -> Int {
    var rest = text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    if rest.contains(where: { "%٪‰".contains($0) }) {
      throw Refusal(reason: "a percentage; expected a count; leave such rows out with where")
    }
    if rest.count > 1, rest.first == "-" || rest.first == "−" {
      throw Refusal(reason: "a number below 0; expected a count")
    }
    var zeros = 0
    if let (word, power) = Self.multipliers.first(where: { hasSuffix(rest, $0.word) }) {
      guard hasMultipliers else {
        throw Refusal(
          reason: "a number with '\(word)'; expected all its digits; if it is meant so, set "
            + "number_format.multipliers")
      }
      zeros = power
      rest = String(rest.dropLast(word.count))
      if rest.last == " " { rest.removeLast() }
    }
    let parts = decimal.map { sign in rest.split(separator: sign, omittingEmptySubsequences: false)
    }
    let whole = try digits(String(parts?.first ?? rest[...]))
    guard let parts, parts.count > 1 else { return try value(whole, "", zeros) }
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy(Self.isDigit) else {
      throw notANumber
    }
    return try value(whole, String(parts[1]), zeros)
  }

  private func hasSuffix(_ text: String, _ word: String) -> Bool {
    guard text.lowercased().hasSuffix(word) else { return false }
    let before = text.dropLast(word.count).last
    return before.map { Self.isDigit($0) || $0 == " " } ?? false
  }

  /// The digits of the whole part, the thousands' signs taken out.
  private func digits(_ text: String) throws(Refusal) -> String {
    if !text.isEmpty, text.allSatisfy(Self.isDigit) { return text }
    if let thousands {
      let groups = text.split(separator: thousands, omittingEmptySubsequences: false)
      if let first = groups.first, (1...3).contains(first.count), first.allSatisfy(Self.isDigit),
        groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(Self.isDigit) })
      {
        return groups.joined()
      }
    }
    throw notANumber
  }

  private var notANumber: Refusal {
    var expected = "a whole number in digits"
    if let thousands { expected += ", '\(thousands)' before each three" }
    if let decimal { expected += ", '\(decimal)' before decimals" }
    return Refusal(
      reason: "no count; expected \(expected); see number_format, and missing for what is no number"
    )
  }

  /// The number that the digits make with so many zeros more.
  private func value(_ whole: String, _ fraction: String, _ zeros: Int) throws(Refusal) -> Int {
    var places = fraction
    while places.last == "0" { places.removeLast() }
    guard places.count <= zeros else {
      throw Refusal(reason: "a number with decimals; expected a whole one, since it is a count")
    }
    let text = whole + places + String(repeating: "0", count: zeros - places.count)
    guard let value = Int(text) else {
      throw Refusal(reason: "a number of \(text.count) digits; expected one below 2^63")
    }
    return value
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// The longest first.
  private static let multipliers: [(word: String, zeros: Int)] = [
    ("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("mn", 6), ("k", 3), ("m", 6),
    ("b", 9),
  ]
}
