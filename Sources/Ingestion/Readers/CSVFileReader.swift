import Bytes
import Tabular
import TakedownModel

/// Cuts a CSV file into chunks of whole records.
struct CSVFileReader: FileReader {
  /// Turns the chunks into records.
  let rows: CSVIngest
  private(set) var rowCount = 0
  private let file: String
  private var chunker: CSVChunker

  init(
    layout: SourceLayout, dialect: CSVDialect, file: String, source: any ByteSource
  ) throws {
    self.file = file
    chunker = CSVChunker(source, dialect: dialect)
    do {
      guard let header = try chunker.header() else { throw IngestError.empty(file) }
      rows = try CSVIngest(layout: layout, dialect: dialect, file: file, header: header)
    } catch let error as CSVError {
      throw IngestError(file: file, reason: error.description)
    }
  }

  mutating func next() throws -> FileIngest.Work? {
    do {
      guard let chunk = try chunker.next() else { return nil }
      rowCount += chunk.records
      return .chunk(chunk)
    } catch let error as CSVError {
      throw IngestError(file: file, reason: error.description)
    }
  }
}
