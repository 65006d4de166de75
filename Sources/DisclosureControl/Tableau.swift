/// The relations, solved for the hidden cells as far as they can be.
///
/// Kept in reduced row echelon form with regard to the hidden columns: a hidden cell that leads a row
/// stands in no other one. Such a row says how the leading cell follows from the rest, so that the
/// cell can be worked out exactly when no other hidden one is in its row. Rows without a leading
/// cell tie shown cells alone.
struct Tableau {
  private var rows: [SparseRow]
  /// By row: the hidden column that leads it; -1 for none.
  private var leaders: [Int]
  /// By row: how many hidden columns there are beside the leader.
  private var followers: [Int]
  /// By column: the row that it leads; -1 for none.
  private var rowsLed: [Int]
  private var isHidden: [Bool]
  /// By column: the rows that may have an entry there, among others.
  private var candidates: [[Int32]]

  init(columns: Int, relations: some Sequence<DisclosureCells.Relation>) {
    rows = relations.map { relation in
      SparseRow(
        relation.terms.map { (column: $0.cell, value: PrimeField.element($0.coefficient)) })
    }
    leaders = Array(repeating: -1, count: rows.count)
    followers = Array(repeating: 0, count: rows.count)
    rowsLed = Array(repeating: -1, count: columns)
    isHidden = Array(repeating: false, count: columns)
    candidates = Array(repeating: [], count: columns)
    for (number, row) in rows.enumerated() {
      for column in row.columns {
        candidates[Int(column)].append(Int32(truncatingIfNeeded: number))
      }
    }
  }

  /// Hides a column.
  mutating func hide(_ column: Int) {
    guard !isHidden[column] else { return }
    isHidden[column] = true
    let touched = rowsHolding(column)
    let free = touched.filter { leaders[$0] < 0 }.min {
      (rows[$0].count, $0) < (rows[$1].count, $1)
    }
    if let free {
      lead(free, by: column, touched)
    } else {
      for row in touched { followers[row] += 1 }
    }
  }

  /// Whether a hidden column can be worked out.
  func isDetermined(_ column: Int) -> Bool {
    rowsLed[column] >= 0 && followers[rowsLed[column]] == 0
  }

  /// The shown columns from which a determined one is worked out.
  func support(of column: Int) -> [Int] {
    guard rowsLed[column] >= 0 else { return [] }
    return rows[rowsLed[column]].columns.map(Int.init).filter { !isHidden[$0] }
  }

  /// Whether a shown column would stay unknown once it is hidden.
  func wouldStayUnknown(_ column: Int) -> Bool {
    candidates[column].allSatisfy { leaders[Int($0)] >= 0 || rows[Int($0)].value(column) == 0 }
  }

  /// Shows a hidden column again, unless a cell to be kept could then be worked out.
  ///
  /// - Returns: whether it is shown now.
  mutating func show(_ column: Int, keeping isKept: [Bool]) -> Bool {
    let own = rowsLed[column]
    if own >= 0 {
      if followers[own] == 0 {
        // It can be worked out, so that showing it tells nothing new.
        leaders[own] = -1
        rowsLed[column] = -1
        isHidden[column] = false
        return true
      }
      guard let other = rows[own].columns.first(where: { isHidden[Int($0)] && $0 != column }) else {
        return false
      }
      if followers[own] == 1 && isKept[Int(other)] { return false }
      rowsLed[column] = -1
      lead(own, by: Int(other), rowsHolding(Int(other)))
    }
    let touched = rowsHolding(column)
    guard touched.allSatisfy({ followers[$0] > 1 || !isKept[leaders[$0]] }) else { return false }
    isHidden[column] = false
    for row in touched { followers[row] -= 1 }
    return true
  }

  /// The rows with an entry in a column, ascending.
  private mutating func rowsHolding(_ column: Int) -> [Int] {
    var holding: [Int] = []
    for row in candidates[column].sorted() where Int(row) != holding.last {
      if rows[Int(row)].value(column) != 0 { holding.append(Int(row)) }
    }
    candidates[column] = holding.map { Int32(truncatingIfNeeded: $0) }
    return holding
  }

  /// Makes a column lead a row and takes it out of all others that hold it.
  private mutating func lead(_ row: Int, by column: Int, _ touched: [Int]) {
    rows[row] = rows[row].scaled(by: PrimeField.inverse(rows[row].value(column)))
    leaders[row] = column
    rowsLed[column] = row
    for other in touched where other != row {
      let factor = PrimeField.negated(rows[other].value(column))
      let (sum, new) = rows[other].adding(rows[row], times: factor)
      rows[other] = sum
      for added in new {
        candidates[Int(added)].append(Int32(truncatingIfNeeded: other))
      }
      followers[other] = countFollowers(other)
    }
    followers[row] = countFollowers(row)
  }

  private func countFollowers(_ row: Int) -> Int {
    rows[row].columns.count { isHidden[Int($0)] && Int($0) != leaders[row] }
  }
}
