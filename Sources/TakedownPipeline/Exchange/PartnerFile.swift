import Bytes
import Pseudonyms
import Tabular
import TakedownModel

/// A partner's export, read strictly: every row is a record or a reject.
struct PartnerFile {
  /// A row that cannot be used.
  package struct Reject: Hashable, Sendable {
    package let line: Int
    /// What was found, and what was expected.
    package let reason: String
  }

  /// Rows that hold a takedown.
  private(set) var records = 0
  /// Rows that cannot be used, all of them.
  private(set) var rejectCount = 0
  /// The first rows that cannot be used.
  private(set) var rejects: [Reject] = []

  private let path: String
  private var chunker: CSVChunker
  private let id: KeyID
  private let idBytes: [UInt8]
  private let checkBytes: [UInt8]
  private var agencyIDs = CheckedSpellings { TextRule.id.accepts($0) ? $0 : nil }
  private var countries = CheckedSpellings { TextRule.country.accepts($0) ? $0 : nil }
  private var platforms = CheckedSpellings { TextRule.id.accepts($0) && $0 != "all" ? $0 : nil }
  private var kinds = CheckedSpellings { AccountKind(rawValue: $0) }
  private var units = CheckedSpellings<UnitOfCount?> {
    $0.isEmpty ? .some(nil) : UnitOfCount(rawValue: $0).map { .some($0) }
  }
  private var days = CheckedSpellings { CalendarDate($0) }

  private static let keptRejects = 20

  /// The agencies of its records, sorted.
  var agencies: [String] { agencyIDs.values.sorted() }

  /// Opens the file and checks its header.
  init(_ path: String, id: KeyID, keyCheck: String) throws {
    self.path = path
    self.id = id
    idBytes = Array(id.text.utf8)
    checkBytes = Array(keyCheck.utf8)
    chunker = CSVChunker(try FileSource(path: path), dialect: .standard, isLenient: true)
    let header = try Self.reading(path) { try chunker.header() } ?? []
    guard header == ExchangeColumn.names else {
      throw ExchangeError.otherColumns(file: path, found: header)
    }
  }

  /// Adds the accounts of all rows to a tally.
  ///
  /// - Throws: `ExchangeError` for a row of another key, and where no row can be used.
  mutating func read(into tally: inout ExchangeTally) throws {
    while let chunk = try Self.reading(path, { try chunker.next() }) {
      let text = chunk.bytes.span
      var cursor = CSVCursor(chunk, dialect: .standard)
      while cursor.next(text) {
        do throws(RowProblem) {
          try read(cursor, text, into: &tally)
          records += 1
        } catch {
          try note(error, line: cursor.line(text))
        }
      }
    }
    if records == 0, let first = rejects.first {
      throw ExchangeError.uselessFile(
        file: path, rows: rejectCount, reason: "line \(first.line): \(first.reason)")
    }
  }

  /// Why a row is no record.
  private enum RowProblem: Error {
    case key(id: String)
    case keyCheck
    case reason(String)
  }

  private mutating func note(_ problem: RowProblem, line: Int) throws {
    switch problem {
    case .key(let found):
      throw ExchangeError.otherKeyID(file: path, line: line, found: found, expected: id.text)
    case .keyCheck: throw ExchangeError.otherKey(file: path, line: line, id: id.text)
    case .reason(let reason):
      rejectCount += 1
      if rejects.count < Self.keptRejects { rejects.append(Reject(line: line, reason: reason)) }
    }
  }

  private mutating func read(
    _ cursor: CSVCursor, _ text: Span<UInt8>, into tally: inout ExchangeTally
  ) throws(RowProblem) {
    let fields = cursor.fields.span
    guard cursor.faultyField == nil else {
      throw .reason("a quote is not closed, or text follows it")
    }
    guard fields.count == ExchangeColumn.allCases.count else {
      throw .reason("it has \(fields.count) cells; expected \(ExchangeColumn.allCases.count)")
    }
    let keyID = Self.cell(.keyID, fields, text)
    guard keyID.equals(idBytes.span) else { throw .key(id: keyID.text) }
    guard Self.cell(.keyCheck, fields, text).equals(checkBytes.span) else { throw .keyCheck }

    let agency = Self.cell(.agency, fields, text)
    guard agencyIDs.number(of: agency) != nil else {
      throw Self.wrong(.agency, agency, TextRule.id.expectation)
    }
    let country = Self.cell(.country, fields, text)
    guard countries.number(of: country) != nil else {
      throw Self.wrong(.country, country, TextRule.country.expectation)
    }
    let platform = Self.cell(.platform, fields, text)
    guard platforms.number(of: platform) != nil else {
      throw Self.wrong(.platform, platform, "an id of a-z, 0-9 and hyphens other than 'all'")
    }
    let kind = Self.cell(.accountKind, fields, text)
    guard kinds.number(of: kind) != nil else {
      throw Self.wrong(.accountKind, kind, Self.oneOf(AccountKind.allCases.map(\.rawValue)))
    }
    let digits = Self.cell(.pseudonym, fields, text)
    guard let pseudonym = Pseudonym(hex: digits) else {
      throw Self.wrong(
        .pseudonym, digits, "\(Pseudonym.digitCount) hexadecimal digits in lower case")
    }
    let counts = Self.cell(.counts, fields, text)
    guard let unit = units.number(of: counts) else {
      throw Self.wrong(
        .counts, counts, Self.oneOf(UnitOfCount.allCases.map(\.rawValue)) + ", or nothing")
    }
    let action = Self.cell(.action, fields, text)
    guard action.equals("taken-down") else {
      throw Self.wrong(.action, action, "taken-down")
    }
    let date = Self.cell(.actionDate, fields, text)
    guard let day = days.number(of: date) else {
      throw Self.wrong(.actionDate, date, TextRule.date.expectation)
    }
    if units.values[unit]?.countsAsAccount == true {
      tally.add(pseudonym, kind: kind, platform: platform, on: days.values[day], to: .theirs)
    }
  }

  @_lifetime(copy text)
  private static func cell(
    _ column: ExchangeColumn, _ fields: Span<CSVField>, _ text: Span<UInt8>
  ) -> Span<UInt8> {
    let field = fields[column.rawValue]
    return text.extracting(field.start..<field.end)
  }

  private static func wrong(
    _ column: ExchangeColumn, _ cell: Span<UInt8>, _ expected: String
  ) -> RowProblem {
    .reason("\(column.name) is '\(cell.text.printable)'; expected \(expected)")
  }

  private static func oneOf(_ words: [String]) -> String {
    "one of \(words.joined(separator: ", "))"
  }

  /// Reads on, with the file's path in what the text of the file may make go wrong.
  private static func reading<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CSVError {
      throw ExchangeError.malformed(file: path, reason: error.description)
    }
  }
}
