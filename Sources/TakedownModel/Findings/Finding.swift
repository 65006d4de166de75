/// A problem in the data, found at a place; the run goes on.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// The line, 1-based; nil where a format has no lines to speak of.
  package let line: Int?
  /// The ordinal of the row in its file, 1-based; nil when the file as a whole is meant.
  package let record: Int?
  package let column: String?
  package let code: FindingCode
  /// That of the code, unless the place makes less of it.
  package let severity: Severity
  package let message: String

  package init(
    file: String, line: Int? = nil, record: Int? = nil, column: String? = nil, code: FindingCode,
    severity: Severity? = nil, message: String
  ) {
    self.file = file
    self.line = line
    self.record = record
    self.column = column
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
  }

  /// The finding as editors can jump to: `PATH:LINE: severity: message [code]`.
  package var description: String {
    var text = file
    if let line { text += ":\(line)" }
    text += ": \(severity.rawValue): "
    if let record { text += "record \(record): " }
    if let column, !column.isEmpty { text += "column '\(column)': " }
    return text + "\(message) [\(code.name)]"
  }
}
