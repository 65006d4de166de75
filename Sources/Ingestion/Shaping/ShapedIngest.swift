import Bytes
import Tabular
package import TakedownModel

/// Reads the files of a source whose rows are shaped, or are counts: the readable way.
///
/// The fast readers give every row with all its cells by name; here they are shaped and mapped.
package struct ShapedIngest: Sendable {
  /// Where the columns come from.
  package enum Mapping: Sendable {
    case records(fields: [RecordField: [String]], constants: [RecordField: String])
    case counts(CountsLayout)
  }

  /// The rows of a part of a file, not shaped yet.
  package struct Rows: Sendable {
    var rows: [ShapedRow] = []
    var ingested = IngestedBatch()
  }

  private let source: String
  private let file: String
  private let shape: RowShape
  private let mapping: Mapping
  private let outward: [String]
  private let tables: Set<String>

  /// The fast reader is to read `carriers` and nothing else.
  package init(source: String, file: String, shape: RowShape, mapping: Mapping) {
    self.source = source
    self.file = file
    self.shape = shape
    self.mapping = mapping
    let places = Self.places(shape, mapping)
    outward = Self.outwardPlaces(shape, mapping)
    tables = Set(
      places.filter { shape.isJSON && $0.hasPrefix("../") }.compactMap { place in
        let part = RowPlace.outwardPart(of: place)
        return part == place ? nil : part
      })
  }

  /// Whether rows depend on those before them.
  package var isOrdered: Bool { !shape.filledDown.isEmpty || !shape.headerRows.isEmpty }

  /// The places that do not stand in the record itself, which the fast reader must carry along:
  /// those around a list of JSON records, and those to which an id in an XML record leads.
  package static func outwardPlaces(_ shape: RowShape, _ mapping: Mapping) -> [String] {
    var parts: [String] = []
    for place in places(shape, mapping)
    where shape.isJSON ? place.hasPrefix("../") : place.contains("->") {
      let part = shape.isJSON ? RowPlace.outwardPart(of: place) : place
      if !parts.contains(part) { parts.append(part) }
    }
    return parts
  }

  /// Whether places speak of elements of the record by their numbers, so that it may be an array.
  package static func hasListRecords(_ shape: RowShape, _ mapping: Mapping) -> Bool {
    places(shape, mapping).contains { place in
      place.wholeMatch(of: /\/(?:0|[1-9][0-9]*)(?:\/.*)?/) != nil
    }
  }

  /// All places of which something is read.
  private static func places(_ shape: RowShape, _ mapping: Mapping) -> [String] {
    let mapped: [String] =
      switch mapping {
      case .records(let fields, _): RecordField.allCases.flatMap { fields[$0] ?? [] }
      case .counts(let layout): CountField.allCases.flatMap { layout.fields[$0] ?? [] }
      }
    return mapped + shape.filledDown + shape.conditions.map(\.place)
      + shape.derivations.flatMap(\.places)
  }

  /// The fields that the fast reader is to read; everything else it gives as it stands.
  package static func carriers(
    _ shape: RowShape, _ mapping: Mapping
  ) -> [RecordField: [String]] {
    let places = outwardPlaces(shape, mapping)
    return Dictionary(uniqueKeysWithValues: zip(RecordField.allCases, places.map { [$0] }))
  }

  /// Takes the rows out of what the fast way gives; a row that has a name twice is a reject.
  package func rows(of batch: IngestedBatch) throws(IngestError) -> Rows {
    var rows = Rows()
    rows.ingested = batch
    rows.ingested.records = []
    rows.ingested.recordCount = 0
    rows.ingested.filled = []
    var known: [String: (text: String, value: JSONValue)] = [:]
    for cells in try table(batch).rows {
      let raw = cells[3 + RecordField.allCases.count]
      do throws(JSONError) {
        let value = raw.isEmpty ? JSONValue.null : try JSONValue(parsing: Array(raw.utf8).span)
        let texts = Dictionary(uniqueKeysWithValues: zip(outward, cells.dropFirst(3)))
        // The same list stands around each record: it is parsed when it changes.
        for place in tables where known[place]?.text != texts[place] {
          let text = texts[place] ?? ""
          known[place] = (text, (try? JSONValue(parsing: Array(text.utf8).span)) ?? .null)
        }
        rows.rows.append(
          ShapedRow(
            position: cells[2], cells: value, raw: raw, outward: texts,
            tables: known.mapValues { $0.value }))
      } catch {
        rows.ingested.append(
          RejectedRow(
            position: Int(cells[2]) ?? 0, line: 0, column: nil, kind: error.rejectKind,
            reason: "\(error.reason); expected each name once in a row; rename the columns",
            raw: Array(raw.utf8)),
          source: source, file: file)
      }
    }
    return rows
  }

  private func table(_ batch: IngestedBatch) throws(IngestError) -> Table {
    var csv: [UInt8] = []
    csv.append(csvRow: StageColumns.records)
    csv += batch.records
    do throws(TableError) {
      return try Table(csv: csv)
    } catch {
      throw IngestError(file: file, reason: error.description)
    }
  }

  /// Shapes and maps rows; `above` is what the rows before left behind, to be handed on in order.
  ///
  /// - Throws: `IngestError` where a place or a pattern is none.
  package func batch(of rows: Rows, above: inout RowsAbove) throws(IngestError) -> FileBatch {
    var batch = FileBatch(rows.ingested)
    do throws(RowPlaceError) {
      let shaper = try RowShaper(shape)
      switch mapping {
      case .records(let fields, let constants):
        let records = try ShapedRecords(
          source: source, file: file, fields: fields, constants: constants, isJSON: shape.isJSON)
        for row in rows.rows {
          for part in shaper.rows(of: row, file: file, above: &above) {
            if let reason = part.leftOut {
              batch.leftOut[reason, default: 0] += 1
            } else {
              records.append(part.row, shaper, to: &batch.ingested)
            }
          }
        }
      case .counts(let layout):
        var counts = try CountsIngest(
          layout: layout, source: source, file: file, isJSON: shape.isJSON)
        for row in rows.rows {
          for part in shaper.rows(of: row, file: file, above: &above) {
            if let reason = part.leftOut {
              batch.leftOut[reason, default: 0] += 1
            } else {
              counts.append(part.row, shaper, to: &batch)
            }
          }
        }
      }
    } catch {
      throw IngestError(.wrongSetting, file: file, reason: error.description)
    }
    return batch
  }
}
