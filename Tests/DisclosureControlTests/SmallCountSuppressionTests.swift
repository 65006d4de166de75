import Testing

@testable import DisclosureControl

struct SmallCountSuppressionTests {
  // MARK: - Worked by hand

  /// A total and its parts; the first cell is the total.
  private static func list(_ parts: [Int]) -> TableExample {
    var table = TableExample()
    let total = table.add("total", parts.reduce(0, +))
    let places = parts.enumerated().map { table.add("part \($0.offset)", $0.element) }
    table.sums.append(.init(total: total, parts: places))
    return table
  }

  private static func hidden(_ table: TableExample, limit: Int) -> [String] {
    let suppression = SmallCountSuppression(limit: limit).run(table.disclosure)
    return table.cells.indices.filter(suppression.hides).map { table.cells[$0].key }
  }

  @Test func `one small part takes the next smallest with it`() {
    #expect(Self.hidden(Self.list([3, 20, 9, 40]), limit: 5) == ["part 0", "part 2"])
  }

  @Test func `two small parts keep each other hidden`() {
    #expect(Self.hidden(Self.list([3, 2, 9, 40]), limit: 5) == ["part 0", "part 1"])
  }

  @Test(arguments: [([1, 1, 30], 3), ([4, 4, 30], 3), ([1, 3, 30], 2), ([1, 1, 1, 30], 4)])
  func `small parts whose sum leaves one way to split it take a third with them`(
    parts: [Int], count: Int
  ) {
    #expect(Self.hidden(Self.list(parts), limit: 5).count == count)
  }

  @Test func `a nought stays shown while anything else can be hidden`() {
    #expect(Self.hidden(Self.list([3, 0, 500]), limit: 5) == ["part 0", "part 2"])
  }

  @Test func `with noughts alone beside it the total is hidden`() {
    #expect(Self.hidden(Self.list([3, 0, 0]), limit: 5) == ["total", "part 0"])
  }

  @Test func `limits that hide nothing leave all as it is`() {
    for limit in [0, 1] {
      #expect(Self.hidden(Self.list([1, 2, 3]), limit: limit).isEmpty)
    }
    #expect(Self.hidden(Self.list([5, 6, 0]), limit: 5).isEmpty)
  }

  @Test func `in a table with both margins four corners are hidden`() {
    let values = [[2, 10, 20], [30, 9, 40], [50, 60, 70]]
    var table = TableExample()
    let inner = values.enumerated().map { row, cells in
      cells.enumerated().map { table.add("\(row)/\($0.offset)", $0.element) }
    }
    let rows = values.indices.map { table.add("row \($0)", values[$0].reduce(0, +)) }
    let columns = values.indices.map { column in
      table.add("column \(column)", values.reduce(0) { $0 + $1[column] })
    }
    let total = table.add("total", values.joined().reduce(0, +))
    for row in values.indices { table.sums.append(.init(total: rows[row], parts: inner[row])) }
    for column in values.indices {
      table.sums.append(.init(total: columns[column], parts: inner.map { $0[column] }))
    }
    table.sums.append(.init(total: total, parts: rows))
    table.sums.append(.init(total: total, parts: columns))
    #expect(Self.hidden(table, limit: 5) == ["0/0", "0/1", "1/0", "1/1"])
  }

  @Test func `a figure that was published before keeps nothing hidden`() {
    var table = Self.list([3, 20, 9, 40])
    table.cells[3].visibility = .known
    #expect(Self.hidden(table, limit: 5) == ["part 0", "part 1"])
  }

  @Test func `a part that is never shown keeps its sum from giving anything away`() {
    var table = Self.list([3, 20, 9, 40])
    table.cells[3].visibility = .unpublished
    #expect(Self.hidden(table, limit: 5) == ["part 0"])
  }

  @Test func `a small figure of which all that is around it is known is reported`() {
    var table = Self.list([3, 20])
    table.cells[0].visibility = .known
    table.cells[2].visibility = .known
    let suppression = SmallCountSuppression(limit: 5).run(table.disclosure)
    #expect(suppression.exposed == [1])
    #expect(suppression.outcomes == [.shown, .small, .shown])
  }

  @Test func `an inequality that leaves one value takes another cell with it`() {
    var cells = DisclosureCells()
    let total = cells.add("referrals", value: 9)
    let refused = cells.add("refused", value: 8)
    let takenDown = cells.add("taken down", value: 1)
    cells.relate(total: total, includes: [refused, takenDown])
    let suppression = SmallCountSuppression(limit: 5).run(cells)
    #expect(suppression.outcomes == [.shown, .complementary, .small])
  }

  @Test func `what an earlier publication hid stays hidden and is protected`() {
    var table = Self.list([30, 20, 9, 40])
    table.cells[2].visibility = .withheld
    #expect(Self.hidden(table, limit: 5) == ["part 1", "part 2"])
  }

  @Test func `a sum that is held to be known takes another cell with it`() {
    var cells = DisclosureCells()
    let small = cells.add("small", value: 3)
    let beside = cells.add("beside", value: 9)
    let far = cells.add("far", value: 30)
    cells.presume(total: nil, lessParts: [small, beside])
    cells.relate(total: far, includes: [small])
    let suppression = SmallCountSuppression(limit: 5).run(cells)
    #expect(suppression.outcomes == [.small, .complementary, .shown])
  }

