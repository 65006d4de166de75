import DisclosureControl
import TakedownModel

extension FigureCells {
  /// Periods that lie end to end add up to the one that they fill.
  mutating func relateTimes() {
    var series: [FigurePlace: [FigurePlace.Window]] = [:]
    for place in numbers.keys { series[place.ofAnyDays, default: []].append(place.window) }
    let windows = kinds.keys.sorted()
    let tilings = self.tilings(of: windows)
    let shown = release.kinds.filter { $0.value != [ReleaseFigures.coverageKind] }.keys.sorted()
    for of in series.keys.sorted(by: { $0.key < $1.key }) {
      if of.isOfRecords && of.scope.isEmpty {
        let given = release.isGivenThroughout.contains(of) ? shown : []
        let windows = Set(series[of] ?? []).union(given).sorted()
        if isFormer {
          relateFormerTotals(of, windows)
        } else {
          relateRunningTotals(of, windows)
        }
      }
      for (window, parts) in tilings {
        let total = of.over(window)
        guard numbers[total] != nil else { continue }
        relate(total, parts.map(of.over))
      }
    }
  }

  /// A day that has the same running total and lies among the records of an agency.
  private func day(_ day: Int, _ agency: String) -> Int {
    release.extents[agency].map { min(max(day, $0.start), $0.end) } ?? day
  }

  /// A period's figure is the running total at its end less the one at its start.
  ///
  /// So every way in which periods add up or overlap is known at once: rolling years give months, and
  /// quarters years. Running totals do not move before the first record and after the last, and a
  /// period without a figure has none.
  private mutating func relateRunningTotals(
    _ of: FigurePlace, _ windows: [FigurePlace.Window]
  ) {
    var totals: [Int: Int] = [:]
    var tied = DayTotals()
    // What a former release says of a period that is published no more comes last: it is left out
    // where it is not what the figures of today come to.
    let past = windows.filter { isPast(of.over($0)) }
    for window in windows.filter({ !isPast(of.over($0)) }) + past {
      let (start, end) = (day(window.start, of.agency), day(window.end, of.agency))
      let place = of.over(window)
      let number = numbers[place]
      let value = number == nil ? 0 : values[place]
      guard start < end, value.map({ tied.tie(start, end, by: $0) }) ?? true else { continue }
      for day in [start, end] where totals[day] == nil {
        totals[day] = addUnpublished(
          "running total\u{1f}" + of.over(.init(start: 0, end: day)).key)
      }
      guard let before = totals[start], let after = totals[end] else { continue }
      let parts = [before] + (number.map { [$0] } ?? [])
      if value == nil {
        presume(total: after, lessParts: parts)
      } else {
        relate(total: after, equals: parts)
      }
    }
  }

  private func isPast(_ place: FigurePlace) -> Bool {
    numbers[place] != nil && release.figures[place] == nil
  }

  /// The same of a former release in which figures have changed: the days between which it shows the
  /// figures are one.
  private mutating func relateFormerTotals(_ of: FigurePlace, _ windows: [FigurePlace.Window]) {
    guard windows.contains(where: { hasChanged(of.over($0)) }) else { return }
    var tied = DayTotals()
    let hidden = Set(windows.filter { visibilities[of.over($0)] == .withheld })
    for window in windows where !hidden.contains(window) {
      _ = tied.tie(day(window.start, of.agency), day(window.end, of.agency), by: 0)
    }
    for window in windows where hidden.contains(window) {
      let days = [window.start, window.end].map { tied.root(of: day($0, of.agency)).day }
      note(
        FormerSum(
          total: nil, parts: [of.over(window)], days: days[0] == days[1] ? [] : days))
    }
  }

  /// For each window, the ways to fill it with windows of one kind, and with the longest of any.
  private func tilings(
    of windows: [FigurePlace.Window]
  ) -> [(window: FigurePlace.Window, parts: [FigurePlace.Window])] {
    let names = Set(kinds.values.joined()).sorted()
    var choices = names.map { name in windows.filter { kinds[$0]?.contains(name) ?? false } }
    choices.append(windows)
    var result: [(window: FigurePlace.Window, parts: [FigurePlace.Window])] = []
    for choice in choices {
      // Longest first among those that start on one day.
      let starting = Dictionary(grouping: choice, by: \.start).mapValues {
        $0.sorted { $0.end > $1.end }
      }
      for window in windows {
        var parts: [FigurePlace.Window] = []
        var day = window.start
        while day < window.end,
          let next = starting[day]?.first(where: { $0.end <= window.end && $0 != window })
        {
          parts.append(next)
          day = next.end
        }
        if day == window.end && parts.count > 1 { result.append((window, parts)) }
      }
    }
    return result
  }
}
