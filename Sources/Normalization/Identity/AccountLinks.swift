import Bytes
package import Tabular
import TakedownModel

/// Which handle was taken for which account, by which rule, how often, and from which day to which.
///
/// In memory there is one entry for each distinct rule, handle and id. Only records that are counted
/// or are duplicates have a day here; which of a day's records came first makes no difference.
package struct AccountLinks: Sendable {
  /// Why a handle was joined to an id, or was not.
  enum Rule: String, Sendable {
    /// The record has both.
    case sameRecord = "same-record"
    /// The record has the handle alone, which stood beside this id and no other.
    case onlyID = "only-id-of-handle"
    /// The record has the handle alone, which stood beside several ids: it is not joined.
    case severalIDs = "several-ids-of-handle"
  }

  private var numbers: [KeyHash: Int] = [:]
  /// `rule,` and the cells of the handle and of the id.
  private var keys = ByteStrings()
  private var hashes: [KeyHash] = []
  private var records: [Int] = []
  private var days: [ClosedRange<CalendarDate>] = []

  package init() {}

  /// Notes a record: its handle as `platform,account_kind,account,`, and the id alike, which is empty
  /// where the handle is not joined.
  mutating func add(
    _ rule: Rule, handle: [UInt8], id: [UInt8], on day: CalendarDate, _ hasher: KeyHasher
  ) {
    var key = Array(rule.rawValue.utf8)
    key.append(0x2c)
    key += handle
    key += id.isEmpty ? Array(",,,".utf8) : id
    add(hasher.hash(key.span), key.span, records: 1, days: day...day)
  }

  /// Adds what other chunks have.
  package mutating func merge(_ other: AccountLinks) {
    for number in other.hashes.indices {
      add(
        other.hashes[number], other.keys[number], records: other.records[number],
        days: other.days[number])
    }
  }

  private mutating func add(
    _ hash: KeyHash, _ key: Span<UInt8>, records added: Int, days range: ClosedRange<CalendarDate>
  ) {
    guard let number = numbers[hash] else {
      numbers[hash] = hashes.count
      hashes.append(hash)
      keys.append(key)
      records.append(added)
      days.append(range)
      return
    }
    records[number] += added
    days[number] =
      min(
        days[number].lowerBound, range.lowerBound)...max(days[number].upperBound, range.upperBound)
  }
}

extension AccountLinks {
  /// What was joined, or could not be: the rows of `links.csv`, sorted.
  ///
  /// - Throws: `TableError` where a text that was added is not three cells of CSV.
  package func links() throws(TableError) -> Table {
    Table(columns: StageColumns.links, rows: try rows().map { Array($0.prefix(4) + $0.suffix(5)) })
  }

  /// The handles of each id that has one, and the days from and to which it was seen under each: the
  /// rows of `accounts.csv`, sorted.
  ///
  /// - Throws: `TableError` as `links`.
  package func accounts() throws(TableError) -> Table {
    var accounts: [[String]: [String]] = [:]
    for row in try rows() where !row[6].isEmpty {
      let key = [row[1], row[5], row[6], row[2], row[3]]
      let seen = accounts[key] ?? [row[7], row[8], "0"]
      accounts[key] = [
        min(seen[0], row[7]), max(seen[1], row[8]),
        String((Int(seen[2]) ?? 0) + (Int(row[9]) ?? 0)),
      ]
    }
    return Table(
      columns: StageColumns.accounts, rows: Self.sorted(accounts.map { $0.key + $0.value }))
  }

  /// Rule; platform, kind and name of the handle and of the id, which are empty where it was not
  /// joined; first day, last day and number of records.
  private func rows() throws(TableError) -> [[String]] {
    var csv = Array(String(repeating: ",", count: 9).utf8)
    for number in hashes.indices {
      csv.append(0x0a)
      csv.append(keys[number])
      let range = days[number]
      csv.append("\(range.lowerBound),\(range.upperBound),\(records[number])")
    }
    return Self.sorted(try Table(csv: csv).rows)
  }

  private static func sorted(_ rows: [[String]]) -> [[String]] {
    rows.sorted { one, other in
      for (cell, another) in zip(one, other) where cell != another {
        return cell.utf8.lexicographicallyPrecedes(another.utf8)
      }
      return false
    }
  }
}
