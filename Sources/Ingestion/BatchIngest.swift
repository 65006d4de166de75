import Bytes
package import Tabular
import TakedownModel
import TextDecoding

/// Turns batches of raw fields, as the JSON and XML readers give them, into rows of `records.csv`.
package struct BatchIngest: Sendable {
  private let source: String
  private let file: String
  private let encoding: String
  private let prefix: [UInt8]
  /// For each column of `records.csv` the column of the batch, nil for a constant.
  private let columns: [Int?]
  /// The names of the columns of a batch.
  private let names: [String]
  private let constants: ByteStrings

  /// The batches have a column for each of `layout.mapped`, in that order, and last the rest as a
  /// JSON object; `encoding` is what the file was in before it was UTF-8.
  package init(layout: SourceLayout, file: String, encoding: String = "UTF-8") {
    source = layout.id
    self.file = file
    self.encoding = encoding
    prefix = layout.rowPrefix(file)
    let mapped = layout.mapped.map(\.field)
    names = mapped.map(\.rawValue) + ["other"]
    columns = RecordField.allCases.map { mapped.firstIndex(of: $0) } + [mapped.count]
    var constants = ByteStrings()
    for field in RecordField.allCases { constants.append(layout.constantCell(field).span) }
    self.constants = constants
  }

  /// The records and rejects of a batch, in its order.
  package func ingest(_ batch: RecordBatch) -> IngestedBatch {
    var ingested = IngestedBatch()
    var rows = ByteWriter(capacity: batch.bytes.count + batch.count * 96)
    let text = batch.bytes.span
    var isFilled = Array(repeating: false, count: columns.count)
    let mayBeEncodedTwice = text.mayBeEncodedTwice
    for index in 0..<batch.count {
      if mayBeEncodedTwice { noteEncodedTwice(index, batch, &ingested) }
      rows.append(prefix)
      rows.append(decimal: batch.positions[index])
      for (number, column) in columns.enumerated() {
        rows.append(0x2c)
        if let column {
          let range = batch.range(index, column)
          if !range.isEmpty { isFilled[number] = true }
          rows.append(csvField: text.extracting(range))
        } else {
          rows.append(constants[number])
        }
      }
      rows.append(0x0a)
    }
    ingested.records = rows.bytes
    ingested.filled = Set(
      RecordField.allCases.enumerated().filter { isFilled[$0.offset] }.map(\.element))
    ingested.recordCount = batch.count
    for reject in batch.rejects {
      ingested.append(reject, source: source, file: file, encoding: encoding)
    }
    for choice in batch.choices { noteChoice(choice, batch, &ingested) }
    return ingested
  }

  private func noteChoice(
    _ choice: RecordBatch.Choice, _ batch: RecordBatch, _ ingested: inout IngestedBatch
  ) {
    let text = batch.text(choice.record, choice.column) { $0.text }
    ingested.note(.severalTexts) {
      Finding(
        file: file, line: nil, record: batch.positions[choice.record], column: names[choice.column],
        code: .severalTexts,
        message: """
          the record has several; '\(text.prefix(40))' is the first and is taken, and the others \
          count for nothing; expected one; have the agency export a record for each, or correct the \
          path
          """)
    }
  }

  @inline(never)
  private func noteEncodedTwice(
    _ index: Int, _ batch: RecordBatch, _ ingested: inout IngestedBatch
  ) {
    for (column, name) in names.enumerated() {
      let text = batch.bytes.span.extracting(batch.range(index, column))
      guard let once = DoubleEncoding(text) else { continue }
      let finding = Finding.encodedTwice(
        text, once, record: batch.positions[index], column: name, file: file)
      return ingested.note(.encodedTwice) { finding }
    }
  }
}
