import TakedownModel

/// Numbers, units and lists as people read them.
enum NumberText {
  /// A whole number with commas between thousands: `-12,345`.
  static func grouped(_ value: Int) -> String {
    DigitGroups.text(value)
  }

  /// A number of things, with the noun as the number asks for: `1 account`, `no accounts`.
  static func counted(_ value: Int, _ singular: String, _ plural: String) -> String {
    switch value {
    case 0: "no \(plural)"
    case 1: "1 \(singular)"
    default: "\(grouped(value)) \(plural)"
    }
  }

  /// A sentence with a capital at its start.
  static func capitalised(_ sentence: String) -> String {
    sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  /// Words as a list: `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The units of a figure in words: `account+page` gives `accounts and pages`.
  ///
  /// Words that are no such list stay as they are.
  static func units(_ counts: String) -> String {
    let parts = counts.split(separator: "+").map(String.init)
    let isList = parts.allSatisfy { part in
      part.utf8.allSatisfy { (0x61...0x7a).contains($0) } && !part.hasSuffix("s")
    }
    return isList ? list(parts.map { $0 + "s" }) : counts
  }
}
