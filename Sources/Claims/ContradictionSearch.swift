import TakedownModel

/// Finds the figures of a register that cannot hold together.
///
/// For each agency, measure and unit the words bound one running total. A figure of a narrower unit
/// is also a lower bound of a wider one over the same days, and a figure of a wider unit an upper
/// bound of a narrower one. That is all that is used of the relation between units: figures that
/// only a difference between two units would refute are not found.
struct ContradictionSearch {
  /// What was found.
  struct Result {
    var contradictions: [Contradiction] = []
    /// Whether the search ended before all were found.
    var isCut = false
  }

  /// Which ends of a figure's range bound a total.
  private struct Member {
    let figure: Int
    let usesLow: Bool
    let usesHigh: Bool
  }

  private let figures: [SaidFigure]
  private var result = Result()
  private var found: Set<[String]> = []

  /// The most that is looked for in one running total.
  private static var mostContradictions: Int { 20 }
  private static var mostSearches: Int { 200 }

  private init(_ figures: [SaidFigure]) {
    self.figures = figures
  }

  /// All that cannot hold together: first with the units as stated, then what comes beside it where
  /// they are taken as one.
  static func result(of figures: [SaidFigure]) -> Result {
    var search = ContradictionSearch(figures)
    var totals: [(agency: String, measure: String, units: [[String]])] = []
    for figure in figures {
      if let place = totals.firstIndex(where: {
        $0.agency == figure.agency && $0.measure == figure.measure
      }) {
        if !totals[place].units.contains(figure.units) { totals[place].units.append(figure.units) }
      } else {
        totals.append((figure.agency, figure.measure, [figure.units]))
      }
    }
    for (agency, measure, units) in totals {
      for unit in units {
        search.look(.asStated, agency, measure, unit) { other in
          (
            other == unit || Set(other).isStrictSubset(of: unit),
            other == unit || Set(other).isStrictSuperset(of: unit)
          )
        }
      }
    }
    for (agency, measure, units) in totals {
      for unit in units {
        let group = search.takenAsOne(unit, among: units, agency, measure)
        guard group.count > 1 else { continue }
        search.look(.oneUnit, agency, measure, unit) {
          let isOne = group.contains($0)
          return (isOne, isOne)
        }
      }
    }
    return search.result
  }

  /// A unit with the narrower ones that may be meant for it.
  ///
  /// Units for which the register has two figures of the very same days that cannot both be of one
  /// thing are told apart by whoever said them, and are not taken as one.
  private func takenAsOne(
    _ unit: [String], among units: [[String]], _ agency: String, _ measure: String
  ) -> [[String]] {
    var group = [unit]
    for other in units where Set(other).isStrictSubset(of: unit) {
      let isApart = group.contains { kept in
        figures.contains { figure in
          figure.agency == agency && figure.measure == measure && figure.units == other
            && figures.contains { cannotBeOne(figure, $0, of: kept) }
        }
      }
      if !isApart { group.append(other) }
    }
    return group
  }

  /// Whether a figure and one of another unit, of the same days, have no number in common.
  private func cannotBeOne(_ figure: SaidFigure, _ other: SaidFigure, of unit: [String]) -> Bool {
    guard other.units == unit, other.agency == figure.agency, other.measure == figure.measure,
      other.first == figure.first, other.last == figure.last
    else { return false }
    let (own, its) = (figure.range, other.range)
    return own.high.map { $0 < its.low } ?? false || its.high.map { $0 < own.low } ?? false
  }

  /// Looks for contradictions of one running total, smallest first; then again without each of the
  /// figures of each that was found.
  private mutating func look(
    _ reading: Contradiction.Reading, _ agency: String, _ measure: String, _ units: [String],
    uses: ([String]) -> (low: Bool, high: Bool)
  ) {
    let members: [Member] = figures.indices.compactMap { place in
      let figure = figures[place]
      guard figure.agency == agency, figure.measure == measure else { return nil }
      let (low, high) = uses(figure.units)
      return low || high ? Member(figure: place, usesLow: low, usesHigh: high) : nil
    }
    var queue: [Set<Int>] = [[]]
    var seen: Set<Set<Int>> = [[]]
    var added: [Contradiction] = []
    var searches = 0
    while searches < queue.count {
      guard searches < Self.mostSearches, added.count < Self.mostContradictions else {
        result.isCut = true
        break
      }
      let left = queue[searches]
      searches += 1
      guard let bounds = contradiction(members.filter { !left.contains($0.figure) }) else {
        continue
      }
      let contradiction = Contradiction(
        reading: reading, agency: agency, measure: measure, units: units,
        lower: terms(bounds.filter { !$0.isUpper }), upper: terms(bounds.filter(\.isUpper)))
      if found.insert(contradiction.ids).inserted { added.append(contradiction) }
      for bound in bounds.sorted(by: { $0.figure < $1.figure }) {
        let next = left.union([bound.figure])
        if seen.insert(next).inserted { queue.append(next) }
      }
    }
    result.contradictions += added.sorted { left, right in
      let (own, other) = (left.ids, right.ids)
      guard own.count == other.count else { return own.count < other.count }
      guard left.shortBy == right.shortBy else { return left.shortBy > right.shortBy }
      return own.lexicographicallyPrecedes(other)
    }
  }

  private func contradiction(_ members: [Member]) -> [GrowthBound]? {
    let days = Set(
      members.flatMap { [figures[$0.figure].first.days - 1, figures[$0.figure].last.days] })
    let sorted = days.sorted()
    var nodes: [Int: Int] = [:]
    for (node, day) in sorted.enumerated() { nodes[day] = node }
    var bounds: [GrowthBound] = []
    for member in members {
      let figure = figures[member.figure]
      guard let start = nodes[figure.first.days - 1], let end = nodes[figure.last.days] else {
        continue
      }
      let range = figure.range
      if member.usesLow, range.low > 0 {
        bounds.append(
          GrowthBound(
            figure: member.figure, start: start, end: end, limit: range.low, isUpper: false))
      }
      if member.usesHigh, let high = range.high {
        bounds.append(
          GrowthBound(figure: member.figure, start: start, end: end, limit: high, isUpper: true))
      }
    }
    return GrowthGraph(nodes: sorted.count, bounds: bounds).smallestContradiction()
  }

  private func terms(_ bounds: [GrowthBound]) -> [Contradiction.Term] {
    bounds.map { Contradiction.Term(figure: figures[$0.figure], limit: $0.limit) }
      .sorted {
        ($0.figure.first, $0.figure.last, $0.figure.id)
          < ($1.figure.first, $1.figure.last, $1.figure.id)
      }
  }
}
