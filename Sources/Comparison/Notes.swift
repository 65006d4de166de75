import TakedownModel

/// The words that stand beside a comparison.
enum Notes {
  /// 29 February, where one side has more of them than the other.
  static func leapDay(_ window: DayWindow, _ base: DayWindow) -> String? {
    let own = window.leapDays
    let other = base.leapDays
    guard own.count != other.count else { return nil }
    let isInPeriod = own.count > other.count
    let days = (isInPeriod ? own : other).map(\.spoken).joined(separator: " and ")
    return "\(days) is counted in the \(isInPeriod ? "period" : "base period") only"
  }

  static func noRecords(of agency: String, inBase: Bool) -> String {
    let who = agency == FigureKey.all ? "no agency" : agency
    let verb = agency == FigureKey.all ? "has any records" : "has no records"
    return "\(who) \(verb) in the \(inBase ? "base period" : "period")"
  }

  static func recordsBegin(of agency: String, on day: CalendarDate) -> String {
    "records of \(agency) begin on \(day.spoken)"
  }

  static func recordsEnd(of agency: String, on day: CalendarDate) -> String {
    "records of \(agency) end on \(day.spoken)"
  }

  static func onlyInPeriod(_ agencies: [String]) -> String {
    "agencies with records in the period only: \(agencies.joined(separator: ", "))"
  }

  static func onlyInBase(_ agencies: [String]) -> String {
    "agencies with records in the base period only: \(agencies.joined(separator: ", "))"
  }

  /// Platforms with records on one side only.
  static func platforms(_ coverage: SideCoverage, name: (String) -> String) -> [String] {
    let onlyInPeriod = coverage.platforms.filter { !coverage.basePlatforms.contains($0) }
    let onlyInBase = coverage.basePlatforms.filter { !coverage.platforms.contains($0) }
    return [(onlyInPeriod, "period"), (onlyInBase, "base period")].compactMap { ids, side in
      ids.isEmpty
        ? nil
        : "platforms with records in the \(side) only: "
          + ids.map(name).joined(separator: ", ")
    }
  }

  static func matched(isOfAgencies: Bool) -> String {
    isOfAgencies
      ? "like for like: only agencies and platforms with records on both sides"
      : "like for like: only platforms with records on both sides"
  }

  static let unlike = "an unfinished period against a whole one"

  static func crosses(_ event: SeriesBreak) -> String {
    "break on \(event.date.spoken): \(event.text)"
  }

  static let saidInPublic = "figures as said in public, not counted here"

  static func differ(_ what: String, _ own: String, _ base: String) -> String {
    "\(what) differ: \(own) against \(base)"
  }

  static func wording(_ figure: PublishedFigure, _ base: PublishedFigure) -> String {
    "said as \(figure.wording) against \(base.wording)"
  }
}
