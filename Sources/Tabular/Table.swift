import Bytes

/// A small table in memory, for what is shown to people; never for records.
///
/// Each row has as many cells as there are columns. An empty cell means that there is no value.
package struct Table: Hashable, Sendable {
  package let columns: [String]
  package private(set) var rows: [[String]]

  package init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = []
    for row in rows { append(row) }
  }

  /// Adds a row at the end.
  package mutating func append(_ row: [String]) {
    precondition(row.count == columns.count, "a row has a cell for each column")
    rows.append(row)
  }

  /// The place of a column among the cells of a row.
  package func index(of column: String) -> Int? {
    columns.firstIndex(of: column)
  }

  /// The rows whose cell of a column is as wanted; all of them where there is no such column.
  package func filtered(by column: String, _ isWanted: (String) -> Bool) -> Table {
    guard let place = index(of: column) else { return self }
    return Table(columns: columns, rows: rows.filter { isWanted($0[place]) })
  }

  /// The table as CSV: a header row, commas, LF, quotes where needed.
  package var csv: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(csvRow: columns)
    for row in rows { bytes.append(csvRow: row) }
    return bytes
  }

  /// Reads a table from the CSV that `csv` writes; a byte order mark, CR LF and blank lines may be.
  ///
  /// - Throws: `TableError` where the text is not such a table.
  package init(csv bytes: [UInt8]) throws(TableError) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    var lines = try Self.split(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    guard !lines.isEmpty else { throw TableError(line: 1, reason: "the header row is missing") }
    columns = lines.removeFirst().cells
    rows = []
    for (line, cells) in lines {
      guard cells.count == columns.count else {
        throw TableError(
          line: line, reason: "expected \(columns.count) cells, found \(cells.count)")
      }
      rows.append(cells)
    }
  }

  private static func split(
    _ bytes: [UInt8]
  ) throws(TableError) -> [(line: Int, cells: [String])] {
    let text = bytes.span
    if let invalid = text.firstInvalidUTF8 {
      throw TableError(
        line: 1 + text.lineEnds(in: 0..<invalid), reason: "the text is not UTF-8")
    }
    let grammar = CSVGrammar(.standard)
    var result: [(line: Int, cells: [String])] = []
    var fields: [CSVField] = []
    var offset = 0
    var line = 1
    while offset < text.count {
      let start = offset
      switch grammar.read(text, at: &offset, isFinal: true, fields: &fields) {
      case .record:
        if !fields.isEmpty {
          result.append((line, fields.map { cell($0, of: text) }))
        }
      case .faulty(let field, _), .unclosed(let field):
        throw TableError(
          line: line + text.lineEnds(in: start..<fields[field].start),
          reason: "text follows the closing quote of cell \(field + 1)")
      case .incomplete(let quote):
        throw TableError(
          line: line + text.lineEnds(in: start..<(quote ?? start)),
          reason: "a quote that opens here is never closed")
      }
      line += text.lineEnds(in: start..<offset)
    }
    return result
  }

  private static func cell(_ field: CSVField, of text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.append(field, of: text, quote: CSVDialect.standard.quote)
    return bytes.span.text
  }
}

/// Why a text is not a table.
package struct TableError: Error, Hashable, CustomStringConvertible {
  /// The line on which the faulty row begins, 1-based.
  package let line: Int
  package let reason: String

  package var description: String { "line \(line): \(reason)" }
}
