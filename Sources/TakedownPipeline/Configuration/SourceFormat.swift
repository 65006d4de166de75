/// The form in which a source's files are written.
package enum SourceFormat: String, CaseIterable, Sendable {
  /// Delimited text with a header.
  case csv
  /// One document that holds a list of objects.
  case json
  /// One JSON object a line.
  case ndjson
  /// One document with an element a record.
  case xml
  /// A spreadsheet of Office Open XML.
  case xlsx
}
