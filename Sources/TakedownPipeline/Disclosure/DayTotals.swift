/// Days tied to one another by the figures of the periods between them.
///
/// In each group of days the running total at one day gives that at every other.
struct DayTotals {
  /// By day: another day of the group, and the running total less the one there.
  private var links: [Int: (day: Int, difference: Int)] = [:]

  /// The day that stands for the group of a day, and the running total less the one there.
  mutating func root(of day: Int) -> (day: Int, difference: Int) {
    var path: [(day: Int, difference: Int)] = []
    var (current, difference) = (day, 0)
    while let link = links[current] {
      path.append((current, difference))
      current = link.day
      difference += link.difference
    }
    for step in path { links[step.day] = (current, difference - step.difference) }
    return (current, difference)
  }

  /// Ties two days by the figure between them.
  ///
  /// - Returns: whether it agrees with what ties them already.
  mutating func tie(_ start: Int, _ end: Int, by value: Int) -> Bool {
    let (from, to) = (root(of: start), root(of: end))
    if from.day == to.day { return to.difference - from.difference == value }
    links[to.day] = (from.day, from.difference + value - to.difference)
    return true
  }
}
