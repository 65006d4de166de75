package import Tabular
import TakedownModel

/// What a guard found: the figure, its limit, and what it was set beside.
package struct GuardResult: Hashable, Sendable {
  /// What became of it; the raw value is what the record of a run says.
  package enum State: String, Sendable {
    /// The figure keeps the limit.
    case fine
    /// It does not, and holds the publication back.
    case tripped
    /// It does not, and somebody has let it pass.
    case accepted
    /// There is nothing to set it beside.
    case notCompared = "not-compared"
    /// The source is missing, and may be.
    case sourceMissing = "source-missing"
  }

  enum Figure: Hashable, Sendable {
    /// The last day with a record, the day by which the next was due, and the day it is.
    case lastDay(CalendarDate?, due: CalendarDate?, today: CalendarDate, every: CalendarSpan)
    case rows(Int, atLeast: Int)
    /// Rows beside those of the run published last; nil where it has none.
    case change(rows: Int, former: Int?, run: String?, percent: Int)
    /// A part of a whole.
    case share(Int, of: Int, percent: Int)
  }

  package let source: String
  package let name: GuardName
  package internal(set) var state: State
  let figure: Figure

  /// Such as `uk-nca.max_fall`, by which it is accepted.
  package var id: String { Self.id(source, name) }

  static func id(_ source: String, _ name: GuardName) -> String { "\(source).\(name.rawValue)" }
}

extension GuardResult {
  /// As the record of a run has it; percentages with one decimal, rounded up.
  package var json: JSONValue {
    .object(
      [
        .init("guard", .string(id)), .init("source", .string(source)),
        .init("state", .string(state.rawValue)),
      ] + figureMembers)
  }

  /// Whether a record says the same, on whatever day it was made.
  func isRecorded(in guards: [JSONValue]) -> Bool {
    guards.contains { $0.removing("on") == json.removing("on") }
  }

  private var figureMembers: [JSONValue.Member] {
    switch figure {
    case .lastDay(let day, let due, let today, let every):
      [
        .init("figure", Self.day(day)), .init("limit", .string(every.description)),
        .init("due", Self.day(due)), .init("on", Self.day(today)),
      ]
    case .rows(let rows, let least):
      [.init("figure", .integer(rows)), .init("limit", .integer(least))]
    case .change(let rows, let former, let run, let percent):
      [
        .init("figure", Self.tenths(difference(rows, former ?? rows), of: former ?? 0)),
        .init("limit", .integer(percent)), .init("rows", .integer(rows)),
        .init(
          "compared_with",
          run.map {
            .object(["run": .string($0), "rows": former.map { .integer($0) } ?? .null])
          } ?? .null),
      ]
    case .share(let part, let whole, let percent):
      [
        .init("figure", Self.tenths(part, of: whole)), .init("limit", .integer(percent)),
        .init("part", .integer(part)), .init("of", .integer(whole)),
      ]
    }
  }

  /// By how many rows there are fewer, or more; 0 where it is the other way.
  func difference(_ rows: Int, _ former: Int) -> Int {
    max(0, name == .maxFall ? former - rows : rows - former)
  }

  private static func day(_ day: CalendarDate?) -> JSONValue {
    day.map { .string($0.description) } ?? .null
  }

  /// Null where there is nothing to divide by.
  private static func tenths(_ part: Int, of whole: Int) -> JSONValue {
    percent(part, of: whole).map { .number($0) } ?? .null
  }

  /// A share in per cent with one decimal, rounded up so that what is over a limit shows it; nil of
  /// nothing.
  static func percent(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let tenths = (part * 1000 + whole - 1) / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}
