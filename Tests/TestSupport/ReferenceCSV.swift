package import Tabular

/// A whole CSV text read the plain and slow way, to hold the fast ways against.
///
/// The text is first told into marks, each with its line; the records are then read from the marks.
/// Nothing here is shared with the reading that it checks.
package struct ReferenceCSV: Sendable {
  /// A record that is not a blank line.
  package struct Record: Hashable, Sendable {
    package var position: Int
    package var line: Int
    package var fields: [[UInt8]]
    package var faultyField: Int?

    package init(position: Int, line: Int, fields: [[UInt8]], faultyField: Int? = nil) {
      self.position = position
      self.line = line
      self.fields = fields
      self.faultyField = faultyField
    }
  }

  /// The records before the end or the error.
  package private(set) var records: [Record] = []
  /// Why the rest cannot be read.
  package private(set) var error: CSVError?
  /// Quotes keep to RFC 4180 and no carriage return stands alone outside them, save as last byte.
  package private(set) var isPlain = true
  /// The offset after the last LF that ends a record or a blank line.
  package private(set) var lastRecordEnd = 0
  /// Line ends up to `lastRecordEnd`.
  package private(set) var linesToLastRecordEnd = 0
  /// Records up to `lastRecordEnd`.
  package private(set) var recordsToLastRecordEnd = 0

  private enum Kind { case quote, delimiter, lineEnd, text }

  private struct Mark {
    var kind: Kind
    var bytes: [UInt8]
    var line: Int
    var end: Int
  }

  private var marks: [Mark] = []
  private var place = 0

  /// Reads a text that has no byte order mark.
  package init(_ text: [UInt8], dialect: CSVDialect = .standard) {
    marks = Self.marks(text, dialect)
    do throws(CSVError) {
      while place < marks.count { try readRecord() }
    } catch {
      self.error = error
    }
  }

  /// The line, 1-based, of each byte and of the end; lines end in LF, CR LF or a lone CR.
  package static func lines(_ text: [UInt8]) -> [Int] {
    let marks = marks(text, .standard)
    let last = marks.last.map { $0.line + ($0.kind == .lineEnd ? 1 : 0) } ?? 1
    return marks.flatMap { Array(repeating: $0.line, count: $0.bytes.count) } + [last]
  }

  private static func marks(_ text: [UInt8], _ dialect: CSVDialect) -> [Mark] {
    var marks: [Mark] = []
    var line = 1
    var rest = text[...]
    while let byte = rest.first {
      var mark = Mark(kind: .text, bytes: [byte], line: line, end: 0)
      if byte == dialect.quote { mark.kind = .quote }
      if byte == dialect.delimiter { mark.kind = .delimiter }
      if byte == 0x0a || byte == 0x0d { mark.kind = .lineEnd }
      if rest.starts(with: [0x0d, 0x0a]) { mark.bytes = [0x0d, 0x0a] }
      if mark.kind == .lineEnd { line += 1 }
      rest = rest.dropFirst(mark.bytes.count)
      mark.end = rest.startIndex
      marks.append(mark)
    }
    return marks
  }

  private func kind(_ place: Int) -> Kind? {
    place < marks.count ? marks[place].kind : nil
  }

  private func endsField(_ place: Int) -> Bool {
    kind(place) == nil || kind(place) == .delimiter || kind(place) == .lineEnd
  }

  private mutating func readRecord() throws(CSVError) {
    if kind(place) == .lineEnd { return endLine() }
    var record = Record(position: records.count + 1, line: marks[place].line, fields: [])
    while true {
      let (text, isFaulty) = try readField()
      if isFaulty, record.faultyField == nil { record.faultyField = record.fields.count }
      record.fields.append(text)
      guard kind(place) == .delimiter else { break }
      place += 1
    }
    records.append(record)
    if kind(place) == .lineEnd { endLine() }
  }

  private mutating func endLine() {
    place += 1
    if marks[place - 1].bytes == [0x0d] {
      if place < marks.count { isPlain = false }
    } else {
      lastRecordEnd = marks[place - 1].end
      linesToLastRecordEnd = marks[..<place].count { $0.kind == .lineEnd }
      recordsToLastRecordEnd = records.count
    }
  }

  private mutating func readField() throws(CSVError) -> (text: [UInt8], isFaulty: Bool) {
    let open = place
    guard kind(open) == .quote else {
      while !endsField(place) { place += 1 }
      if marks[open..<place].contains(where: { $0.kind == .quote }) { isPlain = false }
      return (marks[open..<place].flatMap(\.bytes), false)
    }
    var text: [UInt8] = []
    place += 1
    while kind(place) != .quote || kind(place + 1) == .quote {
      guard let kind = kind(place) else {
        throw CSVError.unterminatedQuote(line: marks[open].line)
      }
      text += marks[place].bytes
      place += kind == .quote ? 2 : 1
    }
    let close = place
    place += 1
    if endsField(place) { return (text, false) }

    isPlain = false
    if marks[open..<close].contains(where: { $0.kind == .lineEnd }) {
      throw CSVError.straySecondQuote(
        openedOnLine: marks[open].line, line: marks[close].line)
    }
    while !endsField(place) { place += 1 }
    return (marks[open..<place].flatMap(\.bytes), true)
  }
}
