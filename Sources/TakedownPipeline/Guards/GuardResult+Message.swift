import TakedownModel

extension GuardResult {
  /// What was found, what was expected, and what to do.
  package var message: String {
    let advice =
      state == .tripped
      ? "; \(remedy), or let it pass with 'takedowns run --accept \(id)'" : ""
    return "\(id): \(finding)\(advice)"
  }

  private var finding: String {
    switch figure {
    case .lastDay(nil, _, _, let every):
      "no record has a day that counts; expected one every \(every)"
    case .lastDay(let day?, let due, let today, let every):
      """
      the last record is of \(day), and it is \(today); expected one every \(every), the next by \
      \(due ?? day)
      """
    case .rows(let rows, let least):
      "\(Self.count(rows, "row")); expected at least \(DigitGroups.text(least))"
    case .change(let rows, let former?, let run?, let limit):
      """
      \(Self.count(rows, "row")), \(Self.percent(difference(rows, former), of: former) ?? "0")% \
      \(name == .maxFall ? "fewer" : "more") than the \(DigitGroups.text(former)) of the published \
      run \(run); expected at most \(limit)%
      """
    case .change(let rows, _, _, let limit):
      "\(Self.count(rows, "row")), and nothing published to compare with; limit \(limit)%"
    case .share(let part, let whole, let limit):
      """
      \(DigitGroups.text(part)) of \
      \(name == .maxRejects ? Self.count(whole, "row") + " cannot be used" : unmapped(whole)), \
      \(Self.percent(part, of: whole) ?? "0")%; expected at most \(limit)%
      """
    }
  }

  private func unmapped(_ records: Int) -> String {
    Self.count(records, "record") + " are of a platform that no register knows"
  }

  private static func count(_ count: Int, _ word: String) -> String {
    "\(DigitGroups.text(count)) \(word)\(count == 1 ? "" : "s")"
  }

  private var remedy: String {
    switch name {
    case .expectedEvery: "ask the agency for its log"
    case .minRows, .maxFall, .maxRise: "see whether the files are whole and each is there once"
    case .maxRejects: "see 1-ingest/rejects.csv and 2-normalize/issues.csv of the run"
    case .maxUnmapped: "see 'takedowns unmapped'"
    }
  }
}
