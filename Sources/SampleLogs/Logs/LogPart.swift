import Bytes

/// The rows of one file: a month or a quarter of a calendar year.
struct LogPart: Sendable {
  let year: Int
  /// 1 to 12 for months, 1 to 4 for quarters.
  let number: Int
  let records: [SampleRecord]

  enum Length: Sendable { case month, quarter }

  /// Cuts rows that are sorted by day.
  static func parts(of records: [SampleRecord], each length: Length) -> [LogPart] {
    var parts: [LogPart] = []
    var open: [SampleRecord] = []
    var key = (year: 0, number: 0)
    for record in records {
      let (year, month, _) = record.day.components
      let number = length == .month ? month : (month + 2) / 3
      if key != (year, number), !open.isEmpty {
        parts.append(LogPart(year: key.year, number: key.number, records: open))
        open = []
      }
      key = (year, number)
      open.append(record)
    }
    if !open.isEmpty { parts.append(LogPart(year: key.year, number: key.number, records: open)) }
    return parts
  }

  /// A reference of a row: `NCA-2023Q3-00017`.
  func reference(_ prefix: String, _ ordinal: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(prefix)
    bytes.append(decimal: ordinal, width: 5)
    return bytes.span.text
  }
}
