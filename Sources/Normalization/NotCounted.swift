package import TakedownModel

/// Why a record is in no figure at all.
///
/// Every record is counted, a duplicate, or not counted for exactly one of these reasons.
package enum NotCounted: String, CaseIterable, Sendable {
  case noDate = "no-date"
  case impossibleDate = "impossible-date"
  case unreadableDate = "unreadable-date"
  case missingLocalTime = "missing-local-time"
  case twoDigitYear = "two-digit-year"
  case ambiguousDate = "ambiguous-date"
  case afterAsOf = "after-as-of"
  case beforeNotBefore = "before-not-before"
  case unknownAction = "unknown-action"
  case unknownUnit = "unknown-unit"
  case noEquivalent = "no-equivalent"

  /// Whether something is wrong with the record, rather than that the last day to be counted or the
  /// register of words leaves it out.
  package var isFault: Bool { self != .afterAsOf && self != .noEquivalent }

  package var code: FindingCode {
    switch self {
    case .noDate: .noDate
    case .impossibleDate: .impossibleDate
    case .unreadableDate: .unreadableDate
    case .missingLocalTime: .missingLocalTime
    case .twoDigitYear: .twoDigitYear
    case .ambiguousDate: .ambiguousDate
    case .afterAsOf: .afterAsOf
    case .beforeNotBefore: .beforeNotBefore
    case .unknownAction: .unknownAction
    case .unknownUnit: .unknownUnit
    case .noEquivalent: .noEquivalent
    }
  }
}
