/// The formats in which logs of any size can be made.
package enum BulkFormat: String, CaseIterable, Sendable {
  /// Commas, LF, a header row.
  case csv
  /// One flat object a line.
  case ndjson
  /// One `row` element a record under the root `log`.
  case xml
}
