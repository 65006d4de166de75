/// What an outsider can say of hidden cells from each relation on its own, over and over: the least
/// and the greatest value that each can have.
///
/// A cell that is hidden for being small is known to be from 1 to one less than the limit, any other
/// hidden one to be 0 or more. Whoever cannot tell the two apart knows less than that.
struct Bounds {
  /// Stands for no upper bound; far above any sum of counts.
  private static let unbounded = Int.max / 4
  /// Bounds that still move after so many rounds are left as they are.
  private static let rounds = 12

  private let relations: [DisclosureCells.Relation]
  private let relationsOfCells: [[Int]]
  private let values: [Int]
  private(set) var least: [Int]
  private(set) var greatest: [Int]
  /// By cell: the relations that gave its least and its greatest value; -1 for none.
  private var causes: [(least: Int, greatest: Int)]

  init(_ cells: DisclosureCells) {
    relations = cells.relations
    var relationsOfCells: [[Int]] = Array(repeating: [], count: cells.count)
    for (number, relation) in relations.enumerated() {
      for term in relation.terms { relationsOfCells[term.cell].append(number) }
    }
    self.relationsOfCells = relationsOfCells
    values = cells.cells.map(\.value)
    least = values
    greatest = values
    causes = Array(repeating: (-1, -1), count: values.count)
  }

  /// Works the bounds out.
  ///
  /// - Parameters:
  ///   - hidden: the cells that an outsider does not see.
  ///   - isSmall: by cell, whether it is hidden for being small.
  ///   - limit: the least count that is shown, other than 0.
  mutating func tighten(hidden: [Int], isSmall: [Bool], limit: Int) {
    (least, greatest) = (values, values)
    causes = Array(repeating: (-1, -1), count: values.count)
    for cell in hidden {
      least[cell] = isSmall[cell] ? 1 : 0
      // Below 2 there is 1 alone, so that knowing a cell to be small would be to know it.
      greatest[cell] = isSmall[cell] && limit > 2 ? limit - 1 : Self.unbounded
    }
    var pending = Set(hidden.flatMap { relationsOfCells[$0] })
    for _ in 0..<Self.rounds where !pending.isEmpty {
      var changed: Set<Int> = []
      for number in pending.sorted() { tighten(number, &changed) }
      pending = Set(changed.flatMap { relationsOfCells[$0] })
    }
  }

  /// Whether a hidden cell can have one value only.
  func pins(_ cell: Int) -> Bool { least[cell] == greatest[cell] }

  /// The other cells of the relations that leave a cell its least and its greatest value.
  func neighbours(of cell: Int) -> [Int] {
    [causes[cell].least, causes[cell].greatest].filter { $0 >= 0 }
      .flatMap { relations[$0].terms.map(\.cell) }
  }

  private mutating func tighten(_ number: Int, _ changed: inout Set<Int>) {
    let relation = relations[number]
    // Of all terms together the greatest sum, and for an equation the least; what has no bound is
    // counted apart.
    var (high, highOpen) = (relation.constant, 0)
    var (low, lowOpen) = (relation.constant, 0)
    for term in relation.terms {
      let (termLow, termHigh) = range(term)
      if let termHigh { high += termHigh } else { highOpen += 1 }
      if let termLow { low += termLow } else { lowOpen += 1 }
    }
    for term in relation.terms where least[term.cell] < greatest[term.cell] {
      let (termLow, termHigh) = range(term)
      // What the others leave for this term: at least the negative of their greatest sum.
      let isOnlyHigh = highOpen == 0 || highOpen == 1 && termHigh == nil
      if isOnlyHigh { raise(term, to: (termHigh ?? 0) - high, by: number, &changed) }
      let isOnlyLow = lowOpen == 0 || lowOpen == 1 && termLow == nil
      if relation.isEqual && isOnlyLow {
        lower(term, to: (termLow ?? 0) - low, by: number, &changed)
      }
    }
  }

  private func range(_ term: DisclosureCells.Relation.Term) -> (low: Int?, high: Int?) {
    let low = least[term.cell]
    let high = greatest[term.cell] >= Self.unbounded ? nil : greatest[term.cell]
    return term.coefficient > 0 ? (low, high) : (high.map { -$0 }, -low)
  }

  /// Notes that a term is not below a value.
  private mutating func raise(
    _ term: DisclosureCells.Relation.Term, to value: Int, by number: Int,
    _ changed: inout Set<Int>
  ) {
    if term.coefficient > 0 {
      setLeast(term.cell, value, by: number, &changed)
    } else {
      setGreatest(term.cell, -value, by: number, &changed)
    }
  }

  /// Notes that a term is not above a value.
  private mutating func lower(
    _ term: DisclosureCells.Relation.Term, to value: Int, by number: Int,
    _ changed: inout Set<Int>
  ) {
    if term.coefficient > 0 {
      setGreatest(term.cell, value, by: number, &changed)
    } else {
      setLeast(term.cell, -value, by: number, &changed)
    }
  }

  private mutating func setLeast(
    _ cell: Int, _ value: Int, by number: Int, _ changed: inout Set<Int>
  ) {
    guard value > least[cell] else { return }
    least[cell] = min(value, greatest[cell])
    causes[cell].least = number
    changed.insert(cell)
  }

  private mutating func setGreatest(
    _ cell: Int, _ value: Int, by number: Int, _ changed: inout Set<Int>
  ) {
    guard value < greatest[cell] else { return }
    greatest[cell] = max(value, least[cell])
    causes[cell].greatest = number
    changed.insert(cell)
  }
}
