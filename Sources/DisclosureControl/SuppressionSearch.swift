/// The search for further cells to hide; its cells are in the order in which ties are broken.
struct SuppressionSearch {
  private let cells: DisclosureCells
  private let limit: Int
  private var tableau: Tableau
  private var bounds: Bounds
  private let isSmall: [Bool]
  private var isComplementary: [Bool]
  /// The hidden cells that have to stay unknown; all small ones, and others as they turn up.
  private var isKept: [Bool]
  /// Further cells that were found to be needed.
  private var isNeeded: [Bool]
  /// By cell, the sums that it is part of.
  private let relationsOfCells: [[Int]]
  /// By sum, how many of its published cells are hidden.
  private var hiddenInRelations: [Int]
  /// Hidden cells for which nothing more can be done.
  private(set) var exposed: Set<Int> = []
  /// The same for which a sum is needed that is only held to be known.
  private(set) var exposedIfPresumed: Set<Int> = []

  init(_ cells: DisclosureCells, limit: Int) {
    self.cells = cells
    self.limit = limit
    tableau = Tableau(
      columns: cells.count, relations: cells.relations.lazy.filter(\.isEqual))
    bounds = Bounds(cells)
    var relationsOfCells: [[Int]] = Array(repeating: [], count: cells.count)
    for (number, relation) in cells.relations.enumerated() where relation.isEqual {
      for term in relation.terms { relationsOfCells[term.cell].append(number) }
    }
    self.relationsOfCells = relationsOfCells
    hiddenInRelations = Array(repeating: 0, count: cells.relations.count)
    isSmall = cells.cells.map {
      $0.visibility != .unpublished && $0.visibility != .incidental && $0.value >= 1
        && $0.value < limit
    }
    isComplementary = Array(repeating: false, count: cells.count)
    isNeeded = isComplementary
    isKept = cells.cells.indices.map { [isSmall] in
      isSmall[$0] && cells.cells[$0].visibility != .known
        || cells.cells[$0].visibility == .withheld
    }
  }

  func outcome(_ cell: Int) -> Suppression.Outcome {
    if isSmall[cell] { return .small }
    let isHidden = isComplementary[cell] || cells.cells[cell].visibility == .withheld
    return isHidden ? .complementary : .shown
  }

  mutating func run() {
    guard isKept.contains(true) else { return }
    for cell in cells.cells.indices
    where isKept[cell] || cells.cells[cell].visibility.isNeverShown {
      tableau.hide(cell)
      if isKept[cell] { count(cell, 1) }
    }
    repeat {
      for cell in cells.cells.indices where isKept[cell] { protect(cell) }
      showNeedless()
    } while coverPinned()
    exposed = exposed.filter { tableau.isDetermined($0) || bounds.pins($0) }
    exposedIfPresumed = exposed.subtracting(exposedForCertain)
    exposed.subtract(exposedIfPresumed)
  }

  /// Of the exposed cells those that follow without what is only held to be known.
  private var exposedForCertain: Set<Int> {
    guard !exposed.isEmpty, cells.relations.contains(where: \.isPresumed) else { return exposed }
    var certain = Tableau(
      columns: cells.count,
      relations: cells.relations.lazy.filter { $0.isEqual && !$0.isPresumed })
    for cell in cells.cells.indices
    where isKept[cell] || isComplementary[cell] || cells.cells[cell].visibility.isNeverShown {
      certain.hide(cell)
    }
    return exposed.filter { certain.isDetermined($0) || bounds.pins($0) }
  }

  /// Hides further cells until a cell cannot be worked out by subtraction.
  private mutating func protect(_ cell: Int) {
    while tableau.isDetermined(cell) {
      guard let choice = choice(among: tableau.support(of: cell)) else {
        exposed.insert(cell)
        return
      }
      hide(choice)
    }
  }

  private mutating func hide(_ cell: Int) {
    isComplementary[cell] = true
    count(cell, 1)
    tableau.hide(cell)
  }

