extension RevisionReport {
  /// The report for people: what happened, then a paragraph for each figure that changed.
  package var text: String {
    var lines = ["\(from) → \(to): \(changed) of \(compared) figures changed"]
    if changed > 0 {
      lines += causes.map { "  \($0.part.words): \($0.text)" }
      lines += limits.map { "  not told: \($0)" }
      for revision in revisions { lines += ["", headline(revision), "  " + reasons(revision)] }
    }
    return lines.joined(separator: "\n")
  }

  private func headline(_ revision: FigureRevision) -> String {
    let figure = revision.figure
    let place = ["agency", "platform"].map { column in
      let cell = figure.cell(column)
      return cell == "all" ? (column == "agency" ? "all agencies" : "all platforms") : cell
    }
    let before = revision.oldPeriodEnd.map { ", before to \($0)" } ?? ""
    let days = "\(figure.cell("period_start")) to \(figure.periodEnd)\(before)"
    let what =
      ([figure.cell("measure")] + place + [figure.cell("country"), figure.cell("category")])
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let name = figure.cell("period")
    let period =
      before.isEmpty && name.contains(figure.periodEnd) || name.isEmpty ? days : "\(name) (\(days))"
    let origin = figure.isCounted ? "" : "\(figure.cell("origin")): "
    let change = revision.change.map { " (\($0.signed))" } ?? ""
    return "\(origin)\(what), \(period): \(shown(revision.old)) → \(shown(revision.new))\(change)"
  }

  private func reasons(_ revision: FigureRevision) -> String {
    var parts: [String] = []
    for (part, amount) in zip(RevisionPart.allCases, revision.parts) {
      if let amount, !amount.isZero { parts.append("\(part.words) \(amount.signed)") }
    }
    guard !parts.isEmpty else { return "why cannot be told" }
    return parts.joined(separator: ", ") + ": " + revision.kinds.joined(separator: " and ")
  }

  private func shown(_ value: String) -> String {
    value.isEmpty ? "not there" : Amount(value)?.grouped ?? value
  }
}
