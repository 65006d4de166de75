import Bytes
package import Tabular
package import TakedownModel

/// Turns chunks of one CSV file into rows of `records.csv`.
///
/// The texts go over as they stand: nothing is trimmed, folded or guessed. The header has been read
/// and matched once; after that each record is a copy of bytes. Rows of delimiters alone are
/// neither records nor rejects. A row that is the header again, the total of others or a row of a
/// second table is a reject.
package struct CSVIngest: Sendable {
  let source: String
  let file: String
  let columns: CSVColumns
  /// What is odd about the header.
  package let findings: [Finding]
  /// What the bytes were in before they were UTF-8, for messages.
  let encoding: String
  /// Which code pages would make words of bytes that are not UTF-8; nil where that is not known.
  let suggestion: String?
  private let dialect: CSVDialect
  private let prefix: [UInt8]
  // Of `columns`, once more by themselves: they are read for every record.
  private let width: Int
  private let origins: [CSVColumns.Origin]
  private let constants: ByteStrings
  private let places: [Int]
  private let others: [Int]
  private let otherKeys: ByteStrings
  /// Whether a bare field, and one in quotes, is written in the stage file as it stands.
  private let copiesBare: Bool
  private let copiesQuoted: Bool
  /// The column that is looked at, beside `beside`, for the name of a column, as a header that comes
  /// again has it.
  private let probe: Int
  /// The lengths of such names, a bit each.
  private let nameLengths: UInt64
  /// The columns without which a row may be a total: those of the account and, for a total that
  /// stands in its place, of the day or any other field; -1 where none is read.
  private let account: Int
  private let beside: Int

  /// The names of `header` are trimmed; `headerLine` is 0 where the file has none and they are made
  /// up.
  ///
  /// - Throws: `IngestError` where the header lacks or repeats a column that is to be read.
  package init(
    layout: SourceLayout, dialect: CSVDialect, file: String, header: [String],
    headerLine: Int = 1, encoding: String = "UTF-8", suggestion: String? = nil
  ) throws(IngestError) {
    source = layout.id
    self.file = file
    self.encoding = encoding
    self.suggestion = suggestion
    self.dialect = dialect
    prefix = layout.rowPrefix(file)
    let columns = try CSVColumns(layout: layout, file: file, header: header, line: headerLine)
    self.columns = columns
    width = header.count
    origins = columns.origins
    constants = columns.constants
    places = columns.columns
    others = columns.others
    otherKeys = columns.otherKeys
    copiesBare = dialect.delimiter == 0x2c && dialect.delimiterTail == nil && dialect.quote == 0x22
    copiesQuoted = dialect.quote == 0x22 && dialect.escape == nil
    account = columns.accounts.isEmpty ? -1 : columns.columns[columns.accounts.lowerBound]
    beside = columns.beside
    probe = account >= 0 ? account : columns.columns.first ?? -1
    var lengths: UInt64 = 0
    for name in columns.mappedNames where headerLine > 0 { lengths |= 1 << UInt64(name.count & 63) }
    nameLengths = lengths

    var findings: [Finding] = []
    for (number, name) in header.enumerated()
    where headerLine > 0 && name != columns.names[number] {
      findings.append(
        name.isEmpty
          ? .unnamedColumn(columns.names[number], line: headerLine, file: file)
          : .repeatedColumn(name, as: columns.names[number], line: headerLine, file: file))
    }
    self.findings = findings
  }

  /// The records and rejects of a chunk, in its order.
  ///
  /// `otherHeaderLine` is the line of the header of the second table in which the chunk begins; nil
  /// where it begins in the first.
  package func ingest(_ chunk: CSVChunk, otherHeaderLine: Int? = nil) -> IngestedBatch {
    var batch = IngestedBatch()
    var rows = ByteWriter(capacity: chunk.bytes.count * 2)
    let text = chunk.bytes.span
    var state = CSVRowState(
      isSound: chunk.isASCII || text.firstInvalidUTF8 == nil && !text.contains(0),
      otherHeaderLine: otherHeaderLine)
    let mayBeEncodedTwice = !chunk.isASCII && text.mayBeEncodedTwice
    var cursor = CSVCursor(chunk, dialect: dialect)
    while cursor.next(text) {
      if cursor.fields.count != width || cursor.faultyField != nil || !state.isUsual
        || isOdd(cursor.fields.span, text)
      {
        guard examine(&cursor, text, &state, &batch) else { continue }
      }
      if !chunk.isPlain { noteQuotes(cursor, chunk, &batch) }
      if mayBeEncodedTwice { noteEncodedTwice(&cursor, text, &batch) }
      append(cursor, chunk, text, to: &rows, &batch)
      batch.recordCount += 1
    }
    for _ in 0..<cursor.comments { batch.note(.commentLine) { .comment(file) } }
    batch.records = rows.bytes
    batch.filled = Set(RecordField.allCases)
    batch.otherHeaderLine = state.otherHeaderLine
    return batch
  }

  /// Whether a row that has all its fields must be looked at again.
  @inline(__always)
  private func isOdd(_ fields: Span<CSVField>, _ text: Span<UInt8>) -> Bool {
    let first = fields[0]
    if first.isEmpty || text[first.start] <= 0x20 || text[first.start] == 0xef { return true }
    guard probe >= 0 else { return false }
    if beside >= 0 {
      let field = fields[beside]
      if field.isEmpty { return true }
      if mayBeName(field, text) { return true }
    }
    let field = fields[probe]
    if field.isEmpty { return account >= 0 }
    return mayBeName(field, text)
  }

  @inline(__always)
  private func mayBeName(_ field: CSVField, _ text: Span<UInt8>) -> Bool {
    let length = field.end &- field.start
    return length < 64 && nameLengths &>> UInt64(truncatingIfNeeded: length) & 1 != 0
      && isName(text.extracting(field.start..<field.end))
  }

  /// Whether a text is the name of a column from which a field is read.
  func isName(_ text: Span<UInt8>) -> Bool {
    for name in columns.mappedNames where name.span.equals(text) { return true }
    return false
  }
}

