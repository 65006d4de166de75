import Bytes
package import Tabular
import TakedownModel

/// Turns chunks of one CSV file into rows of `records.csv`.
///
/// The texts go over as they stand: nothing is trimmed, folded or guessed. The header has been read
/// and matched once; after that each record is a copy of bytes.
package struct CSVIngest: Sendable {
  /// Where one column of `records.csv` comes from: a constant, or columns of the log of which the
  /// first that is not empty is taken.
  private struct Origin: Sendable {
    var constant: Int?
    var columns: Range<Int> = 0..<0
  }

  private let source: String
  private let file: String
  private let dialect: CSVDialect
  private let header: [String]
  private let prefix: [UInt8]
  private let origins: [Origin]
  private let constants: ByteStrings
  /// The columns of all origins, one origin after another.
  private let columns: [Int]
  /// The columns that no record column takes.
  private let others: [Int]
  /// The start of each of their JSON members, `"name":"`, its quotes doubled as in a quoted field.
  private let otherKeys: ByteStrings

  /// - Throws: `IngestError` where the header lacks or repeats a column that is to be read.
  package init(
    layout: SourceLayout, dialect: CSVDialect, file: String, header: [String]
  ) throws(IngestError) {
    source = layout.id
    self.file = file
    self.dialect = dialect
    self.header = header
    prefix = layout.rowPrefix(file)

    var origins: [Origin] = []
    var constants = ByteStrings()
    var columns: [Int] = []
    for field in RecordField.allCases {
      guard let places = layout.fields[field] else {
        origins.append(Origin(constant: constants.count))
        constants.append(layout.constantCell(field).span)
        continue
      }
      let start = columns.count
      for place in places {
        let found = header.indices.filter { header[$0] == place }
        guard found.count <= 1 else { throw .repeatedColumn(place, file: file) }
        columns += found
      }
      guard columns.count > start else {
        throw .missingColumn(places, for: field, source: layout.id, header: header, file: file)
      }
      origins.append(Origin(columns: start..<columns.count))
    }
    self.origins = origins
    self.constants = constants
    self.columns = columns
    others = header.indices.filter { !columns.contains($0) }
    var keys = ByteStrings()
    for column in others {
      var key: [UInt8] = []
      key.append(jsonString: Array(header[column].utf8).span)
      let doubled = key.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + Array(":\"\"".utf8)
      keys.append(doubled.span)
    }
    otherKeys = keys
  }

  /// The records and rejects of a chunk, in its order.
  package func ingest(_ chunk: CSVChunk) -> IngestedBatch {
    var batch = IngestedBatch()
    var rows = ByteWriter(capacity: chunk.bytes.count * 2)
    let text = chunk.bytes.span
    let isSound = chunk.isASCII || text.firstInvalidUTF8 == nil && !text.contains(0)
    var cursor = CSVCursor(chunk, dialect: dialect)
    while cursor.next(text) {
      if cursor.faultyField != nil || cursor.fields.count != header.count || !isSound,
        let fault = fault(cursor, text)
      {
        batch.append(
          RejectedRow(
            position: cursor.position, line: cursor.line(text), column: fault.column,
            reason: fault.reason, raw: text.extracting(cursor.range).array),
          source: source, file: file)
        continue
      }
      append(cursor, text, to: &rows)
      batch.recordCount += 1
    }
    batch.records = rows.bytes
    batch.filled = Set(RecordField.allCases)
    return batch
  }

  private func append(
    _ cursor: borrowing CSVCursor, _ text: Span<UInt8>, to rows: inout ByteWriter
  ) {
    rows.append(prefix)
    rows.append(decimal: cursor.position)
    for origin in origins {
      rows.append(0x2c)
      if let constant = origin.constant {
        rows.append(constants[constant])
        continue
      }
      var place = origin.columns.lowerBound
      while place + 1 < origin.columns.upperBound, cursor.fields[columns[place]].isEmpty {
        place += 1
      }
      append(cursor.fields[columns[place]], text, to: &rows)
    }
    rows.append(0x2c)
    appendOthers(cursor, text, to: &rows)
    rows.append(0x0a)
  }

  private func append(_ field: CSVField, _ text: Span<UInt8>, to rows: inout ByteWriter) {
    switch field.form {
    case .bare where dialect.delimiter == 0x2c:
      rows.append(text.extracting(field.start..<field.end))
    case .quoted where dialect.quote == 0x22, .quotedWithEscapes where dialect.quote == 0x22:
      rows.append(text.extracting(field.start - 1..<field.end + 1))
    case .bare, .bareWithQuotes, .quoted:
      rows.append(csvField: text.extracting(field.start..<field.end))
    case .quotedWithEscapes:
      var unescaped: [UInt8] = []
      unescaped.append(field, of: text, quote: dialect.quote)
      rows.append(csvField: unescaped.span)
    }
  }

  /// Appends the columns that no record column takes as a JSON object in a quoted CSV field.
  private func appendOthers(
    _ cursor: borrowing CSVCursor, _ text: Span<UInt8>, to rows: inout ByteWriter
  ) {
    var isFirst = true
    for number in others.indices {
      let field = cursor.fields[others[number]]
      guard !field.isEmpty else { continue }
      rows.append(isFirst ? "\"{" : ",")
      isFirst = false
      rows.append(otherKeys[number])
      let value = text.extracting(field.start..<field.end)
      if field.form == .bare || field.form == .quoted, isPlainJSON(value) {
        rows.append(value)
      } else {
        var unescaped: [UInt8] = []
        unescaped.append(field, of: text, quote: dialect.quote)
        var json: [UInt8] = []
        json.append(jsonString: unescaped.span)
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

  /// What keeps a row from becoming a record; nil when nothing does.
  private func fault(
    _ cursor: borrowing CSVCursor, _ text: Span<UInt8>
  ) -> (column: String?, reason: String)? {
    if let field = cursor.faultyField {
      return (
        field < header.count ? header[field] : String(field + 1),
        """
        text follows the closing quote of a field; expected a delimiter or the line end; double the \
        quotes that are part of the text
        """
      )
    }
    if cursor.fields.count != header.count {
      return (
        nil,
        """
        \(cursor.fields.count) fields where the header has \(header.count); expected as many as \
        the header; look for a delimiter that is missing or not in quotes
        """
      )
    }
    for (column, field) in cursor.fields.enumerated() {
      let value = text.extracting(field.start..<field.end)
      if let offset = value.firstInvalidUTF8 {
        return (
          header[column],
          """
          byte 0x\(String(value[offset], radix: 16)) is not UTF-8; expected UTF-8; have the agency \
          export as UTF-8
          """
        )
      }
      if value.contains(0) {
        return (header[column], "a NUL byte; expected text; have the agency export the log again")
      }
    }
    return nil
  }
}
