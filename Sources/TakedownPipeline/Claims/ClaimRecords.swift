import Bytes
import Claims
import Tabular
import TakedownModel

/// Counts the records of a run for figures that were said.
struct ClaimRecords {
  /// A request with what was counted for it.
  private struct Tally {
    let rule: CountRule
    let agency: Int?
    let first: CalendarDate
    let last: CalendarDate
    var accounts = NumberSet()
    var records = 0
  }

  /// That a tally counts records of an action and a unit.
  private struct Counting {
    let tally: Int
    /// Whether each account counts once, rather than each record.
    let isDistinct: Bool
  }

  private let path: String
  private let hasher = KeyHasher()
  private var agencies = CheckedSpellings { $0 }
  private var actions = CheckedSpellings { Action(rawValue: $0) }
  private var units = CheckedSpellings { UnitOfCount(rawValue: $0) }
  private var days = CheckedSpellings { CalendarDate($0) }
  /// First and last day of each agency, by its number.
  private var extents: [(first: CalendarDate, last: CalendarDate)] = []
  private var tallies: [Tally] = []
  private var accounts = AccountNumbers()
  /// For each action and unit that occurs the tallies that count it; nil for those not seen yet.
  private var counting: [[Counting]?] = Array(
    repeating: nil, count: Action.allCases.count * UnitOfCount.allCases.count)
  private var key: [UInt8] = []

  /// What parts platform, kind and account in a key; no platform and no kind holds it.
  private static let separator: UInt8 = 0x1f

  private init(_ path: String) {
    self.path = path
  }

  /// The answers of the file `takedowns.csv` of a run to requests, in their order.
  ///
  /// - Throws: `PipelineError.malformed` where the file is not as it was written.
  static func answers(to requests: [CountRequest], from path: String) throws -> [RecordedCount] {
    var records = ClaimRecords(path)
    var places: [Int?] = []
    var refusals: [String] = []
    for request in requests {
      do throws(CountRule.Refusal) {
        let agency = request.agency.flatMap { records.number(ofAgency: $0) }
        records.tallies.append(
          Tally(
            rule: try CountRule(request), agency: agency, first: request.first,
            last: request.last))
        places.append(records.tallies.count - 1)
        refusals.append("")
      } catch {
        places.append(nil)
        refusals.append(error.reason)
      }
    }
    try records.read()
    var answers: [RecordedCount] = []
    for (number, place) in places.enumerated() {
      guard let place else {
        answers.append(.unknown(refusals[number]))
        continue
      }
      answers.append(records.answer(place, of: requests[number]))
    }
    return answers
  }

  private mutating func number(ofAgency agency: String) -> Int? {
    let bytes = Array(agency.utf8)
    let number = agencies.number(of: bytes.span)
    while extents.count < agencies.values.count { extents.append(Self.noDays) }
    return number
  }

  private func answer(_ place: Int, of request: CountRequest) -> RecordedCount {
    var extent = Self.noDays
    for (number, days) in extents.enumerated()
    where tallies[place].agency.map({ $0 == number }) ?? true {
      extent = (min(extent.first, days.first), max(extent.last, days.last))
    }
    guard extent.first <= extent.last else {
      return .unknown("the last run has no records of \(request.agency ?? "any agency")")
    }
    let count = tallies[place].accounts.count + tallies[place].records
    return .counted(count, from: extent.first, to: extent.last)
  }

  /// The extent of an agency without records.
  private static var noDays: (first: CalendarDate, last: CalendarDate) {
    (CalendarDate(days: .max), CalendarDate(days: .min))
  }

  private mutating func read() throws {
    var file = try StageFile(path, columns: StageColumns.takedowns)
    try file.forEachRow { fields, text in add(fields, text) }
  }

  /// Adds one record; false where it is not as the stage before writes it.
  private mutating func add(_ fields: Span<CSVField>, _ text: Span<UInt8>) -> Bool {
    func cell(_ column: TakedownColumn) -> Range<Int> {
      fields[column.rawValue].start..<fields[column.rawValue].end
    }
    guard let agency = agencies.number(of: text.extracting(cell(.agency))),
      let action = actions.number(of: text.extracting(cell(.action))),
      let day = days.number(of: text.extracting(cell(.actionDate)))
    else { return false }
    while extents.count < agencies.values.count { extents.append(Self.noDays) }
    let date = days.values[day]
    extents[agency] = (min(extents[agency].first, date), max(extents[agency].last, date))

    let unitCell = cell(.counts)
    guard !unitCell.isEmpty else { return true }
    guard let unit = units.number(of: text.extracting(unitCell)) else { return false }
    var account: Int?
    for counting in counting(action, unit) {
      let place = counting.tally
      guard tallies[place].agency.map({ $0 == agency }) ?? true, tallies[place].first <= date,
        date <= tallies[place].last
      else { continue }
      guard counting.isDistinct else {
        tallies[place].records += 1
        continue
      }
      guard !fields[TakedownColumn.account.rawValue].isEmpty else { continue }
      let number = account ?? accounts.number(of: hash(fields, text))
      account = number
      tallies[place].accounts.insert(number)
    }
    return true
  }

  /// The tallies that count an action and a unit, both by the number of their spelling.
  private mutating func counting(_ action: Int, _ unit: Int) -> [Counting] {
    let place = action * UnitOfCount.allCases.count + unit
    if let known = counting[place] { return known }
    let found = tallies.indices.compactMap { tally -> Counting? in
      let rule = tallies[tally].rule
      guard rule.actions.contains(actions.values[action]) else { return nil }
      let value = units.values[unit]
      if rule.distinct.contains(value) { return Counting(tally: tally, isDistinct: true) }
      return rule.repeated.contains(value) ? Counting(tally: tally, isDistinct: false) : nil
    }
    counting[place] = found
    return found
  }

  private mutating func hash(_ fields: Span<CSVField>, _ text: Span<UInt8>) -> KeyHash {
    key.removeAll(keepingCapacity: true)
    for column in [TakedownColumn.platform, .accountKind] {
      let field = fields[column.rawValue]
      key.append(text.extracting(field.start..<field.end))
      key.append(Self.separator)
    }
    key.append(fields[TakedownColumn.account.rawValue], of: text, quote: CSVDialect.standard.quote)
    return hasher.hash(key.span)
  }
}
