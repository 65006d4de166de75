import Bytes
import Tabular
import TakedownModel
import TextDecoding

extension CSVIngest {
  /// Looks at a row that is not like the others.
  ///
  /// - Returns: whether it is a record; otherwise it has been counted as what it is.
  @inline(never)
  func examine(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>, _ state: inout CSVRowState,
    _ batch: inout IngestedBatch
  ) -> Bool {
    if isBlank(cursor, text) {
      batch.blankCount += 1
      let line = cursor.line(text)
      batch.note(.blankRow) { .blankRow(line: line, file: file) }
      return false
    }
    guard let fault = fault(&cursor, text, &state, &batch) else {
      note(&cursor, text, &batch)
      return true
    }
    batch.append(
      RejectedRow(
        position: cursor.position, line: cursor.line(text), column: fault.column,
        kind: fault.kind, reason: fault.reason, raw: text.extracting(cursor.range).array),
      source: source, file: file, encoding: encoding)
    return false
  }

  /// What keeps a row from becoming a record.
  private struct Fault {
    var kind: RejectKind
    var column: String?
    var reason: String
  }

  private func fault(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>, _ state: inout CSVRowState,
    _ batch: inout IngestedBatch
  ) -> Fault? {
    if let field = cursor.faultyField { return quoteFault(field, &cursor, text) }
    if let fault = headerFault(&cursor, text, &state, &batch) { return fault }
    if let word = totalWord(cursor, text) {
      return Fault(
        kind: .total,
        reason: """
          a row of totals: no account, and '\(word)' in its first cell; expected a record; nothing \
          is to be done where it only adds up the others
          """)
    }
    if !hasAllFields(cursor) {
      return Fault(
        kind: .fieldCount,
        reason: """
          \(cursor.fields.count) fields\(cursor.fields.count == CSVField.limit ? " or more" : "") \
          where the header has \(columns.header.count); expected as many as the header; look for a \
          delimiter that is missing or not in quotes
          """)
    }
    return state.isSound ? nil : byteFault(cursor, text)
  }

  /// Notes what is odd about a record, and gives it all its fields.
  private func note(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>, _ batch: inout IngestedBatch
  ) {
    let surplus = cursor.fields.count - columns.header.count
    if surplus < 0 { cursor.pad(to: columns.header.count) }
    guard surplus > 0 else { return }
    let line = cursor.line(text)
    let record = cursor.position
    batch.note(.trailingDelimiters) {
      .trailingDelimiters(surplus, line: line, record: record, file: file)
    }
  }
}

extension CSVIngest {
  /// Whether all fields are empty or hold only white space or padding.
  private func isBlank(_ cursor: borrowing CSVCursor, _ text: Span<UInt8>) -> Bool {
    guard cursor.faultyField == nil, cursor.fields.count < CSVField.limit else { return false }
    for field in cursor.fields where !text.isBlank(field) { return false }
    return true
  }

  /// Whether the named columns have a field each, and what is beyond the header is empty.
  private func hasAllFields(_ cursor: borrowing CSVCursor) -> Bool {
    guard cursor.fields.count >= columns.fewest, cursor.fields.count < CSVField.limit else {
      return false
    }
    for field in cursor.fields.dropFirst(columns.header.count) where !field.isEmpty {
      return false
    }
    return true
  }

  private func name(_ field: Int) -> String {
    field < columns.names.count ? columns.names[field] : String(field + 1)
  }

  private func quoteFault(
    _ field: Int, _ cursor: inout CSVCursor, _ text: Span<UInt8>
  ) -> Fault {
    guard cursor.isUnclosed else {
      return Fault(
        kind: .textAfterQuote, column: name(field),
        reason: """
          text follows the closing quote of a field; expected a delimiter or the line end; double \
          the quotes that are part of the text
          """)
    }
    let start = cursor.line(text)
    let before = text.extracting(cursor.range.lowerBound..<cursor.fields[field].start)
    return Fault(
      kind: .unclosedQuote, column: name(field),
      reason: """
        a quote opens on line \(start + before.lineEnds(in: before.indices)) and is never closed: no quote after it \
        stands before a delimiter or line end; expected one; close it, or double it where it is \
        part of the text
        """)
  }

  /// A header in place of a record, or a row of the table under another header than the first.
  private func headerFault(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>, _ state: inout CSVRowState,
    _ batch: inout IngestedBatch
  ) -> Fault? {
    let names = cursor.fields.map { field in
      let raw = text.extracting(field.start..<field.end)
      return raw.hasByteOrderMark ? raw.extracting(3...).unquoted.text : raw.trimmed.text
    }
    let found = columns.mappedNames.count { wanted in
      names.contains { $0.utf8.elementsEqual(wanted) }
    }
    if found == columns.mappedNames.count, found > 0, isHeader(names) {
      state.otherHeaderLine = nil
      return Fault(
        kind: .header,
        reason: """
          the header again; expected a record; nothing is to be done where files of one kind were \
          joined
          """)
    }
    if found >= 2, isOtherHeader(names, found) {
      let line = cursor.line(text)
      let record = cursor.position
      state.otherHeaderLine = line
      batch.note(.secondTable) { .secondTable(line: line, record: record, file: file) }
    }
    guard let line = state.otherHeaderLine else { return nil }
    return Fault(
      kind: .secondTable,
      reason: """
        a row of a second table, whose header on line \(line) is not the first; expected one table a \
        file; have the agency send each table as a file
        """)
  }

