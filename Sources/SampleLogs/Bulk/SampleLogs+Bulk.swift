import Bytes

extension SampleLogs {
  /// Writes a made-up log of `count` rows, for measuring.
  ///
  /// Columns, keys or elements: reference, platform, account, outcome, date_referred, date_removed,
  /// advert_type, notes; days are ISO 8601, from July 2023 to March 2025. About 165 bytes a row in
  /// CSV; about 60 in 100 rows bring an account that no earlier row has. Every row is sound.
  ///
  /// - Parameters:
  ///   - count: How many rows, 0 or more.
  ///   - format: The form of the text.
  ///   - write: Gets the text in order, in whole records, about 1 MB at a time.
  /// - Throws: what `write` throws.
  package func rows(
    count: Int, format: BulkFormat, write: (Span<UInt8>) throws -> Void
  ) rethrows {
    let batch = 1 << 20
    var buffer: [UInt8] = []
    buffer.reserveCapacity(batch + 4096)
    var rows = BulkRows(seed: seed)
    switch format {
    case .csv: buffer.append(BulkRows.header)
    case .ndjson: break
    case .xml: buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n")
    }
    for _ in 0..<count {
      rows.draw()
      switch format {
      case .csv: rows.appendCSV(to: &buffer)
      case .ndjson: rows.appendNDJSON(to: &buffer)
      case .xml: rows.appendXML(to: &buffer)
      }
      guard buffer.count >= batch else { continue }
      try write(buffer.span)
      buffer.removeAll(keepingCapacity: true)
    }
    if format == .xml { buffer.append("</log>\n") }
    if !buffer.isEmpty { try write(buffer.span) }
  }
}
