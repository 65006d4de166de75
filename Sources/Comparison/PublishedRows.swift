import TakedownModel

/// The rows of published figures, which enter no sum.
struct PublishedRows {
  let figures: PublishedFigures
  /// Events across which figures do not compare without a mark.
  var breaks: [SeriesBreak] = []

  /// A row a figure.
  var counts: [FigureRow] {
    figures.figures.map { figure in
      FigureRow(
        key: figure.key, value: figure.value, status: .published, qualifier: figure.qualifier,
        source: figure.source)
    }
  }

  /// A row a figure that was said to have changed, worked out from the two values alone.
  var comparisons: [ComparisonRow] {
    figures.figures.compactMap { figure in
      figures.base(of: figure).flatMap { comparison(of: figure, with: $0) }
    }
  }

  private func comparison(
    of figure: PublishedFigure, with base: PublishedFigure
  ) -> ComparisonRow? {
    guard let change = Change(value: figure.value, base: base.value) else { return nil }
    var marks: Set<String> = []
    var notes = [Notes.saidInPublic]
    let isExact =
      figure.qualifier == PublishedFigure.exactly && base.qualifier == PublishedFigure.exactly
    if !isExact { notes.append(Notes.wording(figure, base)) }
    for (what, own, other) in [
      ("units of count", figure.counts, base.counts),
      ("measures", figure.measure, base.measure),
      ("agencies", figure.agency, base.agency),
    ] where own != other {
      marks.insert("[b]")
      notes.append(Notes.differ(what, own, other))
    }
    for event in breaks where event.isCrossed(by: figure.key, base: base.period) {
      marks.insert("[b]")
      notes.append(Notes.crosses(event))
    }
    if let mark = change.mark { marks.insert(mark) }
    if let note = Notes.leapDay(figure.window, base.window) { notes.append(note) }
    return ComparisonRow(
      key: figure.key, base: base.period, change: change,
      basis: Self.basis(figure.window, base.window), status: .published, marks: marks,
      qualifier: figure.qualifier, baseQualifier: base.qualifier, notes: notes,
      source: figure.source)
  }

  private static func basis(_ window: DayWindow, _ base: DayWindow) -> Basis {
    if let years = window.wholeYears, years == base.wholeYears { return .fullPeriod }
    return window.isYear(after: base) ? .samePeriod : .unlike
  }
}
