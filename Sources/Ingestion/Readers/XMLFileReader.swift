import Bytes
import Tabular
import TakedownModel
import XMLStreaming

/// Takes the records out of an XML file, in batches.
///
/// A record that refers by id to an element that is not there is a reject of its own.
///
/// A document that breaks off or is ill-formed is an error, and nothing of it is counted, unless the
/// source keeps partial documents: then the records before the fault stand, and the fault itself
/// is a reject.
final class XMLFileReader: FileReader {
  private(set) var rowCount = 0
  private let file: String
  private let keepsPartial: Bool
  private let recordPath: String
  private var source: any ByteSource
  private var reader: XMLRecordReader
  private var isAtEnd = false
  private var buffer: [UInt8] = []
  private static let blockSize = 1 << 18

  /// Opens a file; `encoding` is what it is in, whatever it says itself, nil to go by its own word.
  ///
  /// - Throws: `IngestError` for a path that is none.
  init(
    layout: SourceLayout, record: String, file: String, source: any ByteSource,
    encoding: String? = nil
  ) throws {
    self.file = file
    self.source = source
    keepsPartial = layout.keepsPartial
    recordPath = record
    do throws(XMLError) {
      var fields: [[XMLPath]] = []
      for (_, places) in layout.mapped {
        var paths: [XMLPath] = []
        for place in places { paths.append(try XMLPath(place)) }
        fields.append(paths)
      }
      reader = try XMLRecordReader(record: XMLPath(record), fields: fields, encoding: encoding)
    } catch {
      throw IngestError(
        .wrongSetting, file: file, reason: "sources '\(layout.id)': \(error.reason)")
    }
  }

  func next() throws -> FileIngest.Work? {
    while !isAtEnd {
      buffer.removeAll(keepingCapacity: true)
      let count = try source.read(into: &buffer, upTo: Self.blockSize)
      var fault: XMLError?
      do {
        if count == 0 {
          isAtEnd = true
          try reader.finish()
          if reader.leadsNowhere {
            throw IngestError(
              .noRecordList, file: file,
              reason: """
                no element is at '\(recordPath)', though the document has others; expected its \
                records there; correct records in the pipeline file
                """)
          }
        } else {
          try reader.push(buffer.span)
        }
      } catch let error as XMLError {
        fault = error
      }
      var batch = reader.takeBatch()
      if let fault {
        isAtEnd = true
        guard keepsPartial else {
          throw IngestError(
            .malformedDocument, file: file, line: fault.line > 0 ? fault.line : nil,
            reason: """
              \(fault.description); expected a well-formed log to its end; have the agency export it \
              again, or correct the pipeline file
              """)
        }
        batch.append(
          reject: RejectedRow(
            position: rowCount + batch.count + batch.rejects.count + 1, line: fault.line,
            column: nil, kind: .brokenOff,
            reason: "\(fault.reason); the records before it are kept, as keep_partial says",
            raw: []))
      }
      let rows = batch.count + batch.rejects.count
      guard rows > 0 else { continue }
      rowCount += rows
      return .batch(batch)
    }
    return nil
  }
}
