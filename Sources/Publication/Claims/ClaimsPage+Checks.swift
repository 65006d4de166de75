extension ClaimsPage {
  /// The stated changes, each with both figures and the verdict.
  var statedChanges: [String] {
    let changes = checks(.statedChange)
    guard !changes.isEmpty else { return [] }
    return ["## Stated changes"]
      + changes.enumerated().flatMap { section($1, number: $0 + 1) }
  }

  private func section(_ check: ClaimRow, number: Int) -> [String] {
    let figures = figures(check)
    let base = figures.first { $0.part == .base }
    let figure = figures.first { $0.part == .figure }
    let publisher = Markdown.text(figure?.publisher ?? "")
    let day = figure.map { $0.saidOn.isEmpty ? "" : ", \($0.saidOn)" } ?? ""
    let rows = [("from", base), ("to", figure)].compactMap { name, figure in
      figure.map { [name] + $0.saidCells + [$0.allowed] }
    }
    return [
      "### \(number). “\(Markdown.text(check.changeSaid))” (\(publisher)\(day))",
      Markdown.table(["", "Said", "Counts", "Days", "Said by", "On", "The words allow"], rows),
      Markdown.list(outcome(check, figure: figure, base: base)),
    ]
  }

  private func outcome(
    _ check: ClaimRow, figure: ClaimFigureRow?, base: ClaimFigureRow?
  ) -> [String] {
    let steps = check.ends.map { "An end of that range: \(Markdown.text($0))" }
    let ranges =
      check.figuresAllow.isEmpty
      ? []
      : [
        "The words of the two figures allow \(Markdown.text(check.figuresAllow)); the words of the "
          + "change allow \(Markdown.text(check.wordsAllow))."
      ]
    let conditions = [figure, base].compactMap { figure -> String? in
      guard let figure, let holds = figure.holds else { return nil }
      return "“\(Markdown.text(figure.words))” stands for \(holds)"
    }
    let condition = conditions.isEmpty ? "" : ", where \(NumberText.list(conditions))"
    let notes = check.note.isEmpty ? [] : ["Note: \(Markdown.text(check.note))."]
    return ranges + steps + ["Verdict: **\(Markdown.text(check.verdict))**\(condition)."] + notes
  }

  /// Each figure with what the records count.
  var againstRecords: [String] {
    let records = checks(.records)
    guard !records.isEmpty else { return [] }
    let title = "## Against the records"
    let reasons = Set(records.map(\.note))
    if let reason = reasons.first, reasons.count == 1, records[0].verdict == "no records" {
      return [title, "No figure was held against records: \(Markdown.text(reason))."]
    }
    let hidden =
      records.contains { $0.status == "c" }
      ? [
        "`[c]`: not shown, because the release does not show this count, so that no small count "
          + "can be worked out from it."
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
    return [title] + hidden + [Markdown.table(columns, rows, numbers: [7])]
  }

  /// The statements that are left out of every check.
  var notRead: [String] {
    let checks = checks(.notRead)
    guard !checks.isEmpty else { return [] }
    let rows = checks.flatMap { check in figures(check).map { $0.saidCells + [check.note] } }
    return [
      "## Not read",
      Markdown.table(["Said", "Counts", "Days", "Said by", "On", "Why not"], rows),
    ]
  }
}
