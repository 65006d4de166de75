/// How bad a finding is.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth knowing; every figure is as it should be.
  case note
  /// A record counts, but a part of it is missing or doubtful; or a person should have a look.
  case warning
  /// A row or record is in no figure, or a source cannot be read.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
