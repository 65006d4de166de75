import Bytes
import Comparison
import Tabular
import TakedownModel
import TestSupport

/// A takedown record as a test writes it.
struct Record {
  var agency = "uk-nca"
  var platform = "facebook"
  var kind = "user"
  var account = "one"
  var counts = "account"
  var action = "taken-down"
  var date: String
  var referredAt = ""
  var actionedAt = ""

  /// The row of the stage file.
  var cells: [String] {
    [
      "log", "log.csv", "1", agency, "GB", platform, account.isEmpty ? "" : kind, account, counts,
      action, date, referredAt, actionedAt, "small-boat", "en",
    ]
  }
}

/// The stage file of the records.
func stageFile(_ records: [Record]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(csvRow: StageColumns.takedowns)
  for record in records { bytes.append(csvRow: record.cells) }
  return bytes
}

/// The stage's tables for the records, read in chunks of about `chunkSize` bytes.
func compared(
  _ records: [Record], _ settings: ComparisonSettings = ComparisonSettings(),
  published: Table? = nil, chunkSize: Int = 1 << 16, backwards: Bool = false
) throws -> ComparisonTables {
  let stage = Compare(settings: settings)
  var chunker = CSVChunker(
    ArraySource(stageFile(records)), dialect: .standard, chunkSize: chunkSize)
  _ = try chunker.header()
  var batches: [EventBatch] = []
  while let chunk = try chunker.next() { batches.append(try stage.events(of: chunk)) }
  if backwards { batches.reverse() }
  var tally = Tally()
  for batch in batches { try tally.add(batch) }
  return try stage.tables(tally, published: published)
}

/// Rows of a table by the names of their columns.
func rows(_ table: Table) -> [[String: String]] {
  table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
}

/// The rows whose cells are as named.
func rows(_ table: Table, where cells: [String: String]) -> [[String: String]] {
  rows(table).filter { row in cells.allSatisfy { row[$0.key] == $0.value } }
}

/// Many records of few accounts, agencies and days, so that everything repeats.
func randomRecords(seed: UInt64, count: Int, from first: String, days: Int) throws -> [Record] {
  var random = SeededGenerator(seed: seed)
  let agencies = ["uk-nca", "se-nmr", "fr-ofast", "europol-emsc", "us-dhs"]
  let platforms = ["facebook", "tiktok", "x", "unmapped"]
  let kinds = ["user", "id", "channel"]
  let units = UnitOfCount.allCases.map(\.rawValue) + ["account", "account", ""]
  let actions = Action.allCases.map(\.rawValue) + ["taken-down", "taken-down", "taken-down"]
  let start = try CalendarDate(first).orThrow()
  // Each agency has its own first and last day.
  let spans = agencies.map { _ in
    (Int.random(in: 0..<days / 2, using: &random), Int.random(in: days / 2..<days, using: &random))
  }
  return (0..<count).map { _ in
    let agency = Int.random(in: 0..<agencies.count, using: &random)
    let day = Int.random(in: spans[agency].0...spans[agency].1, using: &random)
    let number = Int.random(in: 0..<60, using: &random)
    return Record(
      agency: agencies[agency], platform: platforms[Int(random.next() % 4)],
      kind: kinds[Int(random.next() % 3)],
      account: number == 0 ? "" : number == 1 ? "a,\"b\"" : "account\(number)",
      counts: units[Int(random.next() % UInt64(units.count))],
      action: actions[Int(random.next() % UInt64(actions.count))],
      date: start.adding(days: day).description)
  }
}

/// What a test expected to have and has not.
struct Absent: Error {}

extension Optional {
  func orThrow() throws -> Wrapped {
    guard let self else { throw Absent() }
    return self
  }
}
