package import Tabular

extension ClaimsReport {
  /// The columns of `checks`.
  package static let checkColumns = [
    "check", "kind", "verdict", "status", "reading", "agency", "measure", "counts", "change_said",
    "figures_allow", "words_allow", "at_least", "at_most", "short_by", "records", "arithmetic",
    "note",
  ]

  /// The verdict of the row that says that there may be more contradictions than are listed.
  package static let notAllFound = "not all found"

  /// The checks, a row each, numbered from 1: contradictions, stated changes, figures held against
  /// the records, and rows that could not be read.
  ///
  /// `at_least` and `at_most` are the two sums of a contradiction, and what the words of a figure
  /// allow where it is held against the records; `arithmetic` has its steps parted by `; `. Cells
  /// that do not apply are empty; `status` is there for whoever hides what the records count.
  package var checks: Table {
    var rows: [[String: String]] = contradictions.map(\.cells)
    if isCut {
      rows.append([
        "kind": "together", "verdict": Self.notAllFound,
        "note": "there may be more; the search was ended",
      ])
    }
    rows += changes.map(\.cells) + records.map(\.cells)
    rows += register.unread.map {
      ["kind": "not-read", "verdict": "not read", "note": $0.reason]
    }
    var table = Table(columns: Self.checkColumns)
    for (place, row) in rows.enumerated() {
      table.append(
        Self.checkColumns.map { $0 == "check" ? String(place + 1) : row[$0] ?? "" })
    }
    return table
  }
}

extension Contradiction {
  fileprivate var cells: [String: String] {
    let sums = [lower, upper].map { terms in terms.map(\.limit.grouped).joined(separator: " + ") }
    let steps = zip([lower, upper], zip(sums, [least, most])).map { terms, sum in
      terms.count == 1 ? sum.0 : "\(sum.0) = \(sum.1.grouped)"
    }
    let shortfall = "\(least.grouped) - \(most.grouped) = \(shortBy.grouped)"
    return [
      "kind": "together", "verdict": "cannot hold", "reading": reading.rawValue, "agency": agency,
      "measure": measure, "counts": units.joined(separator: "+"), "at_least": String(least),
      "at_most": String(most), "short_by": String(shortBy),
      "arithmetic": (steps + [shortfall]).joined(separator: "; "), "note": proviso ?? "",
    ]
  }
}

extension StatedChange {
  fileprivate var cells: [String: String] {
    figure.cells.merging([
      "kind": "stated-change", "verdict": verdict.rawValue, "change_said": figure.change,
      "figures_allow": allowed, "words_allow": said,
      "arithmetic": arithmetic.joined(separator: "; "), "note": notes.joined(separator: "; "),
    ]) { $1 }
  }
}

extension RecordCheck {
  fileprivate var cells: [String: String] {
    figure.cells.merging([
      "kind": "records", "verdict": verdict.rawValue, "at_least": String(figure.range.low),
      "at_most": figure.range.high.map(String.init) ?? "",
      "records": count.map(String.init) ?? "", "note": note,
    ]) { $1 }
  }
}

extension SaidFigure {
  fileprivate var cells: [String: String] {
    ["agency": agency, "measure": measure, "counts": counts]
  }
}
