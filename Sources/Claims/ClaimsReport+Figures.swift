package import Tabular

extension ClaimsReport {
  /// What `figures` copies from the register.
  private static let copiedColumns = [
    "publisher", "published_on", "agency", "measure", "counts", "period_start", "period_end",
    "qualifier", "value", "source_title", "source_url",
  ]

  /// The columns of `figures`.
  package static let figureColumns =
    ["check", "part", "figure_id"] + copiedColumns
    + ["allowed_low", "allowed_high", "used", "holds_low", "holds_high"]

  /// The figures of each check, a row each, with what the register says of them.
  ///
  /// `check` is the number that `checks` gives. `part` is `at-least` or `at-most` in a contradiction,
  /// `figure` or `base` in a stated change, `figure` in the others. `used` is the end of the range
  /// that a sum takes, `holds_low` and `holds_high` for which values a change is as said; an empty
  /// `allowed_high` is no end.
  ///
  /// - Parameter published: The rows of the register, with the columns of
  ///   `StageColumns.published`.
  /// - Returns: A table with the columns of `figureColumns`.
  package func figures(of published: Table) -> Table {
    let register = Dictionary(
      published.rows.map { row in
        let cells = Dictionary(zip(published.columns, row)) { first, _ in first }
        return (cells["figure_id"] ?? "", cells)
      }, uniquingKeysWith: { first, _ in first })
    var table = Table(columns: Self.figureColumns)
    for (place, parts) in parts.enumerated() {
      for part in parts {
        let said = register[part.id] ?? [:]
        table.append(
          [String(place + 1), part.name, part.id] + Self.copiedColumns.map { said[$0] ?? "" }
            + part.numbers)
      }
    }
    return table
  }

  /// A figure in a check.
  private struct Part {
    let name: String
    let id: String
    /// What stands in the last five columns.
    let numbers: [String]

    init(
      _ name: String, _ id: String, allowed: CountRange? = nil, used: Int? = nil,
      holds: CountRange? = nil
    ) {
      self.name = name
      self.id = id
      numbers = [allowed?.low, allowed?.high, used, holds?.low, holds?.high].map {
        $0.map(String.init) ?? ""
      }
    }
  }

  /// The figures of each check, in the order of `checks`.
  private var parts: [[Part]] {
    let together = contradictions.map { contradiction in
      contradiction.lower.map { Self.part("at-least", $0) }
        + contradiction.upper.map { Self.part("at-most", $0) }
    }
    let changes = changes.map { change in
      [Part("figure", change.figure.id, allowed: change.figure.range, holds: change.values)]
        + (change.base.map {
          [Part("base", $0.id, allowed: $0.range, holds: change.baseValues)]
        } ?? [])
    }
    let records = records.map {
      [Part("figure", $0.figure.id, allowed: $0.figure.range)]
    }
    let unread = register.unread.map { [Part("figure", $0.id)] }
    return together + (isCut ? [[]] : []) + changes + records + unread
  }

  private static func part(_ name: String, _ term: Contradiction.Term) -> Part {
    Part(name, term.figure.id, allowed: term.figure.range, used: term.limit)
  }
}
