/// How coarsely a headline may say its figures without saying something else.
///
/// The coarsest of the steps at which value, base and change, each rounded on its own, still add
/// up; at which none of them becomes 0; at which the percent change of the rounded
/// figures differs from the exact one by less than 5 points; and at which each of them is within
/// 5% of the exact one, so that 501 against 501 is not said as almost 1,000.
///
/// 10,690 against 8,192 are said in steps of 500: 10,500 and 8,000, and the change of 2,498 as 2,500.
/// In steps of 1,000 they would be 11,000 and 8,000, but the change 2,000.
struct HeadlineRounding: Hashable {
  /// The steps, coarsest first; the last one always holds.
  static let steps = [1000, 500, 100, 50, 10, 1]

  let step: Int
  let value: RoundedFigure
  /// Nil where there is nothing to compare with.
  let base: RoundedFigure?
  /// The value less the base; nil where there is no base.
  let change: RoundedFigure?

  /// - Parameters:
  ///   - value: From 0 to `RowReader.greatestCount`.
  ///   - base: As `value`.
  init(value: Int, base: Int?) {
    self =
      Self.steps.lazy.map { HeadlineRounding(value: value, base: base, step: $0) }
      .first(where: \.isFaithful) ?? HeadlineRounding(value: value, base: base, step: 1)
  }

  private init(value: Int, base: Int?, step: Int) {
    self.step = step
    self.value = RoundedFigure(value, step: step)
    self.base = base.map { RoundedFigure($0, step: step) }
    change = base.map { RoundedFigure(value - $0, step: step) }
  }

  private var isFaithful: Bool { addsUp && keepsFromZero && keepsProportion && staysNear }

  private var addsUp: Bool {
    guard let base, let change else { return true }
    return value.rounded - base.rounded == change.rounded
  }

  private var keepsFromZero: Bool {
    [value, base, change].compactMap(\.self).allSatisfy { $0.exact == 0 || $0.rounded != 0 }
  }

  private var keepsProportion: Bool {
    guard let base, base.exact != 0 else { return true }
    // |v′/b′ − v/b| < 5/100, in whole numbers; wide enough for any two counts.
    let difference =
      Int128(value.rounded) * Int128(base.exact) - Int128(value.exact) * Int128(base.rounded)
    return difference.magnitude * 20
      < (Int128(base.rounded) * Int128(base.exact)).magnitude
  }

  private var staysNear: Bool {
    [value, base, change].compactMap(\.self).allSatisfy {
      $0.isExact || ($0.rounded - $0.exact).magnitude * 20 < $0.exact.magnitude
    }
  }
}
