import DisclosureControl

/// A table as the tests know it: cells with keys, and sums that hold.
struct TableExample {
  struct Cell {
    let key: String
    let value: Int
    var visibility = DisclosureCells.Visibility.published
  }

  struct Sum {
    let total: Int
    let parts: [Int]
  }

  var cells: [Cell] = []
  var sums: [Sum] = []

  mutating func add(_ key: String, _ value: Int) -> Int {
    cells.append(Cell(key: key, value: value))
    return cells.count - 1
  }

  /// The table as the module takes it, and the number that it gave each cell.
  func disclosure(shuffledBy numbers: inout RandomNumbers) -> (DisclosureCells, [Int]) {
    var result = DisclosureCells()
    var places = Array(repeating: 0, count: cells.count)
    for cell in cells.indices.shuffled(using: &numbers) {
      places[cell] = result.add(
        cells[cell].key, value: cells[cell].value, cells[cell].visibility)
    }
    for sum in sums.shuffled(using: &numbers) {
      let parts = sum.parts.shuffled(using: &numbers)
      result.relate(total: places[sum.total], equals: parts.map { places[$0] })
    }
    return (result, places)
  }

  /// The table as the module takes it, in its own order.
  var disclosure: DisclosureCells {
    var result = DisclosureCells()
    for cell in cells { _ = result.add(cell.key, value: cell.value, cell.visibility) }
    for sum in sums { result.relate(total: sum.total, equals: sum.parts) }
    return result
  }
}

extension TableExample {
  /// A table of one to three dimensions with all its margins; some dimensions have groups with
  /// totals of their own, and some cells are never published.
  init(random numbers: inout RandomNumbers) {
    let dimensions = [1, 2, 2, 2, 2, 2, 2, 3].randomElement(using: &numbers) ?? 2
    let axes = (0..<dimensions).map { _ in
      Axis(
        size: Int.random(in: 2...(dimensions == 3 ? 3 : 4), using: &numbers),
        hasGroups: Int.random(in: 0..<6, using: &numbers) == 0)
    }
    let greatest = [3, 10, 50, 1000].randomElement(using: &numbers) ?? 10
    var inner: [[Int]: Int] = [:]
    for place in Self.product(axes.map { Array(0..<$0.size) }) {
      let isZero = Int.random(in: 0..<4, using: &numbers) == 0
      inner[place] = isZero ? 0 : Int.random(in: 1...greatest, using: &numbers)
    }
    var places: [[Int]: Int] = [:]
    for names in Self.product(axes.map { Array($0.members.indices) }) {
      let members = zip(axes, names).map { $0.members[$1] }
      let value = Self.product(members).reduce(0) { $0 + (inner[$1] ?? 0) }
      places[names] = add(names.map(String.init).joined(separator: "/"), value)
    }
    for (axis, kind) in axes.enumerated() {
      for (name, parts) in kind.sums {
        for names in Self.product(axes.map { Array($0.members.indices) }) where names[axis] == name
        {
          let total = places[names] ?? 0
          let partPlaces = parts.map { part -> Int in
            var other = names
            other[axis] = part
            return places[other] ?? 0
          }
          sums.append(Sum(total: total, parts: partPlaces))
        }
      }
    }
    if Int.random(in: 0..<5, using: &numbers) == 0,
      let cell = cells.indices.randomElement(using: &numbers)
    {
      cells[cell].visibility = .unpublished
    }
  }

  /// One direction of a table: single members, groups of them, and all.
  private struct Axis {
    let size: Int
    let hasGroups: Bool

    /// Which single members each member is made of.
    var members: [[Int]] {
      let single = (0..<size).map { [$0] }
      let groups = hasGroups ? [Array(0..<(size / 2)), Array((size / 2)..<size)] : []
      return single + groups + [Array(0..<size)]
    }

    /// The members that others add up to.
    var sums: [(member: Int, parts: [Int])] {
      guard hasGroups else { return [(size, Array(0..<size))] }
      return [
        (size, Array(0..<(size / 2))), (size + 1, Array((size / 2)..<size)),
        (size + 2, [size, size + 1]),
      ]
    }
  }

  private static func product(_ choices: [[Int]]) -> [[Int]] {
    choices.reduce([[]]) { lists, choice in lists.flatMap { list in choice.map { list + [$0] } } }
  }
}
