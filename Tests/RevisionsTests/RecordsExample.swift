import Bytes
import Revisions
import Tabular
import TakedownModel

/// The records of a run as `records.csv` has them.
struct RecordsExample {
  /// Source, file, and what the log says of each record: the account, the day.
  let files: [(source: String, path: String, records: [(account: String, day: String)])]

  func chunks() throws -> [CSVChunk] {
    var csv: [UInt8] = []
    csv.append(csvRow: StageColumns.records)
    for file in files {
      for (number, record) in file.records.enumerated() {
        var cells = Array(repeating: "", count: StageColumns.records.count)
        cells[0] = file.source
        cells[1] = file.path
        cells[2] = String(number + 1)
        for (column, text) in [
          ("platform", "TikTok"), ("account", record.account), ("action_date", record.day),
          ("other", "a \"quoted\" cell, with a comma"),
        ] {
          if let place = StageColumns.records.firstIndex(of: column) { cells[place] = text }
        }
        csv.append(csvRow: cells)
      }
    }
    var chunker = CSVChunker(ArraySource(csv), dialect: .standard, chunkSize: 64)
    _ = try chunker.header()
    var chunks: [CSVChunk] = []
    while let chunk = try chunker.next() { chunks.append(chunk) }
    return chunks
  }

  func scan(_ hasher: KeyHasher) throws -> RecordScan {
    var scan = RecordScan(hasher: hasher)
    for chunk in try chunks() { scan.add(chunk) }
    return scan
  }

  /// Both runs compared, where no file's bytes are known to be the same.
  static func difference(
    _ old: RecordsExample, _ new: RecordsExample
  ) throws -> (difference: RowDifference, kept: [String]) {
    let hasher = KeyHasher(seed0: 1, seed1: 2)
    let oldScan = try old.scan(hasher)
    let newScan = try new.scan(hasher)
    let sources = Array(Set(old.files.map { $0.source })).sorted()
    let pairing = FilePairing(
      old: oldScan, new: newScan, digests: (old: [], new: []), sources: Set(sources))
    var before = RowMarks(oldScan, states: pairing.old, sourceIDs: sources, hasher: hasher)
    for chunk in try old.chunks() { before.add(chunk) }
    var after = RowMarks(newScan, states: pairing.new, sourceIDs: sources, hasher: hasher)
    for chunk in try new.chunks() { after.add(chunk) }
    let difference = RowDifference(
      old: before, new: after, oldScan: oldScan, newScan: newScan, sources: sources.count)
    let selection = RowSelection(
      newScan, files: pairing.new.map { _ in true }, without: difference.late)
    var rows: [UInt8] = []
    for chunk in try new.chunks() { selection.append(chunk, to: &rows) }
    let account = StageColumns.records.firstIndex(of: "account") ?? 0
    let header = StageColumns.records.joined(separator: ",") + "\n"
    let table = try Table(csv: Array(header.utf8) + rows)
    return (difference, table.rows.map { $0[account] })
  }
}