  @Test func `an implied figure is kept where it is small, and hides nothing else`() {
    for (implied, expected) in [(3, Suppression.Outcome.complementary), (9, .shown)] {
      var cells = DisclosureCells()
      let total = cells.add("total", value: 20 + implied)
      let part = cells.add("part", value: 20)
      let rest = cells.add("rest", value: implied, .implied)
      cells.relate(total: total, equals: [part, rest])
      let suppression = SmallCountSuppression(limit: 5).run(cells)
      #expect(suppression.outcomes[part] == expected)
      #expect(suppression.outcomes[total] == .shown)
    }
  }

  @Test func `a count of rows is shown however small, and hidden with a small one`() {
    for (counted, expected) in [(3, Suppression.Outcome.complementary), (0, .shown)] {
      var cells = DisclosureCells()
      let rows = cells.add("rows", value: counted + 1, .incidental)
      let rejected = cells.add("rejected", value: 1, .known)
      let records = cells.add("records", value: counted)
      cells.relate(total: rows, equals: [rejected, records])
      #expect(SmallCountSuppression(limit: 5).run(cells).outcomes[rows] == expected)
    }
  }

  // MARK: - In ten thousand tables

  private static let tables = 10_000

  @Test(arguments: 0..<20)
  func `no hidden cell is determined by what is shown`(part: Int) throws {
    for seed in part * Self.tables / 20..<(part + 1) * Self.tables / 20 {
      var numbers = RandomNumbers(seed: seed)
      let table = TableExample(random: &numbers)
      let limit = [2, 3, 5, 10].randomElement(using: &numbers) ?? 5
      let suppression = SmallCountSuppression(limit: limit).run(table.disclosure)

      let small = table.cells.indices.filter {
        table.cells[$0].visibility == .published && (1..<limit).contains(table.cells[$0].value)
      }
      #expect(small.allSatisfy { suppression.outcomes[$0] == .small }, "seed \(seed)")
      #expect(!small.isEmpty || !suppression.outcomes.contains(.complementary), "seed \(seed)")
      let unseen = table.cells.indices.filter {
        suppression.hides($0) || table.cells[$0].visibility == .unpublished
      }
      let determined = try ExactSystem(table, hidden: unseen).determined()
      let given = table.cells.indices.filter(suppression.hides).filter(determined.contains)
      #expect(given.isEmpty, "seed \(seed): \(given.map { table.cells[$0].key })")

      // What comes out depends on the table alone.
      guard seed.isMultiple(of: 10) else { continue }
      let (shuffled, places) = table.disclosure(shuffledBy: &numbers)
      let again = SmallCountSuppression(limit: limit).run(shuffled)
      #expect(
        table.cells.indices.allSatisfy { suppression.outcomes[$0] == again.outcomes[places[$0]] },
        "seed \(seed)")
    }
  }

  @Test func `no sum on its own leaves a small cell one value`() {
    var exposed = 0
    for seed in 0..<1000 {
      var numbers = RandomNumbers(seed: seed)
      let table = TableExample(random: &numbers)
      let suppression = SmallCountSuppression(limit: 5).run(table.disclosure)
      exposed += suppression.exposed.count
      for sum in table.sums {
        for cell in Self.pinned(sum, table, suppression, limit: 5)
        where suppression.outcomes[cell] == .small && !suppression.exposed.contains(cell) {
          Issue.record("seed \(seed): \(table.cells[cell].key)")
        }
      }
    }
    // Only where everything around is hidden already.
    #expect(exposed < 1000)
  }

  /// The hidden cells of a sum that have one value only, by trying each value from 0 to 9.
  private static func pinned(
    _ sum: TableExample.Sum, _ table: TableExample, _ suppression: Suppression, limit: Int
  ) -> [Int] {
    let unseen = sum.parts.filter {
      suppression.hides($0) || table.cells[$0].visibility == .unpublished
    }
    guard !suppression.hides(sum.total), table.cells[sum.total].visibility == .published else {
      return []
    }
    let shown = sum.parts.filter { !unseen.contains($0) }.reduce(0) { $0 + table.cells[$1].value }
    let rest = table.cells[sum.total].value - shown
    func range(_ cell: Int) -> ClosedRange<Int> {
      suppression.outcomes[cell] == .small ? 1...(limit - 1) : 0...1_000_000
    }
    return unseen.filter { table.cells[$0].visibility == .published }.filter { cell in
      let others = unseen.filter { $0 != cell }
      let least = others.reduce(0) { $0 + range($1).lowerBound }
      let greatest = others.reduce(0) { $0 + range($1).upperBound }
      let low = max(range(cell).lowerBound, rest - greatest)
      return low >= min(range(cell).upperBound, rest - least)
    }
  }

  @Test func `nothing is hidden when the limit is off`() {
    for seed in 0..<500 {
      var numbers = RandomNumbers(seed: seed)
      let table = TableExample(random: &numbers)
      let suppression = SmallCountSuppression(limit: 0).run(table.disclosure)
      #expect(!table.cells.indices.contains(where: suppression.hides))
    }
  }

  @Test func `the check finds what can be worked out`() throws {
    let table = Self.list([3, 20, 9, 40])
    #expect(try ExactSystem(table, hidden: [1]).determined() == [1])
    #expect(try ExactSystem(table, hidden: [1, 3]).determined().isEmpty)
  }
}
