import Bytes
import Tabular
import TakedownModel

/// Turns shaped rows into rows of `records.csv`; `other` holds the row as it was, whole.
struct ShapedRecords {
  private let source: String
  private let file: String
  private let columns: [(field: RecordField, places: [RowPlace], constant: String)]

  init(
    source: String, file: String, fields: [RecordField: [String]],
    constants: [RecordField: String], isJSON: Bool
  ) throws(RowPlaceError) {
    self.source = source
    self.file = file
    var columns: [(RecordField, [RowPlace], String)] = []
    for field in RecordField.allCases {
      var places: [RowPlace] = []
      for place in fields[field] ?? [] { places.append(try RowPlace(place, isJSON: isJSON)) }
      columns.append((field, places, constants[field] ?? ""))
    }
    self.columns = columns
  }

  func append(_ row: ShapedRow, _ shaper: RowShaper, to batch: inout IngestedBatch) {
    var cells = [source, file, row.position]
    for (field, places, constant) in columns {
      let text = places.isEmpty ? constant : shaper.text(of: row, at: places)
      if !places.isEmpty, !text.isEmpty { batch.filled.insert(field) }
      cells.append(text)
    }
    cells.append(row.raw)
    batch.records.append(csvRow: cells)
    batch.recordCount += 1
  }
}
