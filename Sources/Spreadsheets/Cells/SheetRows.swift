import Bytes
import Tabular

/// The rows of a sheet as CSV, so that a row stands on the line of its number as long as no text
/// has line ends.
///
/// A row without any value is a blank line. A row is filled up with empty fields to the widest of
/// the first hundred rows, since spreadsheets leave out cells at its end.
struct SheetRows {
  private static let widthRows = 100

  /// CSV that nobody has taken yet.
  private(set) var output: [UInt8] = []
  /// The row that is open, or was last, 1-based.
  private(set) var row = 0
  /// The last column with a value in any row.
  private(set) var widestColumn = 0
  /// The last row with a value.
  private(set) var lastRow = 0
  private(set) var lines = LineMap()
  /// The last column with a value in this row; 0 where there is none.
  private var column = 0
  private var width = 0
  private var filledRows = 0
  private var line = 1
  private var takenBytes = 0
  private var lineEnds = 0

  mutating func open(_ number: Int?) throws(PartFault) {
    let next = number ?? row + 1
    guard next > row else {
      throw PartFault(
        """
        row \(next) comes after row \(row); expected rows in order; open the workbook in a \
        spreadsheet program and save it
        """)
    }
    guard next <= CellReference.maximumRow else {
      throw PartFault("row \(next) is beyond the \(CellReference.maximumRow) rows of a sheet")
    }
    row = next
    column = 0
    lineEnds = 0
  }

  /// Appends the text of a cell, which must be right of those before it in this row.
  mutating func append(_ text: Span<UInt8>, column next: Int) {
    guard text.count > 0 else { return }
    if column == 0 {
      for _ in lastRow + 1..<row { output.append(0x0a) }
      line += row - lastRow - 1
      column = 1
    }
    while column < next {
      output.append(0x2c)
      column += 1
    }
    let start = output.count
    output.append(csvField: text)
    if output[start] == 0x22 {
      lineEnds += text.lineEnds(in: text.indices)
    } else if takenBytes + start == 0, text[0] == 0xef {
      // A byte order mark here is a part of the text.
      output.insert(0x22, at: 0)
      output.append(0x22)
    }
  }

  mutating func close() {
    guard column > 0 else { return }
    widestColumn = max(widestColumn, column)
    if filledRows < Self.widthRows {
      filledRows += 1
      width = max(width, column)
    }
    while column < width {
      output.append(0x2c)
      column += 1
    }
    output.append(0x0a)
    lastRow = row
    line += 1 + lineEnds
    if lineEnds > 0 { lines.append(row: row + 1, line: line) }
  }

  /// Moves bytes of the output to `buffer`, from an offset on.
  func move(from offset: Int, upTo limit: Int, to buffer: inout [UInt8]) -> Int {
    let end = min(output.count, offset + limit)
    buffer.append(output.span.extracting(offset..<end))
    return end - offset
  }

  /// Forgets the output, which was taken.
  mutating func removeOutput() {
    takenBytes += output.count
    output.removeAll(keepingCapacity: true)
  }

  /// Bytes of CSV so far.
  var byteCount: Int { takenBytes + output.count }
}
