extension ClaimsReport {
  /// The report to be read by people, without a line end after its last line.
  package var text: String {
    var lines: [String] = []
    lines += Self.section("Stated changes", changes.flatMap(\.lines), none: "No change was said.")
    lines += Self.section(
      "Against the records", recordLines, none: "There is no figure to hold against them.")
    lines += Self.section(
      "Against each other",
      contradictions.enumerated().flatMap { $1.lines(number: $0 + 1) }
        + (isCut ? ["There may be more; the search was ended."] : []),
      none: "The \(register.figures.count) figures can hold together.")
    if !register.unread.isEmpty {
      lines += Self.section(
        "Not read", register.unread.map { "  \($0.id): \($0.reason)" }, none: "")
    }
    lines += Self.section("How the words were read", Self.reading.map { "  " + $0 }, none: "")
    return lines.dropLast().joined(separator: "\n")
  }

  static func section(_ title: String, _ lines: [String], none: String) -> [String] {
    [title, ""] + (lines.isEmpty ? ["  " + none] : lines) + [""]
  }

  /// A line a figure; where nothing at all could be counted, that is said once.
  private var recordLines: [String] {
    let reasons = Set(records.map(\.note))
    if let reason = reasons.first, reasons.count == 1, records.count > 1,
      records.allSatisfy({ $0.verdict == .noRecords })
    {
      return ["  No figure was held against records: \(reason)."]
    }
    return records.map(\.line)
  }
}

extension RecordCheck {
  /// The check in one line.
  var line: String {
    """
      \(figure.id): \(verdict.rawValue): \(figure.wording) \(figure.counts) \
    (\(figure.range.text)), \(figure.days): \(note)
    """
  }
}

extension StatedChange {
  /// The check in lines.
  var lines: [String] {
    guard let base, verdict != .notRead else {
      return [
        "  \(figure.id): said '\(figure.change)'", "    not read: \(notes.joined(separator: "; "))",
      ]
    }
    var ending = verdict.rawValue
    let conditions =
      (values.map { ["where '\(figure.wording)' stands for \($0.text)"] } ?? [])
      + (baseValues.map { ["where '\(base.wording)' stands for \($0.text)"] } ?? [])
    if !conditions.isEmpty { ending += ": " + conditions.joined(separator: ", ") }
    return [
      "  \(figure.id): said '\(figure.change)'",
      "    \(base.wording) (\(base.range.text)), \(base.days)",
      "    to \(figure.wording) (\(figure.range.text)), \(figure.days)",
      "    the figures allow \(allowed), the words of the change \(said)",
      "    \(ending)",
    ] + (arithmetic + notes).map { "    " + $0 }
  }
}

extension Contradiction {
  /// The reckoning in lines.
  func lines(number: Int) -> [String] {
    let figures = lower.count + upper.count
    let units = units.joined(separator: "+")
    let taken =
      reading == .oneUnit
      ? "taking \(units) as one unit" : "counting \(units)" + (isMixed ? Self.parts : "")
    return [
      "  \(number). These \(figures) figures of \(agency) (\(measure)) cannot all hold, \(taken):",
      "     at least:",
    ] + Self.sum(lower, total: least) + ["     at most:"] + Self.sum(upper, total: most) + [
      """
           Every day of the first list is also among those of the second, so the second sum cannot \
      be below the first; it is short by \(shortBy.grouped). Without any one of them the others can \
      hold.
      """
    ] + (proviso.map { ["     \($0)"] } ?? [])
  }

  private static let parts = ", of which narrower units are a part"

  private var isMixed: Bool { Set((lower + upper).map(\.figure.units)).count > 1 }

  private static func sum(_ terms: [Term], total: Int) -> [String] {
    let width = total.grouped.count
    func padded(_ value: Int) -> String {
      String(repeating: " ", count: max(0, width - value.grouped.count)) + value.grouped
    }
    let rows = terms.enumerated().map { place, term in
      """
             \(place == 0 ? " " : "+") \(padded(term.limit))  \(term.figure.id): \
      \(term.figure.wording) \(term.figure.counts), \(term.figure.days)
      """
    }
    return terms.count == 1 ? rows : rows + ["       = \(padded(total))"]
  }
}
