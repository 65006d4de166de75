/// A row of a tableau: its entries other than 0, by column.
struct SparseRow {
  private(set) var columns: [Int32] = []
  private(set) var values: [UInt64] = []

  init() {}

  /// Entries of one column are added up.
  init(_ entries: [(column: Int, value: UInt64)]) {
    for (column, value) in entries.sorted(by: { $0.column < $1.column }) {
      let column = Int32(truncatingIfNeeded: column)
      if columns.last == column {
        let sum = PrimeField.sum(values.removeLast(), value)
        columns.removeLast()
        append(column, sum)
      } else {
        append(column, value)
      }
    }
  }

  var count: Int { columns.count }

  private mutating func append(_ column: Int32, _ value: UInt64) {
    guard value != 0 else { return }
    columns.append(column)
    values.append(value)
  }

  /// The entry of a column; 0 where there is none.
  func value(_ column: Int) -> UInt64 {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if Int(columns[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return low < columns.count && Int(columns[low]) == column ? values[low] : 0
  }

  /// The row with every entry multiplied.
  func scaled(by factor: UInt64) -> SparseRow {
    var row = self
    for place in row.values.indices {
      row.values[place] = PrimeField.product(row.values[place], factor)
    }
    return row
  }

  /// The row with a multiple of another added, and the columns that are new in it.
  func adding(_ other: SparseRow, times factor: UInt64) -> (row: SparseRow, new: [Int32]) {
    var row = SparseRow()
    row.columns.reserveCapacity(count + other.count)
    row.values.reserveCapacity(count + other.count)
    var new: [Int32] = []
    var i = 0
    var j = 0
    while i < count || j < other.count {
      if j == other.count || i < count && columns[i] < other.columns[j] {
        row.append(columns[i], values[i])
        i += 1
        continue
      }
      let added = PrimeField.product(other.values[j], factor)
      if i < count && columns[i] == other.columns[j] {
        row.append(columns[i], PrimeField.sum(values[i], added))
        i += 1
      } else {
        row.append(other.columns[j], added)
        new.append(other.columns[j])
      }
      j += 1
    }
    return (row, new)
  }
}
