package import Tabular
import TakedownModel

extension ClaimReport {
  /// The report to be read by people, without a line end after its last line.
  package var text: String {
    var lines: [String] = []
    let figure = claim.figure
    lines += ClaimsReport.section(
      "The claim",
      (sentence?.lines ?? []) + [
        "  \(figure.wording) \(figure.counts) (\(figure.range.text)), \(figure.agency), "
          + "\(figure.measure), \(figure.days)"
      ]
        + (claim.isAgencyAssumed
          ? ["  no agency was named: taken for \(figure.agency), which the first headline is about"]
          : [])
        + (claim.change.map { ["  change: '\($0.text)' (\($0.range))"] } ?? []), none: "")
    lines += ClaimsReport.section(
      "Against the records", [record.line] + readings.flatMap { $0.lines(claim) }, none: "")
    lines += ClaimsReport.section(
      "Against the register",
      changes.flatMap(\.lines)
        + contradictions.enumerated().flatMap { $1.lines(number: $0 + 1) },
      none: claim.agency == nil
        ? "The claim is about all agencies jointly; the register has no such figures."
        : "It can hold together with the figures of the register.")
    return lines.dropLast().joined(separator: "\n")
  }

  /// The report as a document for programs.
  package var json: JSONValue {
    .object([
      "claim": claim.figure.json, "agency_assumed": .bool(claim.isAgencyAssumed),
      "change": claim.change.map {
        .object(["said": .string($0.text), "words_allow": .string($0.range)])
      },
      "sentence": sentence?.json,
      "against_records": record.json,
      "readings": .array(readings.map(\.json)),
      "stated_changes": .array(changes.map(\.json)),
      "against_each_other": .array(contradictions.map(\.json)),
      "reading": .array(ClaimsReport.reading.map { .string($0) }),
    ])
  }
}

extension CheckedReading {
  /// The reading in lines.
  func lines(_ claim: Claim) -> [String] {
    let verdict =
      agrees.map { $0 ? "agrees" : isCovered ? "does not agree" : "not covered" } ?? "no records"
    var lines = ["  \(reading.name): \(verdict)"]
    guard let count else { return lines }
    lines.append(
      "    \(reading.window.text): \(count.grouped), "
        + "\(valueAgrees == true ? "as" : "not as") the words allow (\(claim.figure.range.text))")
    if let base = reading.base, let baseCount, let phrase = claim.change {
      let comparison = changeAgrees.map { $0 ? "as" : "not as" } ?? "without a percentage for"
      lines.append(
        "    \(base.text): \(baseCount.grouped); change \(change), \(comparison) the words allow "
          + "(\(phrase.range))")
    }
    if !isCovered { lines.append("    the agency's records do not cover all of these days") }
    return lines
  }

  var json: JSONValue {
    func window(_ window: ClaimReading.Window) -> JSONValue {
      .object([
        "first": .string(window.first.description), "last": .string(window.last.description),
      ])
    }
    func answer(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
    return .object([
      "name": .string(reading.name), "days": window(reading.window),
      "base_days": reading.base.map(window), "records": count.map { .integer($0) } ?? .null,
      "base_records": baseCount.map { .integer($0) }, "change": .string(change),
      "covered": .bool(isCovered), "value_agrees": answer(valueAgrees),
      "change_agrees": answer(changeAgrees),
    ])
  }
}
