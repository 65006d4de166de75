import Bytes

/// How a CSV file is written, as its first part shows it and as far as it is not declared.
///
/// A line `sep=;` at the start decides the delimiter. Where the names of wanted columns are known,
/// the delimiter and the line under which most of them are found win; without names, and for
/// everything else, the dialect whose rows are the most alike (`CSVConsistency`). The header is then
/// the first row that is as wide as most and at least half filled.
package struct CSVDetection: Sendable {
  /// How the fields are separated and quoted.
  package private(set) var dialect = CSVDialect.standard
  /// Where the header begins, or the first row where there is none.
  package private(set) var headerOffset = 0
  /// The line on which it begins, 1-based.
  package private(set) var headerLine = 1
  /// Whether the file has a header.
  package private(set) var hasHeader = true
  /// Lines before the header that hold something, a `sep=` line left out.
  package private(set) var linesBefore = 0
  /// The first of them.
  package private(set) var firstLineBefore: [UInt8] = []
  /// How lines end, in words: `LF`, `CRLF`, `CR`, `LF and CRLF`; empty where none does.
  package private(set) var lineEnds = ""
  /// The file says its delimiter in a first line `sep=`.
  package private(set) var hasSeparatorLine = false
  /// The lines that were looked at, when a declared header line is beyond them; nil otherwise.
  package private(set) var missingHeaderLine: Int?

  /// Bytes of a file that are worth looking at.
  package static let sampleSize = 256 << 10

  /// - Parameters:
  ///   - sample: the first part of the file, or all of it.
  ///   - declaration: what is not to be found but is as it says.
  ///   - columns: for each column that is wanted the names it may have.
  package init(
    _ sample: Span<UInt8>, declaration: CSVDeclaration = CSVDeclaration(),
    columns: [[String]] = []
  ) {
    let start = Self.hasByteOrderMark(sample) ? 3 : 0
    let lines = CSVLines(sample, from: start)
    lineEnds = lines.ends
    var declared = declaration
    var first = 0
    if let delimiter = Self.separator(sample, lines) {
      hasSeparatorLine = true
      declared.delimiter = declared.delimiter ?? delimiter
      first = 1
    }
    guard first < lines.starts.count else {
      dialect = CSVCandidates(sample.extracting(0..<0), declared).dialects[0]
      headerOffset = sample.count
      headerLine = lines.starts.count + 1
      hasHeader = declared.headerLine != 0
      return
    }
    let candidates = CSVCandidates(sample.extracting(lines.starts[first]...), declared)

    if let line = declared.headerLine {
      hasHeader = line > 0
      let place = max(line - 1, first)
      guard place < lines.starts.count else {
        missingHeaderLine = lines.starts.count
        return
      }
      dialect = candidates.best(sample.extracting(lines.starts[place]...), columns)
      note(place, first, sample, lines)
    } else if let found = CSVHeaderSearch(sample, lines, first, candidates, columns).best {
      dialect = candidates.best(
        sample.extracting(lines.starts[found.line]...), columns, delimiter: found.delimiter)
      note(found.line, first, sample, lines)
    } else {
      let text = sample.extracting(lines.starts[first]...)
      dialect = candidates.best(text, [])
      let offset = lines.starts[first] + CSVConsistency(text, dialect).headerOffset
      let place = lines.starts.lastIndex { $0 <= offset } ?? first
      note(place, first, sample, lines)
    }
    if declared.comment == nil { findComments(sample) }
  }

  /// Notes the line of the header and what stands before it.
  private mutating func note(
    _ place: Int, _ first: Int, _ sample: Span<UInt8>, _ lines: CSVLines
  ) {
    headerOffset = lines.starts[place]
    headerLine = place + 1
    for line in first..<max(place, first) {
      let text = sample.extracting(lines.starts[line]..<lines.starts[line + 1])
      guard !text.isBlankRow(dialect) else { continue }
      linesBefore += 1
      if linesBefore == 1 { firstLineBefore = text.array }
    }
  }

  /// Takes lines after the header that begin with `#` for comments where they fit no row.
  private mutating func findComments(_ sample: Span<UInt8>) {
    let text = sample.extracting(headerOffset...)
    let grammar = CSVGrammar(dialect, isLenient: true)
    var fields: [CSVField] = []
    var offset = 0
    var width = 0
    while offset < text.count {
      let start = offset
      _ = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
      if width == 0 {
        width = fields.count
      } else if !fields.isEmpty, text[start] == UInt8(ascii: "#") {
        // A row that is as wide as the header is one, whatever it begins with.
        guard width > 1, fields.count != width else { return }
        dialect.comment = UInt8(ascii: "#")
      }
    }
  }

  private static func hasByteOrderMark(_ text: Span<UInt8>) -> Bool {
    text.count >= 3 && text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf
  }

  /// The delimiter of a first line such as `sep=;`, which may stand in quotes.
  private static func separator(_ sample: Span<UInt8>, _ lines: CSVLines) -> [UInt8]? {
    guard let start = lines.starts.first else { return nil }
    var end = lines.starts.count > 1 ? lines.starts[1] : sample.count
    while end > start, sample[end - 1] == 0x0a || sample[end - 1] == 0x0d { end -= 1 }
    var line = sample.extracting(start..<end)
    if line.count > 2, line[0] == 0x22, line[line.count - 1] == 0x22 {
      line = line.extracting(1..<line.count - 1)
    }
    guard line.count == 5 || line.count == 6 else { return nil }
    let word: [UInt8] = [0x73, 0x65, 0x70]
    for i in 0..<3 where line[i] | 0x20 != word[i] { return nil }
    return line[3] == UInt8(ascii: "=") ? line.extracting(4...).array : nil
  }
}

extension CSVDetection: CustomStringConvertible {
  /// What was found in words: `delimiter ';' quote '"' header line 3 CRLF`.
  package var description: String {
    var words = [dialect.description, hasHeader ? "header line \(headerLine)" : "no header"]
    if hasSeparatorLine { words.append("sep= line") }
    if !lineEnds.isEmpty { words.append(lineEnds) }
    return words.joined(separator: " ")
  }
}

extension Span<UInt8> {
  /// Whether a row holds nothing but delimiters, quotes, white space and padding.
  package func isBlankRow(_ dialect: CSVDialect) -> Bool {
    for i in indices {
      let byte = self[i]
      guard
        byte <= 0x20 || byte == dialect.delimiter || byte == dialect.delimiterTail
          || byte == dialect.quote
      else { return false }
    }
    return true
  }
}
