import ReleaseModel

extension ClaimsPage {
  /// The stated changes, each with both figures and the verdict.
  var statedChanges: [DocumentBlock] {
    let changes = checks(.statedChange)
    guard !changes.isEmpty else { return [] }
    return [.section("Stated changes")]
      + changes.enumerated().flatMap { section($1, number: $0 + 1) }
  }

  private func section(_ check: ClaimRow, number: Int) -> [DocumentBlock] {
    let figures = figures(check)
    let base = figures.first { $0.part == .base }
    let figure = figures.first { $0.part == .figure }
    let publisher = figure?.publisher ?? ""
    let day = figure.map { $0.saidOn.isEmpty ? "" : ", \($0.saidOn)" } ?? ""
    let title: RichText = "\(number). “\(check.changeSaid)” (\(publisher)\(words: day))"
    let rows = [("from", base), ("to", figure)].compactMap { name, figure in
      figure.map { [name] + $0.saidCells + [$0.allowed] }
    }
    return [
      .heading(level: 3, title),
      .table(
        DocumentTable(
          ["", "Said", "Counts", "Days", "Said by", "On", "The words allow"], rows)),
      .list(outcome(check, figure: figure, base: base)),
    ]
  }

  private func outcome(
    _ check: ClaimRow, figure: ClaimFigureRow?, base: ClaimFigureRow?
  ) -> [RichText] {
    let steps = check.ends.map { "An end of that range: \($0)" as RichText }
    let ranges: [RichText] =
      check.figuresAllow.isEmpty
      ? []
      : [
        """
        The words of the two figures allow \(check.figuresAllow); the words of the \
        change allow \(check.wordsAllow).
        """
      ]
    let conditions = [figure, base].compactMap { figure -> RichText? in
      guard let figure, let holds = figure.holds else { return nil }
      return "“\(figure.words)” stands for \(words: holds)"
    }
    var condition: RichText = ""
    for (place, each) in conditions.enumerated() {
      condition = condition + (place == 0 ? ", where " : " and ") + each
    }
    let verdict: RichText = "Verdict: **\(check.verdict)**\(condition)."
    let notes: [RichText] = check.note.isEmpty ? [] : ["Note: \(check.note)."]
    return ranges + steps + [verdict] + notes
  }

  /// Each figure with what the records count.
  var againstRecords: [DocumentBlock] {
    let records = checks(.records)
    guard !records.isEmpty else { return [] }
    let title = DocumentBlock.section("Against the records")
    let reasons = Set(records.map(\.note))
    if let reason = reasons.first, reasons.count == 1, records[0].verdict == "no records" {
      return [title, .paragraph("No figure was held against records: \(reason).")]
    }
    let hidden: [DocumentBlock] =
      records.contains { $0.status == "c" }
      ? [
        .words(
          "`[c]`: not shown, because the release does not show this count, so that no small count "
            + "can be worked out from it.")
      ] : []
    let rows = records.compactMap { check in
      figures(check).first.map { figure in
        let isHidden = check.status == "c"
        return [names.agency(figure.agency)] + figure.saidCells + [
          figure.allowed, check.records.map(NumberText.grouped) ?? (isHidden ? "[c]" : "[x]"),
          isHidden ? "[c]" : check.verdict, check.note,
        ]
      }
    }
    let columns = [
      "About", "Said", "Counts", "Days", "Said by", "On", "The words allow", "Records", "Verdict",
      "Note",
    ]
    return [title] + hidden + [.table(DocumentTable(columns, rows, numbers: [7]))]
  }

  /// The statements that are left out of every check.
  var notRead: [DocumentBlock] {
    let checks = checks(.notRead)
    guard !checks.isEmpty else { return [] }
    let rows = checks.flatMap { check in figures(check).map { $0.saidCells + [check.note] } }
    return [
      .section("Not read"),
      .table(DocumentTable(["Said", "Counts", "Days", "Said by", "On", "Why not"], rows)),
    ]
  }
}
