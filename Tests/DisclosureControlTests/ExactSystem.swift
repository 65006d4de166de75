/// Whether hidden cells are determined by what is shown, in whole numbers and without modules.
///
/// For each hidden cell that is not determined, two publications that differ in it and agree in
/// all that is shown are the proof: the difference between them solves the sums with 0 for every
/// shown cell. The differences are found by elimination without fractions and then put into every
/// sum of the table.
struct ExactSystem {
  enum Fault: Error { case overflow, isNoSolution }

  private let table: TableExample
  private let unknown: [Int]
  private var rows: [[Int]]

  /// The sums of a table, with `hidden` as the cells that are not shown.
  init(_ table: TableExample, hidden: [Int]) {
    self.table = table
    unknown = hidden
    var places: [Int: Int] = [:]
    for (place, cell) in hidden.enumerated() { places[cell] = place }
    rows = table.sums.map { sum in
      var row = Array(repeating: 0, count: hidden.count)
      if let place = places[sum.total] { row[place] += 1 }
      for part in sum.parts { if let place = places[part] { row[place] -= 1 } }
      return row
    }
  }

  /// The hidden cells that have one value only.
  func determined() throws -> Set<Int> {
    var determined = Set(unknown)
    for solution in try differences() {
      try check(solution)
      for (place, value) in solution.enumerated() where value != 0 {
        determined.remove(unknown[place])
      }
    }
    return determined
  }

  /// A basis of the solutions.
  private func differences() throws -> [[Int]] {
    var rows = rows
    var pivots: [(row: Int, column: Int)] = []
    for column in unknown.indices {
      guard let found = rows.indices.dropFirst(pivots.count).first(where: { rows[$0][column] != 0 })
      else { continue }
      let own = pivots.count
      rows.swapAt(own, found)
      for other in rows.indices where other != own && rows[other][column] != 0 {
        rows[other] = try Self.eliminated(rows[other], rows[own], column)
      }
      pivots.append((own, column))
    }
    let leading = Set(pivots.map(\.column))
    return try unknown.indices.filter { !leading.contains($0) }.map { free in
      // One for the free cell, made whole by the product of what the others are divided by.
      let scale = try pivots.reduce(1) { try Self.multiple($0, abs(rows[$1.row][$1.column])) }
      var solution = Array(repeating: 0, count: unknown.count)
      solution[free] = scale
      for (row, column) in pivots {
        solution[column] = try -Self.multiple(rows[row][free], scale / rows[row][column])
      }
      return solution
    }
  }

  private static func eliminated(_ row: [Int], _ other: [Int], _ column: Int) throws -> [Int] {
    var result = row
    for place in row.indices {
      let left = try multiple(row[place], other[column])
      let (value, overflows) = left.subtractingReportingOverflow(
        try multiple(other[place], row[column]))
      if overflows { throw Fault.overflow }
      result[place] = value
    }
    let divisor = result.reduce(0, greatestCommonDivisor)
    return divisor > 1 ? result.map { $0 / divisor } : result
  }

  private static func multiple(_ left: Int, _ right: Int) throws -> Int {
    let (value, overflows) = left.multipliedReportingOverflow(by: right)
    if overflows { throw Fault.overflow }
    return value
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (abs(left), abs(right))
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  private func check(_ solution: [Int]) throws {
    var values: [Int: Int] = [:]
    for (place, cell) in unknown.enumerated() { values[cell] = solution[place] }
    for sum in table.sums {
      let parts = sum.parts.reduce(0) { $0 + (values[$1] ?? 0) }
      guard values[sum.total] ?? 0 == parts else { throw Fault.isNoSolution }
    }
  }
}
