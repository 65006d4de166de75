/// The difference constraints of a running total that never falls.
///
/// A node is the end of a day, in order. Beside the bounds an edge of weight 0 leads from each node
/// to the one before it. Growths that keep every bound exist exactly when no cycle is negative.
struct GrowthGraph {
  let nodes: Int
  let bounds: [GrowthBound]

  /// A negative cycle with as few bounds as there can be, among those the one that falls shortest.
  ///
  /// As it has the fewest, it passes no node twice and uses no figure twice, and without any one of
  /// its bounds the others can hold together.
  func smallestContradiction() -> [GrowthBound]? {
    guard let found = anyNegativeCycle() else { return nil }
    var best = found
    var bestSum = found.reduce(0) { $0 + $1.weight }
    for source in 0..<nodes {
      guard let cycle = negativeCycle(through: source, atMost: best.count) else { continue }
      let sum = cycle.reduce(0) { $0 + $1.weight }
      if (cycle.count, sum) < (best.count, bestSum) { (best, bestSum) = (cycle, sum) }
    }
    return best
  }

  /// Bellman and Ford from a source before all nodes; the bounds on a negative cycle.
  private func anyNegativeCycle() -> [GrowthBound]? {
    var distance = Array(repeating: 0, count: nodes)
    // The bound by which a node was reached: its place, or -1 for the step down from the next node.
    var reached: [Int?] = Array(repeating: nil, count: nodes)
    var last: Int?
    for _ in 0...nodes {
      last = nil
      for (place, bound) in bounds.enumerated() {
        let length = distance[bound.tail] + bound.weight
        guard length < distance[bound.head] else { continue }
        distance[bound.head] = length
        reached[bound.head] = place
        last = bound.head
      }
      for node in stride(from: nodes - 2, through: 0, by: -1)
      where distance[node + 1] < distance[node] {
        distance[node] = distance[node + 1]
        reached[node] = -1
        last = node
      }
      if last == nil { return nil }
    }
    guard var node = last else { return nil }
    func before(_ node: Int) -> Int {
      guard let place = reached[node] else { return node }
      return place < 0 ? node + 1 : bounds[place].tail
    }
    for _ in 0..<nodes { node = before(node) }
    let start = node
    var cycle: [GrowthBound] = []
    repeat {
      if let place = reached[node], place >= 0 { cycle.append(bounds[place]) }
      node = before(node)
    } while node != start
    return cycle.isEmpty ? nil : cycle
  }

  /// The shortest negative walk from a node back to it with the fewest bounds, and no more than
  /// `most`.
  private func negativeCycle(through source: Int, atMost most: Int) -> [GrowthBound]? {
    let unreached = Int.max / 4
    var layers: [[Int]] = [(0..<nodes).map { $0 <= source ? 0 : unreached }]
    var choices: [[Int]] = []
    for _ in 0..<most {
      let last = layers[layers.count - 1]
      var next = last
      var choice = Array(repeating: -1, count: nodes)
      for (place, bound) in bounds.enumerated() where last[bound.tail] < unreached {
        let length = last[bound.tail] + bound.weight
        if length < next[bound.head] {
          next[bound.head] = length
          choice[bound.head] = place
        }
      }
      for node in stride(from: nodes - 2, through: 0, by: -1) where next[node + 1] < next[node] {
        next[node] = next[node + 1]
        choice[node] = choice[node + 1]
      }
      layers.append(next)
      choices.append(choice)
      if next[source] < 0 { break }
    }
    guard layers[layers.count - 1][source] < 0 else { return nil }
    var cycle: [GrowthBound] = []
    var node = source
    for choice in choices.reversed() where choice[node] >= 0 {
      cycle.append(bounds[choice[node]])
      node = bounds[choice[node]].tail
    }
    return cycle
  }
}
