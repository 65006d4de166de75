import Bytes
package import Tabular
import TakedownModel

/// Turns batches of raw fields, as the JSON and XML readers give them, into rows of `records.csv`.
package struct BatchIngest: Sendable {
  private enum Origin: Sendable {
    case constant([UInt8])
    case column(Int)
  }

  private let source: String
  private let file: String
  private let prefix: [UInt8]
  private let origins: [Origin]
  private let otherColumn: Int

  /// The batches have a column for each of `layout.mapped`, in that order, and last the rest as a
  /// JSON object.
  package init(layout: SourceLayout, file: String) {
    source = layout.id
    self.file = file
    var prefix: [UInt8] = []
    prefix.append(csvField: layout.id)
    prefix.append(0x2c)
    prefix.append(csvField: file)
    prefix.append(0x2c)
    self.prefix = prefix
    let mapped = layout.mapped.map(\.field)
    otherColumn = mapped.count
    origins = RecordField.allCases.map { field in
      if let column = mapped.firstIndex(of: field) { return .column(column) }
      var constant: [UInt8] = []
      constant.append(csvField: layout.constants[field] ?? "")
      return .constant(constant)
    }
  }

  /// The records and rejects of a batch, in its order.
  package func ingest(_ batch: RecordBatch) -> IngestedBatch {
    var ingested = IngestedBatch()
    ingested.records.reserveCapacity(batch.bytes.count + batch.count * 96)
    for index in 0..<batch.count {
      ingested.records.append(contentsOf: prefix)
      ingested.records.append(decimal: batch.positions[index])
      for origin in origins {
        ingested.records.append(0x2c)
        switch origin {
        case .constant(let bytes): ingested.records.append(contentsOf: bytes)
        case .column(let column):
          batch.text(index, column) { ingested.records.append(csvField: $0) }
        }
      }
      ingested.records.append(0x2c)
      batch.text(index, otherColumn) { ingested.records.append(csvField: $0) }
      ingested.records.append(0x0a)
    }
    ingested.recordCount = batch.count
    for reject in batch.rejects { ingested.append(reject, source: source, file: file) }
    return ingested
  }
}
