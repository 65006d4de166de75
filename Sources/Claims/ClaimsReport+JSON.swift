package import Tabular
import TakedownModel

extension ClaimsReport {
  /// The report as a document for programs.
  package var json: JSONValue {
    .object([
      "figures": .array(register.figures.map(\.json)),
      "stated_changes": .array(changes.map(\.json)),
      "against_records": .array(records.map(\.json)),
      "against_each_other": .array(contradictions.map(\.json)),
      "may_be_more": .bool(isCut),
      "not_read": .array(
        register.unread.map {
          .object(["figure_id": .string($0.id), "reason": .string($0.reason)])
        }
      ),
      "reading": .array(Self.reading.map { .string($0) }),
    ])
  }
}

extension CountRange {
  /// Both ends; null for no end.
  var json: JSONValue {
    .object(["low": .integer(low), "high": high.map { .integer($0) } ?? .null])
  }
}

extension SaidFigure {
  /// The figure and what its words allow.
  var json: JSONValue {
    .object([
      "figure_id": .string(id), "agency": .string(agency), "measure": .string(measure),
      "counts": .string(counts), "period_start": .string(first.description),
      "period_end": .string(last.description), "wording": .string(wording), "allowed": range.json,
    ])
  }
}

extension StatedChange {
  var json: JSONValue {
    .object([
      "figure_id": .string(figure.id), "base_id": base.map { .string($0.id) } ?? .null,
      "said": .string(figure.change), "verdict": .string(verdict.rawValue),
      "figures_allow": .string(allowed), "words_allow": .string(said), "values": values?.json,
      "base_values": baseValues?.json,
      "notes": .array((arithmetic + notes).map { .string($0) }),
    ])
  }
}

extension RecordCheck {
  var json: JSONValue {
    .object([
      "figure_id": .string(figure.id), "verdict": .string(verdict.rawValue),
      "allowed": figure.range.json, "records": count.map { .integer($0) } ?? .null,
      "note": .string(note),
    ])
  }
}

extension Contradiction {
  var json: JSONValue {
    func list(_ terms: [Term]) -> JSONValue {
      .array(
        terms.map {
          .object([
            "figure_id": .string($0.figure.id), "wording": .string($0.figure.wording),
            "limit": .integer($0.limit),
          ])
        })
    }
    return .object([
      "reading": .string(reading.rawValue), "agency": .string(agency),
      "measure": .string(measure), "counts": .string(units.joined(separator: "+")),
      "figures": .array(ids.map { .string($0) }), "at_least": list(lower),
      "at_least_sum": .integer(least), "at_most": list(upper), "at_most_sum": .integer(most),
      "short_by": .integer(shortBy), "note": .string(proviso ?? ""),
    ])
  }
}
