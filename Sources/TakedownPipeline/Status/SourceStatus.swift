import Tabular
import TakedownModel

/// How fresh a source is.
package struct SourceStatus: Hashable, Sendable {
  let id: String
  /// Files on disk that its pattern matches now.
  let files: Int
  /// Whether the release may be made without it.
  let allowsMissing: Bool
  /// The last day with a record in the last run; nil where it has none, or nothing was run.
  let lastDay: CalendarDate?
  /// How often a record is expected; nil where nothing is said.
  let expectedEvery: CalendarSpan?
  /// The last day of the current period, or the present day.
  let today: CalendarDate

  /// The last day on which it is not late; nil where nothing is expected or there is no record.
  var due: CalendarDate? {
    expectedEvery.flatMap { every in lastDay.map { every.end(from: $0) } }
  }

  var isLate: Bool { due.map { today > $0 } ?? false }

  var json: JSONValue {
    .object([
      "source": .string(id), "files": .integer(files), "allow_missing": .bool(allowsMissing),
      "last_day": Self.day(lastDay),
      "expected_every": expectedEvery.map { .string($0.description) } ?? .null,
      "due": Self.day(due), "late": expectedEvery == nil ? .null : .bool(isLate),
    ])
  }

  /// Such as `uk-nca: 3 files, last record of 2025-03-30, next due by 2025-04-30`.
  var line: String {
    var parts = [files == 1 ? "1 file" : "\(files) files"]
    if files == 0 { parts = [allowsMissing ? "missing, as it may be" : "missing"] }
    if let lastDay { parts.append("last record of \(lastDay)") }
    if let due { parts.append(isLate ? "late since \(due)" : "next due by \(due)") }
    return "\(id): \(parts.joined(separator: ", "))"
  }

  private static func day(_ day: CalendarDate?) -> JSONValue {
    day.map { .string($0.description) } ?? .null
  }
}
