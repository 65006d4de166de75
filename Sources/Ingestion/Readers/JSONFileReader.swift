import Bytes
import Tabular
import TakedownModel

/// Takes the records out of a file of JSON documents, in batches.
///
/// A document that breaks off or is ill-formed is an error, and nothing of the file is counted; one
/// record that is not sound costs no more than itself where its end can be told.
struct JSONFileReader: FileReader {
  private(set) var rowCount = 0
  private let file: String
  private var documents: JSONStreamReader

  init(layout: SourceLayout, records path: String?, file: String, source: any ByteSource) throws {
    self.file = file
    let reader = try JSONRecordReader(layout: layout, file: file)
    do {
      let records = try path.map { try JSONPointer($0) }
      documents = JSONStreamReader(reader, recordsAt: records, source: source)
    } catch {
      throw IngestError(
        .wrongSetting, file: file, reason: "sources '\(layout.id)' records: \(error)")
    }
  }

  mutating func next() throws -> FileIngest.Work? {
    guard let batch = try nextBatch() else { return nil }
    return .batch(batch)
  }

  /// The next records and rejects; nil at the end.
  mutating func nextBatch() throws -> RecordBatch? {
    do {
      guard let batch = try documents.next() else { return nil }
      rowCount += batch.count + batch.rejects.count
      return batch
    } catch let error as JSONError {
      throw IngestError(
        Self.code(error), file: file, line: error.line,
        reason: """
          line \(error.line), column \(error.column): \(error.reason); expected a well-formed log; \
          have the agency export it again, or correct the pipeline file
          """)
    }
  }
}

extension JSONFileReader {
  private static func code(_ error: JSONError) -> FindingCode {
    switch error.kind {
    case .noRecords: .noRecordList
    case .text(.tooLong): .recordTooLong
    case .text: .malformedDocument
    }
  }
}

extension JSONRecordReader {
  /// A reader of the fields that a layout maps.
  init(layout: SourceLayout, file: String) throws(IngestError) {
    var fields: [[JSONPointer]] = []
    for (field, places) in layout.mapped {
      do {
        fields.append(try places.map { try JSONPointer($0) })
      } catch {
        throw IngestError(
          .wrongSetting, file: file,
          reason: "sources '\(layout.id)' fields.\(field.rawValue): \(error)")
      }
    }
    self.init(fields: fields, hasListRecords: layout.hasListRecords)
  }
}
