/// How the words before a number bound what it stands for.
package enum Qualifier: String, CaseIterable, Sendable {
  case exactly
  /// Rounded: also a number with no word before it.
  case about
  case moreThan = "more than"
  case almost
  case atLeast = "at least"
  case upTo = "up to"

  /// Words that mean the same, the longer ones before those that they begin with.
  static let spellings: [(words: [String], qualifier: Qualifier)] = [
    (["no", "more", "than"], .upTo), (["not", "more", "than"], .upTo),
    (["no", "fewer", "than"], .atLeast), (["no", "less", "than"], .atLeast),
    (["not", "less", "than"], .atLeast), (["more", "than"], .moreThan),
    (["greater", "than"], .moreThan), (["just", "over"], .moreThan),
    (["just", "under"], .almost), (["close", "to"], .almost), (["at", "least"], .atLeast),
    (["at", "most"], .upTo), (["up", "to"], .upTo), (["over"], .moreThan), (["above"], .moreThan),
    (["almost"], .almost), (["nearly"], .almost), (["exactly"], .exactly),
    (["precisely"], .exactly), (["about"], .about), (["around"], .about), (["roughly"], .about),
    (["approximately"], .about), (["some"], .about),
  ]

  /// The qualifier with which words begin, and how many words it takes.
  static func beginning(_ words: ArraySlice<String>) -> (qualifier: Qualifier, length: Int)? {
    for (spelling, qualifier) in spellings where words.starts(with: spelling) {
      return (qualifier, spelling.count)
    }
    return nil
  }

  /// Reads the whole of a text; nothing means `about`.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else {
      self = .about
      return
    }
    guard let (qualifier, length) = Self.beginning(words[...]), length == words.count else {
      return nil
    }
    self = qualifier
  }

  /// What the words allow of a number, given how far the next ones that would be said lie away.
  func range(of value: Fraction, down: Fraction, up: Fraction) -> SaidRange {
    switch self {
    case .exactly: SaidRange(low: .init(value), high: .init(value))
    case .about: SaidRange(low: .init(value - down.half), high: .init(value + up.half))
    case .moreThan:
      SaidRange(low: .init(value, included: false), high: .init(value + up, included: false))
    case .almost:
      SaidRange(low: .init(value - down.half), high: .init(value, included: false))
    case .atLeast: SaidRange(low: .init(value), high: nil)
    case .upTo: SaidRange(low: nil, high: .init(value))
    }
  }

  /// The words with the number, as they are said: `more than 8,000`.
  func wording(_ value: Int) -> String { "\(rawValue) \(value.grouped)" }
}
