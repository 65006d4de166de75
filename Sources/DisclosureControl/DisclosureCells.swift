/// The figures of a publication, and what an outsider knows of how they hang together.
///
/// A cell is one figure wherever it is shown. Relations are facts such as that parts add up to a
/// total; from them hidden cells can be worked out. Neither the order of the cells nor that of the
/// relations has any bearing on what is hidden.
package struct DisclosureCells: Sendable {
  /// What an outsider sees of a cell.
  package enum Visibility: Hashable, Sendable {
    /// Shown unless it is hidden for being small, or to keep another one hidden.
    case published
    /// Shown however small it is, unless it is hidden to keep another one hidden.
    case incidental
    /// Hidden whatever it is, and to stay unknown: an earlier publication hid it.
    case withheld
    /// Never shown, and yet to stay unknown where it is small: a figure that others imply.
    case implied
    /// Never shown: a figure that only ties others together.
    case unpublished
    /// Known from elsewhere, such as an earlier publication; it can keep nothing hidden.
    case known

    /// Whether the figure stands nowhere, or is left out wherever it stands.
    var isNeverShown: Bool { self == .withheld || self == .implied || self == .unpublished }
  }

  struct Cell {
    let key: String
    let value: Int
    let visibility: Visibility
    /// How much it would be missed; less of it is hidden first.
    let weight: Int
  }

  struct Relation: Hashable {
    struct Term: Hashable {
      let cell: Int
      let coefficient: Int
    }

    let terms: [Term]
    /// What is added to the terms: the cells that are known.
    var constant = 0
    /// Whether the sum is 0, rather than 0 or more.
    let isEqual: Bool
    /// Whether the sum is only held to be 0, and perhaps is not.
    var isPresumed = false
  }

  private(set) var cells: [Cell] = []
  private(set) var relations: [Relation] = []

  package init() {}

  package var count: Int { cells.count }

  /// Adds a cell.
  ///
  /// - Parameters:
  ///   - key: names the cell, unlike any other; ties are broken in its order.
  ///   - value: 0 or more.
  ///   - visibility: what an outsider sees of it.
  ///   - weight: how much it would be missed; less of it is hidden first.
  /// - Returns: the cell's number: how many cells there were before it.
  package mutating func add(
    _ key: String, value: Int, _ visibility: Visibility = .published, weight: Int = 0
  ) -> Int {
    cells.append(Cell(key: key, value: value, visibility: visibility, weight: weight))
    return cells.count - 1
  }

  /// States that the parts add up to the total.
  package mutating func relate(total: Int, equals parts: [Int]) {
    relate(total, parts, isEqual: true)
  }

  /// States that the parts are some of those that make up the total.
  ///
  /// It counts where bounds are looked at, and not for what can be worked out by subtraction.
  package mutating func relate(total: Int, includes parts: [Int]) {
    relate(total, parts, isEqual: false)
  }

  /// States that an outsider may hold a sum of cells for known, rightly or not.
  ///
  /// It counts for what can be worked out by subtraction, and not where bounds are looked at: what
  /// does not hold bounds nothing.
  package mutating func presume(total: Int?, lessParts parts: [Int]) {
    let terms =
      (total.map { [Relation.Term(cell: $0, coefficient: 1)] } ?? [])
      + parts.map { .init(cell: $0, coefficient: -1) }
    relations.append(Relation(terms: terms, isEqual: true, isPresumed: true))
  }

  private mutating func relate(_ total: Int, _ parts: [Int], isEqual: Bool) {
    relations.append(
      Relation(
        terms: [.init(cell: total, coefficient: 1)]
          + parts.map { .init(cell: $0, coefficient: -1) },
        isEqual: isEqual))
  }
}

extension DisclosureCells {
  /// The places of the cells in the order of their keys.
  var order: [Int] {
    cells.indices.sorted { cells[$0].key.utf8.lexicographicallyPrecedes(cells[$1].key.utf8) }
  }

  /// The same with cells and relations in an order that depends on keys alone, each relation once,
  /// and known cells as numbers.
  func sorted(by order: [Int]) -> DisclosureCells {
    var places = Array(repeating: 0, count: cells.count)
    for (place, number) in order.enumerated() { places[number] = place }
    var sorted = DisclosureCells()
    sorted.cells = order.map { cells[$0] }
    var seen: Set<Relation> = []
    for relation in relations {
      let renumbered = renumbered(relation, places)
      if !renumbered.terms.isEmpty && seen.insert(renumbered).inserted {
        sorted.relations.append(renumbered)
      }
    }
    sorted.relations.sort { Self.precedes($0, $1) }
    return sorted
  }

  private func renumbered(_ relation: Relation, _ places: [Int]) -> Relation {
    var constant = relation.constant
    var coefficients: [Int: Int] = [:]
    for term in relation.terms {
      let cell = cells[term.cell]
      if cell.visibility == .known {
        constant += term.coefficient * cell.value
      } else {
        coefficients[places[term.cell], default: 0] += term.coefficient
      }
    }
    let terms = coefficients.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    return Relation(
      terms: terms.map { .init(cell: $0.key, coefficient: $0.value) },
      constant: relation.isPresumed ? 0 : constant, isEqual: relation.isEqual,
      isPresumed: relation.isPresumed)
  }

  private static func precedes(_ left: Relation, _ right: Relation) -> Bool {
    for (one, other) in zip(left.terms, right.terms) where one != other {
      return (one.cell, one.coefficient) < (other.cell, other.coefficient)
    }
    if left.terms.count != right.terms.count { return left.terms.count < right.terms.count }
    if left.constant != right.constant { return left.constant < right.constant }
    if left.isEqual != right.isEqual { return left.isEqual }
    return !left.isPresumed && right.isPresumed
  }
}
