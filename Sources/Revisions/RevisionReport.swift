package import Tabular

/// Which figures changed between two runs, by how much and why.
package struct RevisionReport: Sendable {
  /// The run that the figures changed from, and the one that they changed to.
  package let from: String
  package let to: String
  /// What happened between the runs, by part, a sentence each.
  package let causes: [(part: RevisionPart, text: String)]
  /// What could not be told, and why; empty where the parts are complete.
  package let limits: [String]
  /// How many figures the two runs have together.
  package let compared: Int
  let revisions: [FigureRevision]

  /// Compares the tables of counts.
  ///
  /// - Parameters:
  ///   - from: the name of the earlier run.
  ///   - to: the name of the later run.
  ///   - states: the table of counts of the old run, of the states after each part but the last, and
  ///     of the new run. Nil for a state that could not be worked out, whose part is told with the
  ///     next; for no parts at all, nil for all three.
  ///   - isSplit: whether parts can be told.
  ///   - causes: what happened between the runs.
  ///   - limits: what cannot be told, and why.
  package init(
    from: String, to: String, states: [Table?], isSplit: Bool,
    causes: [(part: RevisionPart, text: String)], limits: [String]
  ) {
    self.from = from
    self.to = to
    self.causes = causes
    self.limits = limits
    let tables = states.map { $0.map(Figure.all) ?? [] }
    let indices = tables.map { figures in
      Dictionary(figures.map { ($0.key, $0) }) { first, _ in first }
    }
    var seen: Set<[String]> = []
    let figures = ((tables.last ?? []) + (tables.first ?? [])).filter {
      seen.insert($0.key).inserted
    }
    compared = figures.count
    var known = states.map { $0 != nil }
    if !isSplit { known = known.map { _ in false } }
    revisions = figures.compactMap { figure in
      guard figure.isCounted else {
        let old = indices.first?[figure.key]
        return FigureRevision(
          from: old, to: indices.last?[figure.key], part: old == nil ? .late : .restated)
      }
      return FigureRevision(states: indices.map { $0[figure.key] }, known: known)
    }
  }

  private init(_ report: RevisionReport, keeping revisions: [FigureRevision]) {
    from = report.from
    to = report.to
    causes = report.causes
    limits = report.limits
    compared = report.compared
    self.revisions = revisions
  }

  /// How many figures changed.
  package var changed: Int { revisions.count }

  /// The report on those figures alone whose column, such as `agency`, holds this text.
  package func filtered(_ column: String, _ text: String?) -> RevisionReport {
    guard let text else { return self }
    return RevisionReport(self, keeping: revisions.filter { $0.figure.cell(column) == text })
  }

  /// A row for each figure that changed: what it is, both values, the change and its parts.
  package var table: Table {
    let columns =
      Figure.keyColumns + ["period_end", "old_period_end", "old_value", "new_value", "change"]
      + RevisionPart.allCases.map(\.rawValue) + ["revision"]
    var table = Table(columns: columns)
    for revision in revisions {
      table.append(
        Array(revision.figure.key.prefix(Figure.keyColumns.count)) + [
          revision.figure.periodEnd, revision.oldPeriodEnd ?? "", revision.old, revision.new,
          revision.change?.text ?? "",
        ] + revision.parts.map { $0?.text ?? "" } + [revision.kinds.joined(separator: " and ")])
    }
    return table
  }
}
