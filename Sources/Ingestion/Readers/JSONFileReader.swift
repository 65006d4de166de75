import Bytes
import Tabular
import TakedownModel

/// Takes the records out of one JSON document, which is held in memory as a whole.
struct JSONFileReader: FileReader {
  private(set) var rowCount = 0
  private var batches: [RecordBatch]

  init(layout: SourceLayout, records path: String?, file: String, source: any ByteSource) throws {
    var source = source
    var document: [UInt8] = []
    while try source.read(into: &document, upTo: 1 << 20) > 0 {}
    let reader = try JSONRecordReader(layout: layout, file: file)
    do {
      let records = try path.map { try JSONPointer($0) }
      batches = try reader.readDocument(document.span, recordsAt: records).reversed()
    } catch let error as JSONError {
      throw IngestError(
        file: file,
        reason: """
          line \(error.line), column \(error.column): \(error.reason); expected a well-formed log; \
          have the agency export it again, or correct the pipeline file
          """)
    }
  }

  mutating func next() -> FileIngest.Work? {
    guard let batch = batches.popLast() else { return nil }
    rowCount += batch.count + batch.rejects.count
    return .batch(batch)
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
          file: file,
          reason: "sources '\(layout.id)' fields.\(field.rawValue): \(error)")
      }
    }
    self.init(fields: fields)
  }
}
