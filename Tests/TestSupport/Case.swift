import Testing

/// One row of a table-driven test.
package struct Case<Input: Sendable, Expected: Sendable>: CustomTestStringConvertible, Sendable {
  /// What is odd about the row, in a few words; shown when it fails.
  package let name: String
  package let input: Input
  package let expected: Expected

  package init(_ name: String, _ input: Input, _ expected: Expected) {
    self.name = name
    self.input = input
    self.expected = expected
  }

  package var testDescription: String { name }
}
