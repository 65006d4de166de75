/// One thing that is wrong with a configuration, and where.
package struct ConfigurationProblem: Hashable, Sendable {
  /// The key path, list positions counted from 0: `sources[2].fields.account`; empty for the whole.
  package let path: String
  /// The line on which the text stops being JSON, 1-based; nil where the text is JSON.
  package let line: Int?
  /// The column that goes with `line`, 1-based.
  package let column: Int?
  /// What was found, what was expected, what to do.
  package let message: String

  package init(path: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }
}
