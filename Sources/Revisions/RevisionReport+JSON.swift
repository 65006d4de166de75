package import Tabular

extension RevisionReport {
  /// The report as a document; a number that is not there, or cannot be told, is null.
  package var json: JSONValue {
    .object([
      "version": 1,
      "from": .string(from),
      "to": .string(to),
      "figures": .integer(compared),
      "changed": .integer(changed),
      "causes": .array(
        causes.map { .object(["part": .string($0.part.rawValue), "text": .string($0.text)]) }),
      "limits": .array(limits.map(JSONValue.string)),
      "revisions": .array(revisions.map(entry)),
    ])
  }

  private func entry(_ revision: FigureRevision) -> JSONValue {
    let figure = revision.figure
    let what = zip(Figure.keyColumns, figure.key).map { column, cell in
      JSONValue.Member(column, .string(cell))
    }
    let parts = zip(RevisionPart.allCases, revision.parts).map { part, amount in
      JSONValue.Member(part.rawValue, number(amount?.text ?? ""))
    }
    return .object(
      what + [
        .init("period_end", .string(figure.periodEnd)),
        .init("old_period_end", revision.oldPeriodEnd.map(JSONValue.string) ?? .null),
        .init("old_value", number(revision.old)),
        .init("new_value", number(revision.new)),
        .init("change", number(revision.change?.text ?? "")),
        .init("parts", .object(parts)),
        .init("revision", .array(revision.kinds.map(JSONValue.string))),
      ])
  }

  private func number(_ text: String) -> JSONValue {
    guard !text.isEmpty else { return .null }
    return Amount(text).map { .number($0.text) } ?? .string(text)
  }
}
