package import Bytes
package import Tabular
import TakedownModel

/// Reads one file of a source: `next` cuts it into work, `ingest` does the work.
///
/// `next` runs in order, on one thread; `ingest` may run on several at the same time. The batches,
/// taken in the order of the work, are the rows of `records.csv` and `rejects.csv`.
package struct FileIngest {
  /// A part of the file, ready to be worked on.
  package enum Work: Sendable {
    /// Whole records of a CSV file.
    case chunk(CSVChunk)
    /// Whole lines of JSON.
    case lines(JSONLinesChunk)
    /// Fields that a sequential reader has taken out.
    case batch(RecordBatch)
  }

  private var reader: any FileReader
  /// Does one part of the work.
  package let ingest: @Sendable (Work) -> IngestedBatch

  /// Opens a file; `file` is its path as it stands in the stage files and in messages.
  ///
  /// - Throws: `IngestError` where the file is not what the layout says; what the source throws.
  package init(layout: SourceLayout, file: String, source: any ByteSource) throws {
    let encoder = BatchIngest(layout: layout, file: file)
    switch layout.format {
    case .csv(let dialect):
      let reader = try CSVFileReader(layout: layout, dialect: dialect, file: file, source: source)
      let rows = reader.rows
      self.reader = reader
      ingest = { work in
        if case .chunk(let chunk) = work { rows.ingest(chunk) } else { IngestedBatch() }
      }
    case .ndjson:
      let reader = try JSONLinesFileReader(layout: layout, file: file, source: source)
      let records = reader.records
      self.reader = reader
      ingest = { work in
        if case .lines(let chunk) = work {
          encoder.ingest(chunk.read(records))
        } else {
          IngestedBatch()
        }
      }
    case .json(let path):
      reader = try JSONFileReader(layout: layout, records: path, file: file, source: source)
      ingest = { if case .batch(let batch) = $0 { encoder.ingest(batch) } else { IngestedBatch() } }
    case .xml(let path):
      reader = try XMLFileReader(layout: layout, record: path, file: file, source: source)
      ingest = { if case .batch(let batch) = $0 { encoder.ingest(batch) } else { IngestedBatch() } }
    }
  }

  /// The next part; nil at the end of the file.
  ///
  /// - Throws: `IngestError` where the rest of the file cannot be told into records.
  package mutating func next() throws -> Work? {
    try reader.next()
  }

  /// Rows that have been cut so far, records and rejects together.
  package var rowCount: Int { reader.rowCount }
}

/// Cuts the files of one format into work.
protocol FileReader {
  mutating func next() throws -> FileIngest.Work?
  var rowCount: Int { get }
}
