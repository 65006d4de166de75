package import Bytes
package import Tabular
package import TakedownModel

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
  private let text: FileText?
  private let readerFindings: [Finding]
  /// Does one part of the work.
  package let ingest: @Sendable (Work) -> IngestedBatch
  /// Does a part of a CSV file over, knowing that the part before it ended in a second table, with
  /// the line of its header.
  package let ingestInside: @Sendable (Work, Int) -> IngestedBatch
  /// The encoding that the file is read with; empty where the format says it itself.
  package let encoding: String
  /// What was found of the dialect of a CSV file, in words; else empty.
  package let dialect: String

  /// Opens a file; `file` is its path as it stands in the stage files and in messages.
  ///
  /// - Throws: `IngestError` where the file is not what the layout says; what the source throws.
  package init(layout: SourceLayout, file: String, source: any ByteSource) throws {
    var findings: [Finding] = []
    var dialect = ""
    var inside: (@Sendable (Work, Int) -> IngestedBatch)?
    switch layout.format {
    case .csv(let declaration), .xlsx(_, let declaration):
      let text = try FileText(source, layout: layout, file: file)
      let reader = try CSVFileReader(
        layout: layout, declaration: declaration, file: file, text: text)
      let rows = reader.rows
      self.reader = reader
      self.text = text
      dialect = reader.found
      findings = reader.findings
      ingest = { work in
        if case .chunk(let chunk) = work { rows.ingest(chunk) } else { IngestedBatch() }
      }
      inside = { work, line in
        guard case .chunk(let chunk) = work else { return IngestedBatch() }
        return rows.ingest(chunk, otherHeaderLine: line)
      }
    case .ndjson:
      let text = try FileText(source, layout: layout, file: file)
      let encoder = BatchIngest(layout: layout, file: file, encoding: text.encoding)
      let reader = try JSONLinesFileReader(layout: layout, file: file, source: text.source)
      let records = reader.records
      self.reader = reader
      self.text = text
      ingest = { work in
        if case .lines(let chunk) = work {
          encoder.ingest(chunk.read(records))
        } else {
          IngestedBatch()
        }
      }
    case .json(let path):
      let text = try FileText(source, layout: layout, file: file)
      let encoder = BatchIngest(layout: layout, file: file, encoding: text.encoding)
      reader = try JSONFileReader(
        layout: layout, records: path, file: file, source: text.source)
      self.text = text
      ingest = { if case .batch(let batch) = $0 { encoder.ingest(batch) } else { IngestedBatch() } }
    case .xml(let path):
      let encoder = BatchIngest(layout: layout, file: file)
      reader = try XMLFileReader(
        layout: layout, record: path, file: file, source: source, encoding: layout.encoding)
      text = nil
      ingest = { if case .batch(let batch) = $0 { encoder.ingest(batch) } else { IngestedBatch() } }
    }
    let ingest = ingest
    ingestInside = inside ?? { work, _ in ingest(work) }
    encoding = text?.encoding ?? ""
    self.dialect = dialect
    readerFindings = findings
  }

  /// The next part; nil at the end of the file.
  ///
  /// - Throws: `IngestError` where the rest of the file cannot be told into records.
  package mutating func next() throws -> Work? {
    try reader.next()
  }

  /// Rows that have been cut so far: records, rejects and blank ones together.
  package var rowCount: Int { reader.rowCount }

  /// What is odd about the file as a whole, complete at its end; what is odd about its rows is in
  /// the batches.
  package var findings: [Finding] { readerFindings + (text?.findings ?? []) }

  /// How many findings of each code about the file as a whole are counted and not kept.
  package var unkept: [FindingCode: Int] { text?.unkept ?? [:] }
}

/// Cuts the files of one format into work.
protocol FileReader {
  mutating func next() throws -> FileIngest.Work?
  var rowCount: Int { get }
}
