import Bytes
import Ingestion
import Tabular
import TakedownModel

extension FuzzTarget {
  /// A CSV file is cut and walked as the grammar reads it, and each of its rows is accounted for.
  ///
  /// The first four bytes choose the dialect, whether quotes may stay open, the size of the chunks
  /// and that of the pieces.
  static let csv = FuzzTarget(name: "csv") { input in
    let dialect = input.choose(dialects)
    let isLenient = input.choose([true, false])
    let chunkSize = input.choose([1, 2, 3, 16, 100, 1 << 20])
    let pieceSize = input.choose([.max, 1, 2, 7])
    let bytes = input.rest
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    let expected = CSVText(text, dialect: dialect, isLenient: isLenient)
    var chunker = CSVChunker(
      PiecewiseSource(bytes, size: pieceSize), dialect: dialect, chunkSize: chunkSize,
      isLenient: isLenient)
    checkChunks(&chunker, dialect, expected)
    if expected.error == nil { checkIngest(text, dialect, isLenient, chunkSize, expected) }
    checkFile(header(dialect) + text, isLenient ? layout(dialect) : detecting, pieceSize)
    checkWriting(expected)
  }

  private static let dialects =
    [0x2c, 0x3b, 0x09, 0x7c, 0x61].flatMap { delimiter in
      [0x22, 0x27].map { CSVDialect(delimiter: delimiter, quote: $0) }
    } + [
      CSVDialect(quote: nil), CSVDialect(escape: 0x5c), CSVDialect(escape: 0x22),
      CSVDialect(quote: nil, escape: 0x5c), CSVDialect(comment: 0x23),
      CSVDialect(skipsSpaces: true), CSVDialect(delimiter: 0x7c, delimiterTail: 0x7c),
      CSVDialect(delimiter: 0x2c, delimiterTail: 0x20, skipsSpaces: true),
    ]

  private static func checkChunks(
    _ chunker: inout CSVChunker, _ dialect: CSVDialect, _ expected: CSVText
  ) {
    var rows: [CSVText.Row] = []
    var error: CSVError?
    do {
      while let chunk = try chunker.next() {
        let count = rows.count
        require(!chunk.bytes.isEmpty, "a chunk is empty")
        walk(chunk, dialect, &rows)
        require(chunk.records == rows.count - count, "another number of records than was said")
      }
    } catch let fault as CSVError {
      error = fault
    } catch {
      fatalError("an error of another kind: \(error)")
    }
    require(error == expected.error, "\(String(describing: error)), not \(expected.error as Any)")
    // The rows of the chunk that has the fault are lost with it.
    let isRight = error == nil ? rows == expected.rows : expected.rows.starts(with: rows)
    require(isRight, "\(rows) by chunks, by the grammar \(expected.rows)")
  }

  private static func walk(_ chunk: CSVChunk, _ dialect: CSVDialect, _ rows: inout [CSVText.Row]) {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: dialect)
    while cursor.next(text) {
      let fields = cursor.fields.map { CSVText.bytes(of: $0, in: text, dialect) }
      rows.append(
        CSVText.Row(
          position: cursor.position, line: cursor.line(text), fields: fields,
          faultyField: cursor.faultyField))
    }
  }

  private static let names = ["handle", "url", "where", "no\\te"]

  private static func header(_ dialect: CSVDialect) -> [UInt8] {
    Array(names.map { Array($0.utf8) }.joined(separator: dialect.delimiterBytes)) + [0x0a]
  }

  private static func layout(_ dialect: CSVDialect) -> SourceLayout {
    SourceLayout(
      id: "log", format: .csv(CSVDeclaration(dialect)),
      fields: [.account: ["url", "handle"], .platform: ["where"]], constants: [.action: "a, \"b\""])
  }

  /// Every row is a record, a reject or blank, and a record has the fields of its row.
  private static func checkIngest(
    _ text: [UInt8], _ dialect: CSVDialect, _ isLenient: Bool, _ chunkSize: Int,
    _ expected: CSVText
  ) {
    guard
      let ingest = try? CSVIngest(
        layout: layout(dialect), dialect: dialect, file: "log", header: names)
    else { fatalError("the header is not accepted") }
    var chunker = CSVChunker(
      ArraySource(text), dialect: dialect, chunkSize: chunkSize, isLenient: isLenient)
    var count = 0
    while let chunk = try? chunker.next() {
      let batch = ingest.ingest(chunk)
      require(batch.rowCount == chunk.records, "\(batch.rowCount) rows, not \(chunk.records)")
      count += batch.rowCount
      for row in CSVText(batch.records).rows {
        let position = Int(String(decoding: row.fields[2], as: UTF8.self)) ?? 0
        check(row.fields, expected.rows[position - 1].fields)
      }
    }
    // The chunker passes over a byte order mark; the text may have another after the first.
    let isMarked = text.starts(with: [0xef, 0xbb, 0xbf])
    require(isMarked || count == expected.rows.count, "\(count), not \(expected.rows.count)")
  }

  /// A record against the row from which it was made, where the last fields may be missing or be
  /// nothing but white space.
  private static func check(_ record: [[UInt8]], _ row: [[UInt8]]) {
    let fields = row + Array(repeating: [], count: max(0, 4 - row.count))
    let account = fields[1].isEmpty ? fields[0] : fields[1]
    require(record[3 + place(of: .account)] == account, "another account than \(shown(account))")
    require(record[3 + place(of: .platform)] == fields[2], "another platform")
    require(record[3 + place(of: .action)] == Array("a, \"b\"".utf8), "another constant")
    require(fields[4...].allSatisfy { $0.allSatisfy { $0 <= 0x20 } }, "fields are lost")
    checkOther(record.last ?? [], [names[3]: fields[3]])
  }

  /// A file is read the same in pieces.
  private static func checkFile(_ bytes: [UInt8], _ layout: SourceLayout, _ pieceSize: Int) {
    let file = IngestedFile(layout, bytes)
    let pieces = IngestedFile(layout, bytes, pieceSize: pieceSize)
    require(file == pieces, "\(file), in pieces \(pieces)")
  }

  /// With the dialect to be found.
  private static let detecting = SourceLayout(
    id: "log", format: .csv(CSVDeclaration()), fields: [.account: ["url"], .platform: ["where"]])

  private static func place(of field: RecordField) -> Int {
    RecordField.allCases.firstIndex(of: field) ?? 0
  }

  /// What no column takes is a JSON object with the texts as they stand.
  private static func checkOther(_ json: [UInt8], _ expected: [String: [UInt8]]) {
    let texts = expected.filter { !$0.value.isEmpty }
    guard !texts.isEmpty else { return require(json.isEmpty, "more than \(expected)") }
    guard let value = try? JSONValue(parsing: json.span) else {
      fatalError("other is no JSON: \(shown(json))")
    }
    for (name, text) in texts {
      let found = Array((value[name]?.string ?? "").utf8)
      require(found == text, "other has \(shown(found)), not \(shown(text))")
    }
  }

  /// Rows that are written are read again as they were.
  private static func checkWriting(_ text: CSVText) {
    let rows = text.rows.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    var written: [UInt8] = []
    for row in rows { written.append(csvRow: row) }
    let again = CSVText(written).rows.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
    require(again == rows, "\(rows) is written and read as \(again)")
  }
}
