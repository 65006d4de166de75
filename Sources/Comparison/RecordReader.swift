import Bytes
import Tabular
import TakedownModel

/// Reads one takedown record after another into a batch, on bytes only.
struct RecordReader {
  private let hasher: KeyHasher
  private var key: [UInt8] = []

  /// What parts platform, kind and account in a key; no platform and no kind holds it.
  private static let separator: UInt8 = 0x1f

  init(hasher: KeyHasher) {
    self.hasher = hasher
    key.reserveCapacity(256)
  }

  /// Adds the record whose fields lie in `text` to the batch.
  mutating func read(
    _ fields: Span<CSVField>, of text: Span<UInt8>, into batch: inout EventBatch
  ) throws(RowFault) {
    guard fields.count == TakedownColumn.allCases.count else { throw .cells(fields.count) }
    let agencyCell = Self.cell(.agency, fields, text)
    let platformCell = Self.cell(.platform, fields, text)
    let agency = try Self.number(of: agencyCell, .agency, in: &batch.agencies)
    let platform = try Self.number(of: platformCell, .platform, in: &batch.platforms)

    let actionCell = Self.cell(.action, fields, text)
    guard let action = Action(spelling: actionCell) else {
      throw Self.fault(.action, actionCell, "one of \(Action.allCases.map(\.rawValue))")
    }
    let dateCell = Self.cell(.actionDate, fields, text)
    guard let date = CalendarDate(spelling: dateCell) else {
      throw Self.fault(.actionDate, dateCell, "a day such as 2025-03-31")
    }
    let unitCell = Self.cell(.counts, fields, text)
    let unit = UnitOfCount(spelling: unitCell)
    guard unit != nil || unitCell.isEmpty else {
      throw Self.fault(.counts, unitCell, "one of \(UnitOfCount.allCases.map(\.rawValue))")
    }

    let place = Place(
      agency: agency, platform: platform, action: action, unit: unit, date: date)
    let account = fields[TakedownColumn.account.rawValue]
    if !account.isEmpty {
      let kindCell = Self.cell(.accountKind, fields, text)
      guard AccountKind.isSpelled(by: kindCell) else {
        throw Self.fault(
          .accountKind, kindCell, "one of \(AccountKind.allCases.map(\.rawValue))")
      }
      if let unit, unit.countsAsAccount {
        key.removeAll(keepingCapacity: true)
        key.append(platformCell)
        key.append(Self.separator)
        key.append(kindCell)
        key.append(Self.separator)
        key.append(account, of: text, quote: CSVDialect.standard.quote)
        let day = AccountDay(hasher.hash(key.span), place)
        if action == .takenDown {
          batch.accountDays.append(day)
        } else {
          batch.otherDays.append(day)
        }
      }
    }
    try readTimes(fields, text, place, &batch)
    batch.records.append(place)
  }

  /// Keeps how long the action took, where the record has both times.
  private func readTimes(
    _ fields: Span<CSVField>, _ text: Span<UInt8>, _ place: Place, _ batch: inout EventBatch
  ) throws(RowFault) {
    guard !fields[TakedownColumn.referredAt.rawValue].isEmpty,
      !fields[TakedownColumn.actionedAt.rawValue].isEmpty
    else { return }
    let referred = try Self.time(.referredAt, fields, text)
    let actioned = try Self.time(.actionedAt, fields, text)
    guard actioned >= referred else { return }
    batch.timedActions.append(
      TimedAction(place: place, seconds: UInt64(actioned - referred)))
  }

  /// Seconds since 1 January 1970.
  private static func time(
    _ column: TakedownColumn, _ fields: Span<CSVField>, _ text: Span<UInt8>
  ) throws(RowFault) -> Int {
    let cell = cell(column, fields, text)
    guard let seconds = UTCTime.seconds(of: cell) else {
      throw fault(column, cell, "a time such as 2025-03-31T12:00:00Z")
    }
    return seconds
  }

  @_lifetime(copy text)
  private static func cell(
    _ column: TakedownColumn, _ fields: Span<CSVField>, _ text: Span<UInt8>
  ) -> Span<UInt8> {
    let field = fields[column.rawValue]
    return text.extracting(field.start..<field.end)
  }

  /// The batch's number of an agency or platform id.
  private static func number(
    of cell: Span<UInt8>, _ column: TakedownColumn, in table: inout SpellingTable
  ) throws(RowFault) -> Int {
    let known = table.count
    let number = table.insert(cell)
    guard number == known else { return number }
    // A new spelling: looked at once, so that a key's parts and a table's rows stay apart.
    var isSound = !cell.isEmpty && !cell.equals("all") && number < Place.numberLimit
    for i in cell.indices where cell[i] <= 0x20 || cell[i] == 0x22 { isSound = false }
    guard isSound else { throw fault(column, cell, "a canonical id other than 'all'") }
    return number
  }

  private static func fault(
    _ column: TakedownColumn, _ cell: Span<UInt8>, _ expected: String
  ) -> RowFault {
    .cell(column, found: cell.text, expected: expected)
  }
}
