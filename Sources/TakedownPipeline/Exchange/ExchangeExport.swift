import Bytes
import Pseudonyms
import Tabular
import TakedownModel

/// The takedowns of a run as a file for a partner: pseudonyms in place of accounts.
///
/// One row for each distinct takedown of an account, sorted by its cells, so that nothing shows the
/// order of the log. In memory there are 56 bytes for each.
struct ExchangeExport {
  /// A row as the numbers of its texts; the order is that of the file.
  private struct Row: Hashable, Comparable {
    var agency: UInt16
    var country: UInt16
    var platform: UInt16
    var kind: UInt16
    let pseudonym: Pseudonym
    var counts: UInt16
    let day: Int32

    static func < (left: Row, right: Row) -> Bool {
      let names = (left.agency, left.country, left.platform, left.kind)
      let others = (right.agency, right.country, right.platform, right.kind)
      if names != others { return names < others }
      if left.pseudonym != right.pseudonym { return left.pseudonym < right.pseudonym }
      return (left.counts, left.day) < (right.counts, right.day)
    }
  }

  /// How many rows the file has.
  var count: Int { rows.count }
  private(set) var passed = TakenDownReader.Passed()

  private var rows: Set<Row> = []
  private let id: KeyID
  private let keyCheck: String
  private var agencies = CheckedSpellings { $0 }
  private var countries = CheckedSpellings { $0 }
  private var platforms = CheckedSpellings { $0 }
  private var kinds = CheckedSpellings { AccountKind(rawValue: $0) }
  private var units = CheckedSpellings { $0.isEmpty ? "" : UnitOfCount(rawValue: $0)?.rawValue }
  private var days = CheckedSpellings { CalendarDate($0) }

  /// Reads the file `takedowns.csv` of a run.
  init(_ path: String, key: ExchangeKey, id: KeyID) throws {
    var pseudonymizer = try Pseudonymizer(key: key, id: id)
    self.id = id
    keyCheck = pseudonymizer.keyCheck
    var reader = try TakenDownReader(path)
    try reader.forEach { row in
      guard let agency = agencies.number(of: row.agency),
        let country = countries.number(of: row.country),
        let platform = platforms.number(of: row.platform), let kind = kinds.number(of: row.kind),
        let counts = units.number(of: row.counts), let day = days.number(of: row.date)
      else {
        throw PipelineError.malformed(
          file: path, reason: "a row is not as the stage writes it; run the stage before again")
      }
      let pseudonym = try pseudonymizer.pseudonym(
        platform: row.platform, kind: row.kind, account: row.account)
      rows.insert(
        Row(
          agency: UInt16(truncatingIfNeeded: agency), country: UInt16(truncatingIfNeeded: country),
          platform: UInt16(truncatingIfNeeded: platform), kind: UInt16(truncatingIfNeeded: kind),
          pseudonym: pseudonym, counts: UInt16(truncatingIfNeeded: counts),
          day: Int32(truncatingIfNeeded: days.values[day].days)))
    }
    passed = reader.passed
  }

  /// Writes the file in pieces.
  func write(to output: (Span<UInt8>) throws -> Void) throws {
    var bytes: [UInt8] = []
    bytes.append(csvRow: ExchangeColumn.names)
    let shared = Array("\(id.text),\(keyCheck),".utf8)
    let action = Array("\(Action.takenDown.rawValue),".utf8)
    let agencies = sortedCells(agencies)
    let countries = sortedCells(countries)
    let platforms = sortedCells(platforms)
    let kinds = sortedCells(kinds)
    let units = sortedCells(units)
    for row in ranked.sorted() {
      bytes.append(contentsOf: shared)
      bytes.append(contentsOf: agencies[Int(row.agency)])
      bytes.append(contentsOf: countries[Int(row.country)])
      bytes.append(contentsOf: platforms[Int(row.platform)])
      bytes.append(contentsOf: kinds[Int(row.kind)])
      bytes.append(row.pseudonym)
      bytes.append(0x2c)
      bytes.append(contentsOf: units[Int(row.counts)])
      bytes.append(contentsOf: action)
      bytes.append(CalendarDate(days: Int(row.day)).description)
      bytes.append(0x0a)
      guard bytes.count >= Self.pieceSize else { continue }
      try output(bytes.span)
      bytes.removeAll(keepingCapacity: true)
    }
    try output(bytes.span)
  }

  /// The rows with the places of their texts in byte order as their numbers.
  private var ranked: [Row] {
    let agencies = agencies.ranks
    let countries = countries.ranks
    let platforms = platforms.ranks
    let kinds = kinds.ranks
    let units = units.ranks
    return rows.map { row in
      var row = row
      row.agency = UInt16(truncatingIfNeeded: agencies[Int(row.agency)])
      row.country = UInt16(truncatingIfNeeded: countries[Int(row.country)])
      row.platform = UInt16(truncatingIfNeeded: platforms[Int(row.platform)])
      row.kind = UInt16(truncatingIfNeeded: kinds[Int(row.kind)])
      row.counts = UInt16(truncatingIfNeeded: units[Int(row.counts)])
      return row
    }
  }

  /// The texts of a column in byte order, each as it stands in a row, with the comma after it.
  private func sortedCells<Value>(_ spellings: CheckedSpellings<Value>) -> [[UInt8]] {
    let texts = spellings.values.indices.map { spellings.text($0) }
    return texts.sorted { $0.lexicographicallyPrecedes($1) }.map { text in
      var cell: [UInt8] = []
      cell.append(csvField: text.span)
      return cell + [0x2c]
    }
  }

  private static let pieceSize = 1 << 20
}