  /// Notes that a published cell is hidden, or shown again.
  private mutating func count(_ cell: Int, _ change: Int) {
    for relation in relationsOfCells[cell] { hiddenInRelations[relation] += change }
  }

  /// How many sums a cell would be the first hidden one of, each of which then needs another.
  private func openSums(_ cell: Int) -> Int {
    relationsOfCells[cell].count { hiddenInRelations[$0] == 0 }
  }

  private func canBeHidden(_ cell: Int) -> Bool {
    let visibility = cells.cells[cell].visibility
    return (visibility == .published || visibility == .incidental) && !isSmall[cell]
      && !isComplementary[cell]
  }

  /// The one that would be missed least of those that would stay unknown themselves, else one that
  /// needs few others; smaller ones before greater ones, zeros last.
  private mutating func choice(among shown: [Int]) -> Int? {
    var best: (rank: (Int, Int, Int, Int, Int), cell: Int)?
    for cell in shown where canBeHidden(cell) {
      let value = cells.cells[cell].value
      let isUnknown = tableau.wouldStayUnknown(cell)
      let rank = (
        value == 0 ? 1 : 0, isUnknown ? 0 : 1, cells.cells[cell].weight,
        isUnknown ? 0 : openSums(cell), value
      )
      if best.map({ rank < $0.rank }) ?? true { best = (rank, cell) }
    }
    return best?.cell
  }

  /// Shows again what need not be hidden, what would be missed most and is greatest first.
  ///
  /// A cell is tried once: the fewer are hidden, the more can be worked out, so that it will not do
  /// later either, unless it can be worked out itself by then.
  private mutating func showNeedless() {
    let complementary = cells.cells.indices.filter { isComplementary[$0] && !isKept[$0] }
      .sorted(by: isShownBefore)
    for cell in complementary where !isNeeded[cell] {
      isNeeded[cell] = !show(cell)
    }
    while let cell = complementary.first(where: { isComplementary[$0] && tableau.isDetermined($0) })
    {
      guard show(cell) else { return }
    }
  }

  private mutating func show(_ cell: Int) -> Bool {
    guard tableau.show(cell, keeping: isKept) else { return false }
    isComplementary[cell] = false
    count(cell, -1)
    return true
  }

  private func isShownBefore(_ cell: Int, _ other: Int) -> Bool {
    let (own, its) = (cells.cells[cell], cells.cells[other])
    return (-own.weight, -own.value, cell) < (-its.weight, -its.value, other)
  }

  /// Hides a further cell beside each one that bounds alone give away.
  ///
  /// - Returns: whether any was hidden.
  private mutating func coverPinned() -> Bool {
    let hidden = cells.cells.indices.filter {
      isKept[$0] || isComplementary[$0] || cells.cells[$0].visibility.isNeverShown
    }
    bounds.tighten(hidden: hidden, isSmall: isSmall, limit: limit)
    var added: Set<Int> = []
    for cell in hidden
    where isKept[cell] && isSmall[cell] && bounds.pins(cell) && !exposed.contains(cell) {
      // One cell may cover several; whether it does shows in the next round.
      if bounds.neighbours(of: cell).contains(where: added.contains) { continue }
      if let choice = nearest(to: cell) {
        isKept[choice] = true
        hide(choice)
        added.insert(choice)
      } else {
        exposed.insert(cell)
      }
    }
    return !added.isEmpty
  }

  /// The best cell to hide in the relations that bound a cell, else in those that bound what is hidden
  /// there.
  private mutating func nearest(to cell: Int) -> Int? {
    var seen: Set<Int> = [cell]
    var front = [cell]
    while !front.isEmpty {
      let near = Set(front.flatMap(bounds.neighbours)).subtracting(seen).sorted()
      if let choice = choice(among: near) { return choice }
      seen.formUnion(near)
      front = near
    }
    return nil
  }
}