  /// Whether a row with some of the names is a header: a record may hold the name of a column in
  /// another one, but hardly in that column, and hardly in most of its cells.
  private func isOtherHeader(_ names: [String], _ found: Int) -> Bool {
    let isInPlace = columns.columns.contains { column in
      column < names.count && names[column] == columns.header[column]
        && !columns.header[column].isEmpty
    }
    return isInPlace || found * 2 > names.count { !$0.isEmpty }
  }

  private func isHeader(_ names: [String]) -> Bool {
    guard names.count >= columns.fewest else { return false }
    for (number, name) in names.enumerated()
    where name != (number < columns.header.count ? columns.header[number] : "") {
      return false
    }
    return true
  }

  private func byteFault(_ cursor: borrowing CSVCursor, _ text: Span<UInt8>) -> Fault? {
    for (number, field) in cursor.fields.enumerated() {
      let value = text.extracting(field.start..<field.end)
      if let offset = value.firstInvalidUTF8 {
        return Fault(
          kind: .encoding, column: name(number), reason: byteReason(value[offset]))
      }
      if value.contains(0) {
        return Fault(
          kind: .nulByte, column: name(number),
          reason: "a NUL byte; expected text; have the agency export the log again")
      }
    }
    return nil
  }
}

extension CSVIngest {
  /// Notes a record with a text that was encoded twice.
  @inline(never)
  func noteEncodedTwice(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>, _ batch: inout IngestedBatch
  ) {
    for (number, field) in cursor.fields.enumerated() {
      let value = text.extracting(field.start..<field.end)
      guard let once = DoubleEncoding(value) else { continue }
      let finding = Finding.encodedTwice(
        value, once, line: cursor.line(text), record: cursor.position, column: name(number),
        file: file)
      return batch.note(.encodedTwice) { finding }
    }
  }

  private func byteReason(_ byte: UInt8) -> String {
    guard encoding == "UTF-8" || encoding.isEmpty else {
      return """
        a byte that is no character in \(encoding); expected text in it; declare the right encoding, \
        or have the agency export as UTF-8
        """
    }
    return """
      byte 0x\(String(byte, radix: 16)) is not UTF-8; expected UTF-8; \
      \(suggestion ?? "declare the encoding, or have the agency export as UTF-8")
      """
  }
}

// MARK: - Totals

extension CSVIngest {
  /// How the rows begin that add up others, in the languages of agencies; ASCII in lower case.
  private static let totalWords: [[UInt8]] = [
    "grand total", "total", "totals", "sum", "sub-total", "subtotal", "summa", "totalt", "totali",
    "gjithsej", "shuma", "tổng", "tổng cộng", "Tổng", "Tổng cộng", "TỔNG", "TỔNG CỘNG", "المجموع",
    "الإجمالي", "اجمالي", "gesamt", "summe", "totale", "totaux",
  ].map { Array($0.utf8) }

  /// The word by which a row is known as a total; nil where it is none.
  ///
  /// It stands in the first cell that is not empty, and the row has no account; or it stands in the
  /// place of the account, and nothing else of the row is to be read.
  private func totalWord(_ cursor: borrowing CSVCursor, _ text: Span<UInt8>) -> String? {
    guard !columns.accounts.isEmpty else { return nil }
    guard let first = cursor.fields.firstIndex(where: { !text.isBlank($0) }) else { return nil }
    let hasAccount = columns.accounts.contains { isFilled(columns.columns[$0], cursor) }
    if hasAccount {
      for place in columns.columns.indices where isFilled(columns.columns[place], cursor) {
        guard columns.columns[place] == first, columns.accounts.contains(place) else { return nil }
      }
    }
    let cell = text.extracting(cursor.fields[first].start..<cursor.fields[first].end).trimmed
    guard cell.count <= 100, Self.totalWords.contains(where: { cell.begins(with: $0) }) else {
      return nil
    }
    return String(cell.text.prefix(40))
  }

  private func isFilled(_ column: Int, _ cursor: borrowing CSVCursor) -> Bool {
    column < cursor.fields.count && !cursor.fields[column].isEmpty
  }
}

extension Span<UInt8> {
  /// Whether a field holds nothing but white space or padding.
  fileprivate func isBlank(_ field: CSVField) -> Bool {
    for i in field.start..<field.end where self[i] > 0x20 { return false }
    return true
  }

  fileprivate var hasByteOrderMark: Bool {
    count >= 3 && self[0] == 0xef && self[1] == 0xbb && self[2] == 0xbf
  }

  /// The bytes without quotes around them.
  fileprivate var unquoted: Span<UInt8> {
    @_lifetime(copy self) get {
      let isQuoted = count >= 2 && self[0] == 0x22 && self[count - 1] == 0x22
      return isQuoted ? extracting(1..<count - 1) : trimmed
    }
  }

  /// Whether a word stands at the start, ASCII letter case aside, and ends there.
  fileprivate func begins(with word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    for i in word.indices {
      let byte = self[i]
      let isUpper = byte >= 0x41 && byte <= 0x5a
      guard (isUpper ? byte | 0x20 : byte) == word[i] else { return false }
    }
    guard count > word.count else { return true }
    return self[word.count] == 0x20 || self[word.count] == UInt8(ascii: ":")
  }
}
