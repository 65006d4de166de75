/// Where the change between two figures and what was said of it meet.
///
/// Reckoned with the whole numbers that the figures may stand for, exactly.
struct ChangeMeeting {
  /// Nil where there is no percentage to speak of, since the base is 0.
  private(set) var verdict: StatedChange.Verdict?
  /// The change that the words of both figures allow.
  private(set) var allowed = ""
  /// How the ends of that come about.
  private(set) var arithmetic: [String] = []
  /// The values for which they meet.
  private(set) var values: CountRange?
  private(set) var bases: CountRange?

  /// How many bases are gone through one by one.
  private let fewBases: Int

  init(
    _ value: CountRange, _ base: CountRange, _ phrase: ChangePhrase, fewBases: Int = 100_000
  ) {
    self.fewBases = fewBases
    switch phrase.allowed {
    case .difference(let said): difference(value, base, said)
    case .quotient(let said):
      let positive = CountRange(low: max(1, base.low), high: base.high)
      guard positive.size != 0 else { return }
      quotient(value, positive, said)
    }
  }

  private mutating func difference(_ value: CountRange, _ base: CountRange, _ said: SaidRange) {
    let low = base.high.map { value.low - $0 }
    let high = value.high.map { $0 - base.low }
    allowed = Self.text(low.map(\.signedText), high.map(\.signedText))
    if let low, let end = base.high {
      arithmetic.append("\(value.low.grouped) - \(end.grouped) = \(low.signedText)")
    }
    if let high, let end = value.high {
      arithmetic.append("\(end.grouped) - \(base.low.grouped) = \(high.signedText)")
    }
    let least = said.lowestWhole
    let most = said.highestWhole
    values = Self.range(
      from: max(value.low, least.map { $0 + base.low } ?? value.low),
      to: Self.least(value.high, Self.sum(most, base.high)))
    bases = Self.range(
      from: max(base.low, most.map { value.low - $0 } ?? base.low),
      to: Self.least(base.high, Self.sum(value.high, least.map { -$0 })))
    let isLowInside = low.map { !said.isAbove(Fraction($0)) } ?? (least == nil)
    let isHighInside = high.map { !said.isBelow(Fraction($0)) } ?? (most == nil)
    judge(isInside: isLowInside && isHighInside)
  }

  private mutating func quotient(_ value: CountRange, _ base: CountRange, _ said: SaidRange) {
    let low = base.high.map { Fraction(Int128(value.low), Int128($0)) }
    let high = value.high.map { Fraction(Int128($0), Int128(base.low)) }
    allowed = Self.text(
      low.map(ChangePhrase.percent) ?? "-100.0%", high.map(ChangePhrase.percent))
    if let low, let end = base.high {
      arithmetic.append(Self.division(value.low, end, low))
    }
    if let high, let end = value.high {
      arithmetic.append(Self.division(end, base.low, high))
    }
    let isLowInside = low.map { !said.isAbove($0) } ?? (said.low == nil)
    let isHighInside = high.map { !said.isBelow($0) } ?? (said.high == nil)
    meet(value, base, said)
    judge(isInside: isLowInside && isHighInside)
  }

  private static func division(_ value: Int, _ base: Int, _ quotient: Fraction) -> String {
    "\(value.grouped) / \(base.grouped) - 1 = \(ChangePhrase.percent(quotient))"
  }

  private mutating func judge(isInside: Bool) {
    verdict = values == nil ? .cannotAgree : isInside ? .agrees : .canAgree
  }
}

extension ChangeMeeting {
  /// Goes through the bases one by one where they are few, so that whole numbers are met exactly;
  /// where they are many, each base has room for a whole number and the ends alone decide.
  private mutating func meet(_ value: CountRange, _ base: CountRange, _ said: SaidRange) {
    if let high = base.high, high - base.low < fewBases {
      for number in base.low...high { meet(value, base: number, said) }
      return
    }
    meet(value, base: base.low, said)
    // The quotient falls as the base grows: what the greatest base allows closes the range.
    let last = base.high ?? Self.greatestBase(value, said) ?? base.low
    meet(value, base: max(last, base.low), said)
    if values == nil, let inner = Self.innerBase(value, base, said) {
      meet(value, base: inner, said)
    }
    guard let found = bases else { return }
    let lowest = Self.lowestBase(value, said).map { max(base.low, $0) } ?? base.low
    let highest = Self.least(base.high, Self.greatestBase(value, said))
    bases = CountRange(low: min(lowest, found.low), high: highest)
    values = Self.values(value, CountRange(low: lowest, high: highest), said)
  }

  private mutating func meet(_ value: CountRange, base: Int, _ said: SaidRange) {
    let scaled = said.mapped(times: Fraction(base), plus: .zero)
    let low = max(value.low, scaled.lowestWhole ?? value.low)
    let high = Self.least(value.high, scaled.highestWhole)
    guard high.map({ low <= $0 }) ?? true else { return }
    bases = CountRange(low: min(bases?.low ?? base, base), high: max(bases?.high ?? base, base))
    guard let known = values else {
      values = CountRange(low: low, high: high)
      return
    }
    let top = known.high.flatMap { known in high.map { max(known, $0) } }
    values = CountRange(low: min(known.low, low), high: top)
  }

  /// The greatest base from which the value is as said; nil where there is no end.
  private static func greatestBase(_ value: CountRange, _ said: SaidRange) -> Int? {
    guard let top = value.high, let end = said.low, end.value > .zero else { return nil }
    let quotient = Fraction(
      Int128(top) * end.value.denominator, end.value.numerator)
    return end.isIncluded ? quotient.floor : quotient.nextBelow
  }

  /// The least base from which the value is as said; nil where there is no end.
  private static func lowestBase(_ value: CountRange, _ said: SaidRange) -> Int? {
    guard let end = said.high, end.value > .zero else { return nil }
    let quotient = Fraction(
      Int128(value.low) * end.value.denominator, end.value.numerator)
    return end.isIncluded ? quotient.ceiling : quotient.nextAbove
  }

  private static func innerBase(
    _ value: CountRange, _ base: CountRange, _ said: SaidRange
  ) -> Int? {
    guard let lowest = lowestBase(value, said) else { return nil }
    let inner = max(base.low, lowest)
    return base.high.map { inner <= $0 } ?? true ? inner : nil
  }

  private static func values(
    _ value: CountRange, _ base: CountRange, _ said: SaidRange
  ) -> CountRange? {
    let least = said.mapped(times: Fraction(base.low), plus: .zero).lowestWhole
    let most = base.high.flatMap {
      said.mapped(times: Fraction($0), plus: .zero).highestWhole
    }
    return range(from: max(value.low, least ?? value.low), to: Self.least(value.high, most))
  }

  private static func range(from low: Int, to high: Int?) -> CountRange? {
    high.map { low <= $0 } ?? true ? CountRange(low: low, high: high) : nil
  }

  private static func least(_ left: Int?, _ right: Int?) -> Int? {
    guard let left else { return right }
    return right.map { min(left, $0) } ?? left
  }

  private static func sum(_ left: Int?, _ right: Int?) -> Int? {
    left.flatMap { left in right.map { left + $0 } }
  }

  private static func text(_ low: String?, _ high: String?) -> String {
    guard let low else { return high.map { "\($0) or less" } ?? "anything" }
    guard let high else { return "\(low) or more" }
    return low == high ? low : "\(low) to \(high)"
  }
}
