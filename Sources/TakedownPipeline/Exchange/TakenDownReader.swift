import Bytes
import Tabular
import TakedownModel

/// Reads the takedowns among the counted records of a run, one at a time.
struct TakenDownReader {
  /// What was passed over.
  struct Passed: Hashable, Sendable {
    /// Records of the file, whatever became of them.
    var records = 0
    /// Records of something that was not taken down.
    var otherActions = 0
    /// Takedowns of something without an account.
    var withoutAccount = 0
  }

  /// The cells of one takedown, without its place in the log.
  struct Row: ~Escapable {
    let agency: Span<UInt8>
    let country: Span<UInt8>
    let platform: Span<UInt8>
    let kind: Span<UInt8>
    let account: Span<UInt8>
    let counts: Span<UInt8>
    let date: Span<UInt8>

    @_lifetime(copy text, copy account)
    init(_ fields: Span<CSVField>, of text: Span<UInt8>, account: Span<UInt8>) {
      agency = cell(.agency, fields, text)
      country = cell(.country, fields, text)
      platform = cell(.platform, fields, text)
      kind = cell(.accountKind, fields, text)
      self.account = account
      counts = cell(.counts, fields, text)
      date = cell(.actionDate, fields, text)
    }
  }

  private(set) var passed = Passed()
  private var file: StageFile

  /// Opens the file `takedowns.csv` of a run.
  init(_ path: String) throws {
    file = try StageFile(path, columns: StageColumns.takedowns)
  }

  /// Calls `body` with each takedown of an account.
  mutating func forEach(_ body: (borrowing Row) throws -> Void) throws {
    var account: [UInt8] = []
    var passed = Passed()
    try file.forEachRow { fields, text in
      passed.records += 1
      guard cell(.action, fields, text).equals("taken-down") else {
        passed.otherActions += 1
        return true
      }
      let field = fields[TakedownColumn.account.rawValue]
      guard !field.isEmpty else {
        passed.withoutAccount += 1
        return true
      }
      account.removeAll(keepingCapacity: true)
      account.append(field, of: text, quote: CSVDialect.standard.quote)
      try body(Row(fields, of: text, account: account.span))
      return true
    }
    self.passed = passed
  }
}

@_lifetime(copy text)
private func cell(
  _ column: TakedownColumn, _ fields: Span<CSVField>, _ text: Span<UInt8>
) -> Span<UInt8> {
  text.extracting(fields[column.rawValue].start..<fields[column.rawValue].end)
}
