import Bytes
import Tabular
import TakedownModel

/// A CSV file that an earlier stage wrote, read in chunks of whole rows.
struct StageFile {
  let path: String
  private let columnCount: Int
  private var chunker: CSVChunker

  /// Opens the file and checks its header.
  init(_ path: String, columns: [String]) throws {
    self.path = path
    columnCount = columns.count
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

  /// Calls `body` with the cells of each row that is left, and the text that they are in.
  ///
  /// `body` says whether the cells are as the stage writes them.
  ///
  /// - Throws: `PipelineError.malformed` naming the first line that is not; what `body` throws.
  mutating func forEachRow(
    _ body: (Span<CSVField>, Span<UInt8>) throws -> Bool
  ) throws {
    while let chunk = try next() {
      let text = chunk.bytes.span
      var cursor = CSVCursor(chunk, dialect: .standard)
      while cursor.next(text) {
        let count = cursor.fields.count
        guard count == columnCount else {
          throw malformed(
            line: cursor.line(text), "expected \(columnCount) cells, found \(count)")
        }
        guard try body(cursor.fields.span, text) else {
          throw malformed(line: cursor.line(text), "the record is not as it was written")
        }
      }
    }
  }

  private func malformed(line: Int, _ reason: String) -> PipelineError {
    .malformed(file: path, reason: "line \(line): \(reason); run the stage before again")
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
