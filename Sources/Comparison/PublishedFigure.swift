import TakedownModel

/// A figure that was said in public, as the register of such figures has it.
struct PublishedFigure: Hashable {
  let id: String
  let publisher: String
  let agency: String
  let measure: String
  /// The units counted, joined by `+`.
  let counts: String
  let window: DayWindow
  /// How the words bound the value: `exactly`, `about`, `more than`, `almost`, `at least`, `up to`.
  let qualifier: String
  let value: Int
  /// The id of the figure that it was compared with; empty for none.
  let changeBase: String
  let sourceTitle: String

  /// The qualifier of a figure that means what it says.
  static let exactly = "exactly"

  /// Qualifier and value, as they are said: `more than 8000`.
  var wording: String { qualifier.isEmpty ? String(value) : "\(qualifier) \(value)" }

  /// Where the figure can be found.
  var source: String { "\(publisher), \(sourceTitle)" }

  var period: Period { Period(.stated, id, window.start, window.end) }

  var key: FigureKey {
    FigureKey(
      origin: .published, measure: measure, counts: counts, agency: agency,
      platform: FigureKey.all, period: period)
  }
}
