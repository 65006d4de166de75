import Bytes

/// Walks the records of a chunk: by its index of marks where it is plain, else by the grammar.
///
/// While `next()` is true, `fields` holds the current record's fields.
package struct CSVCursor {
  /// The fields of the current record.
  package private(set) var fields: [CSVField] = []
  /// The ordinal in the file of the current record, 1-based.
  package private(set) var position: Int
  /// Where the current record lies in the chunk, its line end included.
  package private(set) var range = 0..<0
  /// The field (0-based) whose closing quote is missing or followed by text; nil for a sound record.
  package private(set) var faultyField: Int?
  /// The faulty field opens a quote that nothing closes, and the record was cut at the line end.
  package private(set) var isUnclosed = false
  /// Comments that were passed over so far.
  package private(set) var comments = 0

  private let grammar: CSVGrammar
  private let isPlain: Bool
  private let quote: UInt8
  private var blocks: DelimitedMarks
  /// The marks of the current block that are still ahead.
  private var marks: UInt64 = 0
  private var offset = 0
  private var countedOffset = 0
  private var countedLine: Int

  package init(_ chunk: CSVChunk, dialect: CSVDialect) {
    grammar = CSVGrammar(dialect, isLenient: chunk.isLenient)
    isPlain = chunk.isPlain
    // A dialect without a quote has no plain chunks.
    quote = dialect.quote ?? 0
    blocks = DelimitedMarks(quote: quote, delimiter: dialect.delimiter)
    position = chunk.firstPosition - 1
    countedLine = chunk.firstLine
    fields.reserveCapacity(32)
  }

  /// Moves on to the next record of `text`, which is the chunk's; false at the end.
  package mutating func next(_ text: Span<UInt8>) -> Bool {
    while offset < text.count {
      let start = offset
      if isPlain {
        readPlain(text)
      } else {
        readByGrammar(text)
      }
      guard !fields.isEmpty else { continue }
      range = start..<offset
      position += 1
      return true
    }
    return false
  }

  /// The line in the file on which the current record begins, 1-based.
  ///
  /// Each call counts on from the one before, so that many faulty rows in one chunk stay cheap.
  package mutating func line(_ text: Span<UInt8>) -> Int {
    countedLine += text.lineEnds(in: countedOffset..<range.lowerBound)
    countedOffset = range.lowerBound
    return countedLine
  }

  /// Gives the current record as many fields as the header has, the further ones empty.
  package mutating func pad(to width: Int) {
    let end = fields.last?.end ?? range.lowerBound
    while fields.count < width { fields.append(CSVField(start: end, end: end, form: .bare)) }
  }

  @inline(never)
  private mutating func readByGrammar(_ text: Span<UInt8>) {
    faultyField = nil
    isUnclosed = false
    let start = offset
    switch grammar.read(text, at: &offset, isFinal: true, fields: &fields) {
    case .record:
      if fields.isEmpty, text[start] == grammar.dialect.comment { comments += 1 }
    case .faulty(let field, _): faultyField = field
    case .unclosed(let field):
      faultyField = field
      isUnclosed = true
    case .incomplete: preconditionFailure("a chunk holds whole records")
    }
  }

  private mutating func readPlain(_ text: Span<UInt8>) {
    fields.removeAll(keepingCapacity: true)
    var start = offset
    while marks != 0 || nextBlock(text) {
      let bit = marks.trailingZeroBitCount
      let mark = blocks.offset &+ bit
      marks &= marks &- 1
      if blocks.newlines &>> UInt64(truncatingIfNeeded: bit) & 1 != 0 {
        return endPlainRecord(text, start, mark, next: mark &+ 1)
      }
      fields.add(field(text, start, mark))
      start = mark &+ 1
    }
    endPlainRecord(text, start, text.count, next: text.count)
  }

  private mutating func nextBlock(_ text: Span<UInt8>) -> Bool {
    guard blocks.next(text) else { return false }
    marks = blocks.marks
    return true
  }

  private mutating func endPlainRecord(
    _ text: Span<UInt8>, _ start: Int, _ lineEnd: Int, next: Int
  ) {
    let end = lineEnd > start && text[lineEnd - 1] == 0x0d ? lineEnd - 1 : lineEnd
    offset = next
    if !fields.isEmpty || end > start { fields.add(field(text, start, end)) }
  }

  private func field(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> CSVField {
    guard start < end, text[start] == quote else {
      return CSVField(start: start, end: end, form: .bare)
    }
    let inner = text.extracting(start + 1..<end - 1)
    let form: CSVField.Form =
      inner.contains(quote) ? .quotedWithEscapes : .quoted
    return CSVField(start: start + 1, end: end - 1, form: form)
  }
}
