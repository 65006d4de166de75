import Bytes
import TakedownModel

/// Counts the findings of a sheet: the first place and the number of places for each code.
struct FindingTally {
  private struct Entry {
    var row: Int?
    var column: Int?
    var count: Int
    var example: String
    var isNote = false
  }

  private var entries: [Entry?] = Array(
    repeating: nil, count: SpreadsheetFinding.Code.allCases.count)

  /// Counts one place; only the first is looked at.
  mutating func add(
    _ code: SpreadsheetFinding.Code, row: Int? = nil, column: Int? = nil, count: Int = 1,
    example: Span<UInt8> = Span()
  ) {
    let index = code.index
    if entries[index] != nil {
      entries[index]?.count += count
    } else {
      entries[index] = Entry(
        row: row, column: column, count: count, example: String(example.text.prefix(40)))
    }
  }

  /// Counts a place that words describe; `isNote` makes less of it than the code has it.
  mutating func add(
    _ code: SpreadsheetFinding.Code, row: Int? = nil, column: Int? = nil, count: Int,
    words: String, isNote: Bool = false
  ) {
    guard entries[code.index] == nil else { return add(code, count: count) }
    entries[code.index] = Entry(
      row: row, column: column, count: count, example: words, isNote: isNote)
  }

  /// The findings so far, in the order of the codes.
  func findings(sheet: String) -> [SpreadsheetFinding] {
    SpreadsheetFinding.Code.allCases.compactMap { code in
      guard let entry = entries[code.index] else { return nil }
      return SpreadsheetFinding(
        code: code, severity: entry.isNote ? .note : code.page.severity, sheet: sheet,
        row: entry.row,
        column: entry.column.map(CellReference.letters), count: entry.count, example: entry.example)
    }
  }
}

extension SpreadsheetFinding.Code {
  fileprivate var index: Int {
    switch self {
    case .numberPrecisionLost: 0
    case .leadingZerosFormat: 1
    case .numberUnreadable: 2
    case .dateOutOfRange: 3
    case .falseLeapDay: 4
    case .errorValue: 5
    case .formulaWithoutValue: 6
    case .formulasNotCalculated: 7
    case .mergedCells: 8
    case .hiddenRows: 9
    case .hiddenColumns: 10
    case .hiddenSheet: 11
    case .otherSheets: 12
    }
  }
}
