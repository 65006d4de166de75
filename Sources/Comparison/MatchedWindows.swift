import TakedownModel

/// The windows of a plan, and after them those in which only agencies of both sides count.
struct MatchedWindows {
  private(set) var windows: [CountedWindow]
  private var numbers: [CountedWindow: Int] = [:]

  /// Adds windows wherever the agencies of two sides differ and something is left to compare.
  init(_ plan: PeriodPlan, _ presence: Presence) {
    windows = plan.windows.map { CountedWindow(days: $0) }
    for planned in plan.periods {
      for base in planned.bases {
        let sides = CoverageSides(
          presence, agency: nil, window: planned.window, base: base.window)
        guard sides.agenciesDiffer, sides.canBeMatched else { continue }
        add(plan.windows[planned.window], sides)
        add(plan.windows[base.window], sides)
      }
    }
  }

  private mutating func add(_ days: DayWindow, _ sides: CoverageSides) {
    let window = CountedWindow(days: days, agencies: sides.matchedAgencies)
    guard numbers[window] == nil else { return }
    numbers[window] = windows.count
    windows.append(window)
  }

  /// The number of the window with the same days in which only agencies of both sides count.
  func window(_ number: Int, _ sides: CoverageSides) -> Int {
    guard sides.agenciesDiffer else { return number }
    let window = CountedWindow(days: windows[number].days, agencies: sides.matchedAgencies)
    return numbers[window] ?? number
  }
}
