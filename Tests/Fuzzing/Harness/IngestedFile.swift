import Bytes
import Ingestion
import Tabular
import TakedownModel

/// What a file became, with what must be so of any file checked on the way.
struct IngestedFile: Equatable, CustomStringConvertible {
  private(set) var records: [UInt8] = []
  private(set) var rejects: [UInt8] = []
  private(set) var recordCount = 0
  private(set) var rejectCount = 0
  /// Rows that are neither.
  private(set) var blankCount = 0
  /// Why the rest cannot be read.
  private(set) var error: String?

  /// Reads a file that arrives in pieces of at most `pieceSize` bytes.
  init(_ layout: SourceLayout, _ bytes: [UInt8], pieceSize: Int = .max) {
    do {
      var file = try FileIngest(
        layout: layout, file: "log", source: PiecewiseSource(bytes, size: pieceSize))
      while let work = try file.next() {
        let batch = file.ingest(work)
        records += batch.records
        rejects += batch.rejects
        recordCount += batch.recordCount
        rejectCount += batch.rejectCount
        blankCount += batch.blankCount
        require(
          file.rowCount == rowCount,
          """
          \(file.rowCount) rows cut, \(recordCount) records, \(rejectCount) rejects, \(blankCount) \
          blank
          """)
      }
      require(file.rowCount == rowCount, "rows appear at the end")
    } catch let error as IngestError {
      require(!error.reason.isEmpty, "an error without a reason")
      self.error = error.description
    } catch {
      fatalError("an error of another kind: \(error)")
    }
    checkRows(records, count: recordCount, columns: StageColumns.records, name: "records.csv")
    checkRows(rejects, count: rejectCount, columns: StageColumns.rejects, name: "rejects.csv")
  }

  var description: String {
    "records \(shown(records)), rejects \(shown(rejects)), \(error ?? "no error")"
  }

  private var rowCount: Int { recordCount + rejectCount + blankCount }

  /// Each record as the fields of `records.csv`.
  var rows: [[[UInt8]]] { CSVText(records).rows.map(\.fields) }

  /// Rows that were written must come back, in their number and width, with nothing in them that a
  /// reader of UTF-8 stumbles over, and each with the next place in the file.
  private func checkRows(_ bytes: [UInt8], count: Int, columns: [String], name: String) {
    require(bytes.span.firstInvalidUTF8 == nil, "\(name) is not UTF-8: \(shown(bytes))")
    let text = CSVText(bytes)
    require(text.error == nil, "\(name): \(text.error?.description ?? ""): \(shown(bytes))")
    require(text.rows.count == count, "\(text.rows.count) rows in \(name), \(count) said")
    var last = 0
    for row in text.rows {
      require(row.faultyField == nil, "\(name) has a faulty row: \(shown(bytes))")
      require(row.fields.count == columns.count, "\(name) has a ragged row: \(shown(bytes))")
      let position = Int(String(decoding: row.fields[2], as: UTF8.self)) ?? 0
      require(position > last, "\(name) has position \(position) after \(last)")
      last = position
    }
  }
}
