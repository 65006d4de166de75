import ReleaseModel

extension ClaimsPage {
  /// The statements that cannot all hold, each set with its two sums.
  var together: [DocumentBlock] {
    let contradictions = checks.filter(\.isContradiction)
    let isCut = checks(.together).count > contradictions.count
    guard !contradictions.isEmpty || isCut else { return [] }
    return [.section("Statements that cannot all hold")]
      + contradictions.enumerated().flatMap { section($1, number: $0 + 1) }
      + (isCut
        ? [.words("There may be more such sets; the search for them was ended.")] : [])
  }

  private func section(_ check: ClaimRow, number: Int) -> [DocumentBlock] {
    let figures = figures(check)
    let lower = figures.filter { $0.part == .atLeast }
    let upper = figures.filter { $0.part == .atMost }
    let count = NumberText.counted(figures.count, "statement", "statements")
    let agency = names.agencyInSentence(check.agency)
    let shortfall = NumberText.grouped(check.shortBy ?? 0)
    let steps = check.steps
    func sum(_ place: Int, _ words: String) -> [DocumentBlock] {
      steps.indices.contains(place)
        ? [.paragraph("\(words: words): \(steps[place]).")] : []
    }
    let end: RichText = steps.count > 2 ? ": \(steps[2])." : "."
    let title: RichText =
      "\(number). Short by \(words: shortfall): \(words: count) about \(agency)"
    return [
      .heading(level: 3, title), taken(check, figures),
      .words("**The least that these mean**"), table(lower, used: "At least"),
    ] + sum(0, "Together at least") + [
      .words("**The most that these mean**"), table(upper, used: "At most"),
    ] + sum(1, "Together at most") + [
      .paragraph(
        """
        Every day of the first list is also among those of the second, so the second sum cannot be \
        below the first. It is short by \(words: shortfall)\(end)
        """),
      .words("Without any one of them the others can hold."),
    ] + (check.note.isEmpty ? [] : [.paragraph("\(check.note)")])
  }

  private func taken(_ check: ClaimRow, _ figures: [ClaimFigureRow]) -> DocumentBlock {
    let units = NumberText.units(joined: check.counts)
    let isMixed = Set(figures.map { NumberText.units(joined: $0.counts) }).count > 1
    let way: RichText =
      switch (check.reading, isMixed) {
      case ("one unit", _): "taking \(units) as one unit"
      case (_, true): "counting \(units), of which narrower units are a part"
      default: "counting \(units)"
      }
    return .paragraph("These cannot all hold, \(way). Measure: \(check.measure).")
  }

  private func table(_ figures: [ClaimFigureRow], used: String) -> DocumentBlock {
    .table(
      DocumentTable(
        ["Said", "Counts", "Days", "Said by", "On", "The words allow", used],
        figures.map { figure in
          figure.saidCells + [
            figure.allowed, figure.used.map(NumberText.grouped) ?? "",
          ]
        }, numbers: [6]))
  }
}
