import Bytes
import Tabular
import TakedownModel

/// A CSV file that an earlier stage wrote, read in chunks of whole rows.
struct StageFile {
  let path: String
  private var chunker: CSVChunker

  /// Opens the file and checks its header.
  init(_ path: String, columns: [String]) throws {
    self.path = path
    chunker = CSVChunker(
      try FileSource(path: path), dialect: .standard, chunkSize: 4 << 20)
    guard try chunker.header() == columns else {
      throw PipelineError.malformed(
        file: path, reason: "the header is not that of this version; run the stage before again")
    }
  }

  mutating func next() throws -> CSVChunk? {
    do {
      return try chunker.next()
    } catch let error as CSVError {
      throw PipelineError.malformed(file: path, reason: error.description)
    }
  }

  /// A small table that an earlier stage wrote.
  static func table(_ path: String) throws -> Table {
    do {
      return try Table(csv: Folders.read(path))
    } catch let error as TableError {
      throw PipelineError.malformed(file: path, reason: error.description)
    }
  }
}
