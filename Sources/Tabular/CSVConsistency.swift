import Bytes

/// How much the rows of a text are alike when it is read in a dialect.
///
/// The score is the product of three parts, each from 0 to 1: the chance that two rows drawn at
/// random are equally wide (a faulty row is like no other); the share of delimiters in what makes up
/// a row, (w − 1) / w for the width w of most; and the share of cells that look like one value: a
/// number, a date, an address, a word, or any text that no delimiter, left-over quote or space at
/// its start makes doubtful. The idea, not the measure, is that of van den Burg, Nazábal and Sutton,
/// "Wrangling messy CSV files by detecting row and type patterns" (2019).
struct CSVConsistency {
  private(set) var score = 0.0
  /// Where the first row begins that is as wide as most and at least half filled.
  private(set) var headerOffset = 0

  /// How many fields stand between quotes.
  private(set) var quoted = 0

  private static let rowLimit = 500

  init(_ text: Span<UInt8>, _ dialect: CSVDialect) {
    let grammar = CSVGrammar(dialect, isLenient: true)
    var fields: [CSVField] = []
    var offset = 0
    var rows: [(offset: Int, width: Int, filled: Int)] = []
    var faulty = 0
    var cells = 0
    var values = 0
    while offset < text.count, rows.count + faulty < Self.rowLimit {
      let start = offset
      let outcome = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
      // The last row of a sample may be cut off.
      if fields.isEmpty || offset == text.count && rows.count > 10 { continue }
      guard outcome == .record else {
        faulty += 1
        continue
      }
      rows.append((start, fields.count, fields.count { !$0.isEmpty }))
      cells += fields.count
      for field in fields {
        if Self.isValue(field, text, dialect) { values += 1 }
        if field.form == .quoted || field.form == .quotedWithEscapes { quoted += 1 }
      }
    }
    guard !rows.isEmpty else { return }

    var widths: [Int: Int] = [:]
    for row in rows where row.filled > 0 { widths[row.width, default: 0] += 1 }
    let most = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? rows[0].width
    let header = rows.first { $0.width == most && $0.filled * 2 >= most }
    headerOffset = (header ?? rows[0]).offset
    let all = Double(rows.count + faulty)
    let alike = widths.values.reduce(0) { $0 + Double($1 * $1) } / (all * all)
    // One column says nothing, but is better than rows without any likeness.
    let columns = most > 1 ? Double(most - 1) / Double(most) : 0.1
    score = alike * columns * max(Double(values) / Double(cells), 1e-6)
  }

  private static func isValue(
    _ field: CSVField, _ text: Span<UInt8>, _ dialect: CSVDialect
  ) -> Bool {
    switch field.form {
    case .quoted, .quotedWithEscapes, .bareWithEscapes: return true
    case .bareWithQuotes: return false
    case .bare: break
    }
    let cell = text.extracting(field.start..<field.end)
    guard let first = cell.isEmpty ? nil : cell[0] else { return true }
    let last = cell[cell.count - 1]
    if first == 0x20 || first == 0x22 || first == 0x27 && last == 0x27 && cell.count > 1 {
      return false
    }
    // A decimal or thousands comma, and a time or an address, hold a delimiter as one value.
    var isNumber = true
    var hasDelimiter = false
    var colons = 0
    for i in cell.indices {
      switch cell[i] {
      case 0x30...0x39, 0x2e, 0x2d, 0x2b, 0x25, 0x24: continue
      case UInt8(ascii: ","): hasDelimiter = true
      case UInt8(ascii: ":"):
        colons += 1
        isNumber = false
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "^"), 0x09: return false
      default: isNumber = false
      }
    }
    if hasDelimiter && !isNumber { return false }
    return dialect.delimiter != UInt8(ascii: ":") || colons == 0
  }
}
