package import TakedownModel

/// Where a source of counts keeps what a count needs.
package struct CountsLayout: Sendable {
  /// For each column that the table fills: where it stands, alternatives in order.
  package let fields: [CountField: [String]]
  /// For each column that is the same in every row: its text.
  package let constants: [CountField: String]
  /// How counts are written.
  package let numbers: CountsNumber

  package init(
    fields: [CountField: [String]], constants: [CountField: String], numbers: CountsNumber
  ) {
    self.fields = fields
    self.constants = constants
    self.numbers = numbers
  }
}
