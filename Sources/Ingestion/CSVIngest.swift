import Bytes
package import Tabular
import TakedownModel

/// Turns chunks of one CSV file into rows of `records.csv`.
///
/// The texts go over as they stand: nothing is trimmed, folded or guessed. The header has been read
/// and matched once; after that each record is a copy of bytes.
package struct CSVIngest: Sendable {
  private enum Origin: Sendable {
    case constant([UInt8])
    case columns([Int])
  }

  private let source: String
  private let file: String
  private let dialect: CSVDialect
  private let header: [String]
  private let prefix: [UInt8]
  private let origins: [Origin]
  /// The columns that no record column takes, with the start of their JSON member, `"name":"`,
  /// its quotes doubled as they stand in a quoted CSV field.
  private let others: [(column: Int, key: [UInt8])]

  /// - Throws: `IngestError` where the header lacks or repeats a column that is to be read.
  package init(
    layout: SourceLayout, dialect: CSVDialect, file: String, header: [String]
  ) throws(IngestError) {
    source = layout.id
    self.file = file
    self.dialect = dialect
    self.header = header

    var prefix: [UInt8] = []
    prefix.append(csvField: layout.id)
    prefix.append(0x2c)
    prefix.append(csvField: file)
    prefix.append(0x2c)
    self.prefix = prefix

    var used: Set<Int> = []
    var origins: [Origin] = []
    for field in RecordField.allCases {
      guard let places = layout.fields[field] else {
        var constant: [UInt8] = []
        constant.append(csvField: layout.constants[field] ?? "")
        origins.append(.constant(constant))
        continue
      }
      var columns: [Int] = []
      for place in places {
        let found = header.indices.filter { header[$0] == place }
        guard found.count <= 1 else { throw .repeatedColumn(place, file: file) }
        columns += found
      }
      guard !columns.isEmpty else {
        throw .missingColumn(places, for: field, source: layout.id, header: header, file: file)
      }
      used.formUnion(columns)
      origins.append(.columns(columns))
    }
    self.origins = origins
    others = header.indices.filter { !used.contains($0) }.map { column in
      var key: [UInt8] = []
      key.append(jsonString: Array(header[column].utf8).span)
      key.append(":\"")
      return (column, key.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] })
    }
  }

  /// The records and rejects of a chunk, in its order.
  package func ingest(_ chunk: CSVChunk) -> IngestedBatch {
    var batch = IngestedBatch()
    batch.records.reserveCapacity(chunk.bytes.count + chunk.bytes.count / 2)
    let text = chunk.bytes.span
    let isSound = chunk.isASCII || text.firstInvalidUTF8 == nil && text.count(of: 0) == 0
    var cursor = CSVCursor(chunk, dialect: dialect)
    while cursor.next(text) {
      if cursor.faultyField != nil || cursor.fields.count != header.count || !isSound,
        let fault = fault(cursor, text)
      {
        batch.append(
          RejectedRow(
            position: cursor.position, line: chunk.line(at: cursor.range.lowerBound),
            column: fault.column, reason: fault.reason,
            raw: text.extracting(cursor.range).array),
          source: source, file: file)
        continue
      }
      append(cursor, text, to: &batch.records)
      batch.recordCount += 1
    }
    return batch
  }

  private func append(_ cursor: CSVCursor, _ text: Span<UInt8>, to out: inout [UInt8]) {
    out.append(contentsOf: prefix)
    out.append(decimal: cursor.position)
    for origin in origins {
      out.append(0x2c)
      switch origin {
      case .constant(let bytes):
        out.append(contentsOf: bytes)
      case .columns(let columns):
        var field = cursor.fields[columns[0]]
        if field.isEmpty {
          for column in columns where field.isEmpty { field = cursor.fields[column] }
        }
        append(field, text, to: &out)
      }
    }
    out.append(0x2c)
    appendOthers(cursor, text, to: &out)
    out.append(0x0a)
  }

  private func append(_ field: CSVField, _ text: Span<UInt8>, to out: inout [UInt8]) {
    switch field.form {
    case .bare where dialect.delimiter == 0x2c:
      out.append(text.extracting(field.start..<field.end))
    case .quoted where dialect.quote == 0x22, .quotedWithEscapes where dialect.quote == 0x22:
      out.append(text.extracting(field.start - 1..<field.end + 1))
    case .bare, .bareWithQuotes, .quoted:
      out.append(csvField: text.extracting(field.start..<field.end))
    case .quotedWithEscapes:
      var unescaped: [UInt8] = []
      unescaped.append(field, of: text, quote: dialect.quote)
      out.append(csvField: unescaped.span)
    }
  }

  private func appendOthers(_ cursor: CSVCursor, _ text: Span<UInt8>, to out: inout [UInt8]) {
    var isFirst = true
    for (column, key) in others {
      let field = cursor.fields[column]
      guard !field.isEmpty else { continue }
      out.append(isFirst ? "\"{" : ",")
      isFirst = false
      out.append(contentsOf: key)
      let value = text.extracting(field.start..<field.end)
      if field.form == .bare, isPlainJSON(value) {
        out.append(value)
      } else {
        var unescaped: [UInt8] = []
        unescaped.append(field, of: text, quote: dialect.quote)
        var json: [UInt8] = []
        json.append(jsonString: unescaped.span)
        for byte in json.dropFirst().dropLast() {
          if byte == 0x22 { out.append(0x22) }
          out.append(byte)
        }
      }
      out.append("\"\"")
    }
    if !isFirst { out.append("}\"") }
  }

  private func isPlainJSON(_ text: Span<UInt8>) -> Bool {
    for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5c {
      return false
    }
    return true
  }

  /// What keeps a row from becoming a record; nil when nothing does.
  private func fault(
    _ cursor: CSVCursor, _ text: Span<UInt8>
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
      if value.count(of: 0) > 0 {
        return (header[column], "a NUL byte; expected text; have the agency export the log again")
      }
    }
    return nil
  }
}
