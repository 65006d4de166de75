/// Hides small counts, and as many further cells as it takes to keep them hidden.
///
/// A published count from 1 to one less than the limit is hidden. Further cells are then hidden until
/// no small cell can be worked out: neither by adding and subtracting what is shown, in whatever
/// combination of relations, nor by the bounds that the relations, each looked at on its own, leave
/// it. Further cells are chosen one at a time, the smallest that helps, a 0 only where nothing else
/// does; in the end those that turned out not to be needed are shown again.
package struct SmallCountSuppression: Sendable {
  /// The least count that is shown, other than 0.
  package let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  package func run(_ cells: DisclosureCells) -> Suppression {
    let order = cells.order
    var search = SuppressionSearch(cells.sorted(by: order), limit: limit)
    search.run()
    var outcomes: [Suppression.Outcome] = Array(repeating: .shown, count: cells.count)
    for (place, number) in order.enumerated() { outcomes[number] = search.outcome(place) }
    return Suppression(
      outcomes: outcomes, exposed: search.exposed.map { order[$0] }.sorted(),
      exposedIfPresumed: search.exposedIfPresumed.map { order[$0] }.sorted())
  }
}
