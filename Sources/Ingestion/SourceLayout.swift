import Bytes
package import Tabular
package import TakedownModel
import TextDecoding
import XMLStreaming

/// Where a source's files keep what a record needs.
package struct SourceLayout: Sendable {
  /// The format of the files.
  package enum Format: Sendable {
    /// What the declaration leaves open is found in each file.
    case csv(CSVDeclaration)
    /// One JSON document; `records` points to the list of records, nil when it is the list.
    case json(records: String?)
    /// One JSON object a line.
    case ndjson
    /// `record` is the path of the record element.
    case xml(record: String)
    /// One sheet of a workbook; nil for the first that is not hidden.
    case xlsx(sheet: String?, CSVDeclaration)
  }

  /// The source's id in the pipeline file.
  package let id: String
  package let format: Format
  /// For each column of the record that the log fills: where it stands, alternatives in order.
  ///
  /// In a CSV file a place is the name of a column, or `name#/pointer` for a value of the JSON in
  /// its cells, unless a column has just that name.
  package let fields: [RecordField: [String]]
  /// For each column that is the same in every record: its text.
  package let constants: [RecordField: String]
  /// How the characters of the files are written; nil where they show it themselves.
  package let encoding: String?
  /// Whether the records before a fault of an XML document stand.
  package let keepsPartial: Bool
  /// Whether records of JSON may be arrays, since places speak of elements by their numbers.
  package let hasListRecords: Bool
  /// Whether a table without a header is several, so that its rows have different widths.
  package let hasSeveralTables: Bool

  package init(
    id: String, format: Format, fields: [RecordField: [String]],
    constants: [RecordField: String] = [:], encoding: String? = nil, keepsPartial: Bool = false,
    hasListRecords: Bool = false, hasSeveralTables: Bool = false
  ) {
    self.id = id
    self.encoding = encoding
    self.keepsPartial = keepsPartial
    self.hasListRecords = hasListRecords
    self.hasSeveralTables = hasSeveralTables
    self.format = format
    self.fields = fields
    self.constants = constants
  }

  /// The columns that the log fills, in the order of the record.
  package var mapped: [(field: RecordField, places: [String])] {
    RecordField.allCases.compactMap { field in fields[field].map { (field, $0) } }
  }

  /// The start of every row of a file in `records.csv`: `source,file,`.
  func rowPrefix(_ file: String) -> [UInt8] {
    var prefix: [UInt8] = []
    prefix.append(csvField: id)
    prefix.append(0x2c)
    prefix.append(csvField: file)
    prefix.append(0x2c)
    return prefix
  }

  /// The cell of a column that is the same in every record.
  func constantCell(_ field: RecordField) -> [UInt8] {
    var cell: [UInt8] = []
    cell.append(csvField: constants[field] ?? "")
    return cell
  }

  /// Paths that are none, by the key that has them in the pipeline file.
  package var problems: [(key: String, reason: String)] {
    var problems: [(key: String, reason: String)] = []
    func check(_ key: String, _ path: () throws -> Void) {
      do {
        try path()
      } catch let error as XMLError {
        problems.append((key, error.reason))
      } catch {
        problems.append((key, "\(error)"))
      }
    }
    func check(each path: (String) throws -> Void) {
      for (field, places) in mapped {
        for place in places { check("fields.\(field.rawValue)") { try path(place) } }
      }
    }
    if let encoding, TextEncoding(name: encoding) == nil {
      let near = nearest(encoding, in: TextEncoding.names).map { "; did you mean '\($0)'?" } ?? ""
      problems.append(("encoding", "no encoding is called '\(encoding)'\(near)"))
    }
    switch format {
    case .csv, .xlsx: break
    case .json(let records):
      if let records { check("records") { _ = try JSONPointer(records) } }
      check { _ = try JSONPointer($0) }
    case .ndjson: check { _ = try JSONPointer($0) }
    case .xml(let record):
      check("records") { _ = try XMLRecordReader(record: XMLPath(record), fields: []) }
      check { _ = try XMLPath($0) }
    }
    return problems
  }
}
