package import Tabular

extension ClaimsReport {
  /// The checks, a row each, in the order of the text.
  ///
  /// `figures` are ids parted by spaces; `allowed` is what the words of the figures allow, `against`
  /// what that is held against: the words of a change, the count of the records, the sum that is
  /// short.
  package var table: Table {
    var table = Table(
      columns: ["check", "figures", "reading", "verdict", "allowed", "against", "note"])
    for change in changes {
      let ids = [change.figure.id] + (change.base.map { [$0.id] } ?? [])
      table.append([
        "stated-change", ids.joined(separator: " "), "", change.verdict.rawValue, change.allowed,
        change.said, change.notes.joined(separator: "; "),
      ])
    }
    for record in records {
      table.append([
        "records", record.figure.id, "", record.verdict.rawValue, record.figure.range.text,
        record.count.map(\.grouped) ?? "", record.note,
      ])
    }
    for contradiction in contradictions {
      table.append([
        "together", contradiction.ids.joined(separator: " "), contradiction.reading.rawValue,
        "cannot hold", "at least \(contradiction.least.grouped)",
        "at most \(contradiction.most.grouped)", "short by \(contradiction.shortBy.grouped)",
      ])
    }
    for row in register.unread {
      table.append(["not-read", row.id, "", "not read", "", "", row.reason])
    }
    return table
  }
}