/// What is known of a chunk when a row of it is looked at.
struct CSVRowState {
  /// All of it is UTF-8 without NUL.
  let isSound: Bool
  /// The line of the header of a second table, whose rows are no records; nil in the first table.
  var otherHeaderLine: Int?

  /// Nothing need be said of a row that has all its fields.
  var isUsual: Bool { isSound && otherHeaderLine == nil }

  init(isSound: Bool, otherHeaderLine: Int?) {
    self.isSound = isSound
    self.otherHeaderLine = otherHeaderLine
  }
}

// MARK: - One record

extension CSVIngest {
  private func append(
    _ cursor: borrowing CSVCursor, _ chunk: CSVChunk, _ text: Span<UInt8>,
    to rows: inout ByteWriter, _ batch: inout IngestedBatch
  ) {
    let fields = cursor.fields.span
    let places = places.span
    rows.append(prefix)
    rows.append(decimal: cursor.position)
    for origin in origins {
      rows.append(0x2c)
      if let constant = origin.constant {
        rows.append(constants[constant])
        continue
      }
      if origin.hasPointers {
        appendInner(origin, cursor, chunk, text, to: &rows, &batch)
        continue
      }
      var place = origin.columns.lowerBound
      while place + 1 < origin.columns.upperBound, fields[places[place]].isEmpty {
        place += 1
      }
      append(fields[places[place]], text, to: &rows)
    }
    rows.append(0x2c)
    appendOthers(fields, text, to: &rows)
    rows.append(0x0a)
  }

  private func append(_ field: CSVField, _ text: Span<UInt8>, to rows: inout ByteWriter) {
    switch field.form {
    case .bare where copiesBare:
      rows.append(text.extracting(field.start..<field.end))
    case .quoted where copiesQuoted, .quotedWithEscapes where copiesQuoted:
      rows.append(text.extracting(field.start - 1..<field.end + 1))
    case .bare, .bareWithQuotes, .quoted:
      rows.append(csvField: text.extracting(field.start..<field.end))
    case .quotedWithEscapes, .bareWithEscapes:
      rows.append(csvField: unescaped(field, text).span)
    }
  }

  /// Appends a field that may be read from JSON in a cell: the first place that has a text.
  @inline(never)
  private func appendInner(
    _ origin: CSVColumns.Origin, _ cursor: borrowing CSVCursor, _ chunk: CSVChunk,
    _ text: Span<UInt8>, to rows: inout ByteWriter, _ batch: inout IngestedBatch
  ) {
    for place in origin.columns {
      let column = places[place]
      let field = cursor.fields[column]
      guard !field.isEmpty else { continue }
      guard let pointer = columns.pointers[place] else {
        return append(field, text, to: &rows)
      }
      let cell = unescaped(field, text)
      guard !cell.span.trimmed.isEmpty else { continue }
      do throws(JSONError) {
        var value: [UInt8] = []
        if try pointer.appendText(in: cell.span, to: &value) {
          return rows.append(csvField: value.span)
        }
      } catch {
        note(error, column, record: cursor.position, cursor.range, chunk, &batch)
      }
    }
  }

  private func note(
    _ error: JSONError, _ column: Int, record: Int, _ range: Range<Int>, _ chunk: CSVChunk,
    _ batch: inout IngestedBatch
  ) {
    batch.note(.cellNotJSON) {
      .cellNotJSON(
        error.reason, line: chunk.line(at: range.lowerBound), record: record,
        column: columns.names[column], file: file)
    }
  }

  /// Notes a record with quotes in a field that is not in quotes: they are text.
  private func noteQuotes(
    _ cursor: borrowing CSVCursor, _ chunk: CSVChunk, _ batch: inout IngestedBatch
  ) {
    guard let field = cursor.fields.firstIndex(where: { $0.form == .bareWithQuotes }) else {
      return
    }
    let record = cursor.position
    let start = cursor.range.lowerBound
    batch.note(.quoteInText) {
      .quoteInText(
        line: chunk.line(at: start), record: record,
        column: field < columns.names.count ? columns.names[field] : String(field + 1), file: file)
    }
  }

  private func unescaped(_ field: CSVField, _ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(field, of: text, dialect: dialect)
    return bytes
  }

  /// Appends the columns that no record column takes as a JSON object in a quoted CSV field.
  private func appendOthers(
    _ fields: Span<CSVField>, _ text: Span<UInt8>, to rows: inout ByteWriter
  ) {
    var isFirst = true
    for number in others.indices {
      let field = fields[others[number]]
      guard !field.isEmpty else { continue }
      rows.append(isFirst ? "\"{" : ",")
      isFirst = false
      rows.append(otherKeys[number])
      let value = text.extracting(field.start..<field.end)
      if field.form == .bare || field.form == .quoted, isPlainJSON(value) {
        rows.append(value)
      } else {
        var json: [UInt8] = []
        json.append(jsonString: unescaped(field, text).span)
        rows.append(csvQuoted: json.span.extracting(1..<json.count - 1))
      }
      rows.append("\"\"")
    }
    if !isFirst { rows.append("}\"") }
  }

  private func isPlainJSON(_ text: Span<UInt8>) -> Bool {
    for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5c {
      return false
    }
    return true
  }
}
