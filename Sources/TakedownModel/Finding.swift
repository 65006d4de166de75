/// How bad a finding is.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth knowing; every figure is as it should be.
  case note
  /// A record counts, but a part of it is missing or doubtful.
  case warning
  /// A row or record is in no figure, or a source cannot be read.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A problem in the data, found at a place; the run goes on.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// The line, 1-based; nil where a format has no lines to speak of.
  package let line: Int?
  /// The ordinal of the row in its file, 1-based; nil when the file as a whole is meant.
  package let record: Int?
  package let column: String?
  package let severity: Severity
  /// Stable, in kebab-case.
  package let code: String
  package let message: String

  package init(
    file: String, line: Int? = nil, record: Int? = nil, column: String? = nil,
    severity: Severity, code: String, message: String
  ) {
    self.file = file
    self.line = line
    self.record = record
    self.column = column
    self.severity = severity
    self.code = code
    self.message = message
  }

  /// The finding as editors can jump to: `PATH:LINE: severity: message [code]`.
  package var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": \(severity.rawValue): "
    if let record { text += "record \(record): " }
    if let column, !column.isEmpty { text += "column '\(column)': " }
    return text + "\(message) [\(code)]"
  }
}
