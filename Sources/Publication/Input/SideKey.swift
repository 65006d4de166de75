import Tabular
import TakedownModel

/// What a row of the rates or times is of.
struct SideKey {
  static let columns = [
    "measure", "agency", "platform", "period_kind", "period_start", "period_end", "status", "marks",
  ]

  let measure: String
  let agency: String
  let platform: String
  let periodKind: String
  /// The first day.
  let start: CalendarDate?
  /// The last day, itself part of the period.
  let end: CalendarDate?
  let status: String
  /// Shorthand such as `[p]`.
  let marks: [String]

  /// Whether something of the row is hidden.
  var isHidden: Bool { status == "c" }

  /// - Throws: `PublicationError` with code `unreadableCell`.
  init(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    measure = reader.text("measure", row)
    agency = reader.text("agency", row)
    platform = reader.text("platform", row)
    periodKind = reader.text("period_kind", row)
    start = try reader.date("period_start", row)
    end = try reader.date("period_end", row)
    status = reader.text("status", row)
    marks = reader.text("marks", row).split(separator: " ").map(String.init)
  }

  /// Whether the row is of what a headline asks for, in whatever days.
  func isOf(_ request: HeadlineRequest) -> Bool {
    measure == request.measure && agency == request.agency && platform == request.platform
  }
}
