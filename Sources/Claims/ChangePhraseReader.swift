/// Reads the words of a change.
struct ChangePhraseReader {
  /// An amount as it is told from the words.
  private enum Amount {
    case percent(SaidNumber)
    case fraction(Fraction)
    case count(SaidNumber)
    case factor(SaidNumber)
    case none
  }

  private var words: ArraySlice<String>
  private var isDown = false
  private var hasDirection = false
  private var qualifier: Qualifier?
  private var amount: Amount?

  init(_ text: String) {
    words = Self.words(text)[...]
  }

  /// What the words allow; nil where they are not understood.
  mutating func read() -> ChangePhrase.Allowed? {
    while let word = words.first {
      // After the amount `more` is a direction, and `than` leads on to what it changed from.
      if amount == nil, let (qualifier, length) = Qualifier.beginning(words) {
        guard self.qualifier == nil else { return nil }
        self.qualifier = qualifier
        words.removeFirst(length)
      } else if let isDown = Self.directions[word] {
        self.isDown = self.isDown || isDown
        hasDirection = true
        words.removeFirst()
      } else if let amount = readAmount() {
        guard self.amount == nil else { return nil }
        self.amount = amount
      } else if Self.fillers.contains(word) {
        words.removeFirst()
      } else {
        return nil
      }
    }
    return amount.flatMap { allowed($0, qualifier ?? .about) }
  }

  private func allowed(_ amount: Amount, _ qualifier: Qualifier) -> ChangePhrase.Allowed? {
    switch amount {
    case .percent(let number):
      let range = qualifier.range(of: number.value, down: number.step, up: number.step)
      return .quotient(signed(range).mapped(times: Fraction(1, 100), plus: .one))
    case .fraction(let value):
      guard let below = Self.ladder.last(where: { $0 < value }),
        let above = Self.ladder.first(where: { value < $0 })
      else { return nil }
      let range = qualifier.range(of: value, down: value - below, up: above - value)
      return .quotient(signed(range).mapped(times: .one, plus: .one))
    case .count(let number):
      return .difference(
        signed(qualifier.range(of: number.value, down: number.step, up: number.step)))
    case .factor(let number):
      guard !isDown, number.value > .zero else { return nil }
      return .quotient(qualifier.range(of: number.value, down: number.step, up: number.step))
    case .none:
      return .difference(SaidRange(low: .init(.zero), high: .init(.zero)))
    }
  }

  /// The qualifier and the number where nothing but these was read; nil before reading.
  var plainCount: (qualifier: Qualifier, value: Int)? {
    guard case .count(let number)? = amount, !hasDirection, let value = number.whole else {
      return nil
    }
    return (qualifier ?? .about, value)
  }

  private func signed(_ range: SaidRange) -> SaidRange { isDown ? range.negated : range }
}

extension ChangePhraseReader {
  private mutating func readAmount() -> Amount? {
    guard let word = words.first else { return nil }
    if let factor = Self.factors[word] {
      words.removeFirst()
      return .factor(SaidNumber(factor))
    }
    if word == "halved" {
      words.removeFirst()
      isDown = true
      return .fraction(Fraction(1, 2))
    }
    if word == "unchanged" {
      words.removeFirst()
      return Amount.none
    }
    return readNumber(word) ?? readFraction(word)
  }

  private mutating func readNumber(_ word: String) -> Amount? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let top = Int(parts[0]), let bottom = Int(parts[1]), top > 0,
      top < bottom, bottom <= 1000
    {
      words.removeFirst()
      return .fraction(Fraction(Int128(top), Int128(bottom)))
    }
    guard let number = SaidNumber(word) else { return nil }
    words.removeFirst()
    switch words.first {
    case "%", "percent", "pc":
      words.removeFirst()
      return .percent(number)
    case "per" where words.dropFirst().first == "cent":
      words.removeFirst(2)
      return .percent(number)
    case "times", "fold":
      words.removeFirst()
      return .factor(number)
    default: return number.whole == nil ? nil : .count(number)
    }
  }

  private mutating func readFraction(_ word: String) -> Amount? {
    let count = Self.smallNumbers[word]
    let name = count == nil ? word : words.dropFirst().first ?? ""
    if let count, name == "times" || name == "fold" {
      words.removeFirst(2)
      return .factor(SaidNumber(count))
    }
    guard let part = Self.parts[name], (count ?? 1) < part else { return nil }
    words.removeFirst(count == nil ? 1 : 2)
    return .fraction(Fraction(Int128(count ?? 1), Int128(part)))
  }

  /// Lower-case words; signs and `%` are words of their own, other marks are none.
  private static func words(_ text: String) -> [String] {
    let scalars = Array(text.lowercased().unicodeScalars)
    var spaced = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "%", "+": spaced.append(contentsOf: " \(scalar) ".unicodeScalars)
      case "-", "\u{2212}", "\u{2013}":
        // A minus stands before a number and after no word; any other dash only joins or parts.
        let isFirst = place == 0 || scalars[place - 1] == " "
        let next = place + 1 < scalars.count ? scalars[place + 1] : " "
        let isMinus = isFirst && ("0"..."9").contains(next)
        spaced.append(contentsOf: (isMinus ? " - " : " ").unicodeScalars)
      case ";", ":", "(", ")", "\u{a0}": spaced.append(" ")
      default: spaced.append(scalar)
      }
    }
    // A comma or a full stop ends words; inside a number it stays.
    return String(spaced).split(separator: " ")
      .map { String($0.reversed().drop { $0 == "," || $0 == "." }.reversed()) }
      .filter { !$0.isEmpty }
  }

  /// Words for a direction, with whether it is down.
  private static let directions: [String: Bool] = [
    "+": false, "up": false, "more": false, "rise": false, "rose": false, "increase": false,
    "increased": false, "higher": false, "grew": false, "growth": false, "greater": false,
    "-": true, "down": true, "fewer": true, "less": true, "fall": true, "fell": true,
    "decrease": true, "decreased": true, "lower": true, "drop": true, "dropped": true,
  ]

  private static let fillers: Set<String> = ["a", "an", "by", "of", "the", "than", "as", "many"]

  private static let factors = [
    "doubled": 2, "double": 2, "twice": 2, "twofold": 2, "trebled": 3, "tripled": 3, "treble": 3,
    "triple": 3, "threefold": 3, "quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10,
  ]

  private static let smallNumbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9,
  ]

  private static let parts = [
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "tenth": 10, "tenths": 10,
  ]

  /// The fractions that are said, in ascending order.
  private static let ladder = [
    Fraction(0), Fraction(1, 10), Fraction(1, 5), Fraction(1, 4), Fraction(1, 3), Fraction(2, 5),
    Fraction(1, 2), Fraction(3, 5), Fraction(2, 3), Fraction(3, 4), Fraction(4, 5),
    Fraction(9, 10), Fraction(1),
  ]
}
