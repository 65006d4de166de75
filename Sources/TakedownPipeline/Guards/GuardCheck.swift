import TakedownModel

/// Holds what a run counted of a source against the source's limits.
struct GuardCheck {
  let source: String
  let settings: GuardSettings
  let counts: SourceCounts
  /// The run that is published, with what it counted of the source; nil for what there is not.
  let former: (run: String, rows: Int?)?
  /// The last day of the current period, or the present day.
  let today: CalendarDate

  /// One for each guard that has a limit, in their order; none of them is accepted.
  var results: [GuardResult] {
    settings.names.compactMap { name in
      let found = figure(name)
      return found.map { figure, isBroken in
        GuardResult(
          source: source, name: name, state: state(isBroken), figure: figure)
      }
    }
  }

  /// Nil in `isBroken` is a figure that has nothing to be set beside.
  private func state(_ isBroken: Bool?) -> GuardResult.State {
    if counts.isMissing { return .sourceMissing }
    return isBroken.map { $0 ? .tripped : .fine } ?? .notCompared
  }

  private func figure(_ name: GuardName) -> (GuardResult.Figure, isBroken: Bool?)? {
    switch name {
    case .expectedEvery: settings.expectedEvery.map(freshness)
    case .minRows:
      settings.minRows.map { (.rows(counts.rows, atLeast: $0), counts.rows < $0) }
    case .maxFall: settings.maxFall.map { change($0, isFall: true) }
    case .maxRise: settings.maxRise.map { change($0, isFall: false) }
    case .maxRejects:
      settings.maxRejects.map { share(counts.rejects + counts.faulty, of: counts.rows, $0) }
    case .maxUnmapped: settings.maxUnmapped.map { share(counts.unmapped, of: counts.records, $0) }
    }
  }

  private func freshness(_ every: CalendarSpan) -> (GuardResult.Figure, isBroken: Bool?) {
    let due = counts.lastDay.map { every.end(from: $0) }
    return (
      .lastDay(counts.lastDay, due: due, today: today, every: every),
      due.map { today > $0 } ?? true
    )
  }

  /// Of no rows there is no percentage.
  private func change(_ limit: Int, isFall: Bool) -> (GuardResult.Figure, isBroken: Bool?) {
    let rows = former?.rows.flatMap { $0 > 0 ? $0 : nil }
    let isBroken = rows.map { ($0 - counts.rows) * (isFall ? 100 : -100) > limit * $0 }
    return (
      .change(rows: counts.rows, former: former?.rows, run: former?.run, percent: limit), isBroken
    )
  }

  private func share(
    _ part: Int, of whole: Int, _ limit: Int
  ) -> (GuardResult.Figure, isBroken: Bool?) {
    (.share(part, of: whole, percent: limit), part * 100 > limit * whole)
  }
}
