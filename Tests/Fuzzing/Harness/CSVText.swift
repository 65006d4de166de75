import Bytes
import Tabular

/// A whole CSV text by `CSVGrammar`, the readable reading, as the others must have it.
struct CSVText {
  struct Row: Equatable {
    var position: Int
    var line: Int
    var fields: [[UInt8]]
    var faultyField: Int?
  }

  /// The rows before the end or the error; blank lines are none.
  private(set) var rows: [Row] = []
  /// Why the rest cannot be told into rows.
  private(set) var error: CSVError?

  /// Reads a text that has no byte order mark.
  init(_ bytes: [UInt8], dialect: CSVDialect = .standard, isLenient: Bool = false) {
    let text = bytes.span
    let grammar = CSVGrammar(dialect, isLenient: isLenient)
    var offset = 0
    var line = LineCount()
    var fields: [CSVField] = []
    while offset < text.count, error == nil {
      let start = offset
      let outcome = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
      var faultyField: Int?
      switch outcome {
      case .record:
        if fields.isEmpty { continue }
      case .faulty(let field, spansLines: false), .unclosed(let field):
        faultyField = field
      case .faulty(let field, spansLines: true):
        error = .straySecondQuote(
          openedOnLine: line.move(to: fields[field].start, in: text),
          line: line.move(to: fields[field].end, in: text))
        continue
      case .incomplete(let quote):
        guard let quote else { fatalError("the text is at its end") }
        error = .unterminatedQuote(line: line.move(to: quote, in: text))
        continue
      }
      let row = Row(
        position: rows.count + 1, line: line.move(to: start, in: text),
        fields: fields.map { Self.bytes(of: $0, in: text, dialect) }, faultyField: faultyField)
      rows.append(row)
    }
  }

  /// The text of a field.
  static func bytes(of field: CSVField, in text: Span<UInt8>, _ dialect: CSVDialect) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(field, of: text, dialect: dialect)
    return bytes
  }
}

/// Counts lines, which end in LF, CR LF or a lone CR, up to places in ascending order.
private struct LineCount {
  private var line = 1
  private var place = 0

  mutating func move(to offset: Int, in text: Span<UInt8>) -> Int {
    while place < offset {
      let isPair = text[place] == 0x0d && place + 1 < text.count && text[place + 1] == 0x0a
      if text[place] == 0x0a || text[place] == 0x0d && !isPair { line += 1 }
      place += 1
    }
    return line
  }
}
