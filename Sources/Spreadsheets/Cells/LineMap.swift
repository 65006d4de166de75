/// Tells the rows of a sheet from the lines of its CSV, which differ after a text of several lines.
struct LineMap {
  private var lines: [Int] = []
  private var rows: [Int] = []

  /// Says that `row` begins on `line` and that it does not follow from the rows before.
  mutating func append(row: Int, line: Int) {
    lines.append(line)
    rows.append(row)
  }

  /// The row that has a line.
  func row(atLine line: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    let row = low == 0 ? line : rows[low - 1] + line - lines[low - 1]
    // The further lines of a row lie between its own and that of the next.
    return low < rows.count ? min(row, rows[low] - 1) : row
  }
}
