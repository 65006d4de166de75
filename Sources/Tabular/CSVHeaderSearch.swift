import Bytes

/// Looks for the line and the delimiter under which the names of wanted columns stand.
struct CSVHeaderSearch {
  /// A line that shows at least one of the names.
  struct Place {
    /// The number of the line among those of the sample, 0-based.
    var line: Int
    var delimiter: [UInt8]
    /// How many of the columns have their name on it.
    var found: Int
    /// Whether the next row is as wide.
    var fits: Bool
  }

  /// The first of the lines that show the most; nil where none shows a name.
  private(set) var best: Place?

  /// Lines among which a header is looked for.
  private static let lineLimit = 200
  /// Bytes of a row that are looked at.
  private static let window = 64 << 10

  init(
    _ sample: Span<UInt8>, _ lines: CSVLines, _ first: Int, _ candidates: CSVCandidates,
    _ columns: [[String]]
  ) {
    guard !columns.isEmpty else { return }
    for line in first..<min(lines.starts.count, first + Self.lineLimit) {
      let start = lines.starts[line]
      let text = sample.extracting(start..<min(sample.count, start + Self.window))
      let end = line + 1 < lines.starts.count ? lines.starts[line + 1] : sample.count
      let row = sample.extracting(start..<end)
      // Of a single column any delimiter will do that is in no row, such as an address.
      let isSingle = !candidates.delimiters.contains { row.holds($0) }
      for dialect in candidates.dialects where dialect.escape == nil {
        guard isSingle || row.holds(dialect.delimiterBytes) else { continue }
        let found = Self.found(columns, text, dialect)
        guard found > 0 else { continue }
        let place = Place(
          line: line, delimiter: dialect.delimiterBytes, found: found,
          fits: Self.fits(text, dialect))
        if best.map({ Self.isBetter(place, than: $0) }) ?? true { best = place }
        if found == columns.count && place.fits { return }
      }
    }
  }

  private static func isBetter(_ place: Place, than best: Place) -> Bool {
    guard place.found == best.found else { return place.found > best.found }
    return place.fits && !best.fits
  }

  /// How many of the columns have one of their names among the fields of the first record.
  static func found(_ columns: [[String]], _ text: Span<UInt8>, _ dialect: CSVDialect) -> Int {
    var offset = 0
    var fields: [CSVField] = []
    let grammar = CSVGrammar(dialect, isLenient: true)
    _ = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
    let names = Set(
      fields.map { field in
        var name: [UInt8] = []
        name.append(field, of: text, dialect: dialect)
        return name.span.trimmed.text
      })
    return columns.count { $0.contains { names.contains($0) } }
  }

  /// Whether the two first records have as many fields, or there is only one.
  private static func fits(_ text: Span<UInt8>, _ dialect: CSVDialect) -> Bool {
    let grammar = CSVGrammar(dialect, isLenient: true)
    var fields: [CSVField] = []
    var offset = 0
    _ = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
    let width = fields.count
    fields = []
    while fields.isEmpty, offset < text.count {
      _ = grammar.read(text, at: &offset, isFinal: true, fields: &fields)
    }
    return fields.isEmpty || fields.count == width
  }
}
