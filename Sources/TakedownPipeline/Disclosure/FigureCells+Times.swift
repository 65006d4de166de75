import DisclosureControl
import TakedownModel

extension FigureCells {
  /// Periods that lie end to end add up to the one that they fill.
  ///
  /// - Parameter extents: the days from the first to the last record of each agency, and of all.
  mutating func relateTimes(_ extents: [String: FigurePlace.Window]) {
    var series: [FigurePlace: [FigurePlace.Window]] = [:]
    for place in numbers.keys { series[place.ofAnyDays, default: []].append(place.window) }
    let windows = kinds.keys.sorted()
    let tilings = self.tilings(of: windows)
    let shown = kinds.filter { $0.value != ["coverage"] }.keys.sorted()
    for of in series.keys.sorted(by: { $0.key < $1.key }) {
      if of.isOfRecords && of.scope.isEmpty {
        let given = isGivenThroughout.contains(of) ? shown : []
        relateRunningTotals(of, Set(series[of] ?? []).union(given), extents[of.agency])
      }
      for (window, parts) in tilings {
        var total = of
        total.window = window
        guard numbers[total] != nil else { continue }
        relate(
          total,
          parts.map { window in
            var part = of
            part.window = window
            return part
          })
      }
    }
  }

  /// A period's figure is the running total at its end less the one at its start.
  ///
  /// So every way in which periods add up or overlap is known at once: rolling years give months, and
  /// quarters years. Running totals do not move before the first record and after the last, and a
  /// period without a figure has none.
  private mutating func relateRunningTotals(
    _ of: FigurePlace, _ windows: Set<FigurePlace.Window>, _ extent: FigurePlace.Window?
  ) {
    var totals: [Int: Int] = [:]
    func day(_ day: Int) -> Int {
      extent.map { min(max(day, $0.start), $0.end) } ?? day
    }
    for window in windows.sorted() {
      let (start, end) = (day(window.start), day(window.end))
      guard start < end else { continue }
      for day in [start, end] where totals[day] == nil {
        var place = of
        place.window = .init(start: 0, end: day)
        totals[day] = addUnpublished("running total\u{1f}" + place.key)
      }
      guard let before = totals[start], let after = totals[end] else { continue }
      var place = of
      place.window = window
      relate(total: after, equals: [before] + (numbers[place].map { [$0] } ?? []))
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
