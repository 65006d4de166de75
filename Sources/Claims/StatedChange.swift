/// A change that was said, held against the two figures that it lies between.
package struct StatedChange: Hashable, Sendable {
  /// How the two ranges lie to each other.
  package enum Verdict: String, Sendable {
    /// Whatever the figures stand for, the change is as said.
    case agrees
    /// For some values it is, for others not.
    case canAgree = "can agree"
    /// For none.
    case cannotAgree = "cannot agree"
    /// The change has no base in the register, or its words are not understood.
    case notRead = "not read"
  }

  package let figure: SaidFigure
  /// Nil where the register does not have it.
  package let base: SaidFigure?
  package let verdict: Verdict
  /// The range of change that the words of both figures allow: `+41.6% to +62.1%`.
  package let allowed: String
  /// The range that the words of the change allow; empty where they are not understood.
  package let said: String
  /// For which values of the figure and of its base they meet; nil where that is for all of them,
  /// or for none.
  package let values: CountRange?
  package let baseValues: CountRange?
  /// How the two ends of the allowed range come about, the least first; an open end has none.
  package let arithmetic: [String]
  /// What else is to be known: what the two numbers themselves give, what differs, why not read.
  package let notes: [String]
}

extension StatedChange {
  /// Holds the change of a figure against its base.
  init(_ figure: SaidFigure, base: SaidFigure?) {
    guard let base, base.id != figure.id else {
      self.init(
        unread: figure, base: nil,
        figure.changeBase.isEmpty
          ? "the register does not say what it changed from: change_base is empty"
          : "its base '\(figure.changeBase)' has no figure that could be read")
      return
    }
    guard let phrase = ChangePhrase(figure.change) else {
      self.init(
        unread: figure, base: base,
        "'\(figure.change)' is not understood; expected words such as '+40%', 'almost a third', "
          + "'10,000 more', 'doubled'")
      return
    }
    let meeting = ChangeMeeting(figure.range, base.range, phrase)
    guard let verdict = meeting.verdict else {
      self.init(unread: figure, base: base, "from a base of 0 there is no percentage")
      return
    }
    self.init(
      figure: figure, base: base, verdict: verdict, allowed: meeting.allowed, said: phrase.range,
      values: verdict == .canAgree && meeting.values != figure.range ? meeting.values : nil,
      baseValues: verdict == .canAgree && meeting.bases != base.range ? meeting.bases : nil,
      arithmetic: meeting.arithmetic,
      notes: Self.spoken(figure, base, phrase) + Self.differences(figure, base))
  }

  private init(unread figure: SaidFigure, base: SaidFigure?, _ reason: String) {
    self.init(
      figure: figure, base: base, verdict: .notRead, allowed: "", said: "", values: nil,
      baseValues: nil, arithmetic: [], notes: [reason])
  }

  /// What the two numbers themselves give, where that is not what was said.
  private static func spoken(
    _ figure: SaidFigure, _ base: SaidFigure, _ phrase: ChangePhrase
  ) -> [String] {
    let change: String
    let range: SaidRange
    let value: Fraction
    switch phrase.allowed {
    case .difference(let said):
      range = said
      value = Fraction(figure.value - base.value)
      change = (figure.value - base.value).signedText
    case .quotient(let said):
      guard base.value > 0 else { return [] }
      range = said
      value = Fraction(Int128(figure.value), Int128(base.value))
      change = ChangePhrase.percent(value)
    }
    guard !range.contains(value) else { return [] }
    return [
      "from \(base.value.grouped) itself to \(figure.value.grouped) itself it is \(change), "
        + "which is \(range.isBelow(value) ? "more" : "less") than '\(phrase.text)'"
    ]
  }

  private static func differences(_ figure: SaidFigure, _ base: SaidFigure) -> [String] {
    [
      ("units of count", figure.counts, base.counts), ("measures", figure.measure, base.measure),
      ("agencies", figure.agency, base.agency),
    ].compactMap { what, own, other in
      own == other ? nil : "the \(what) differ: \(own) here, \(other) in the base"
    }
  }
}
