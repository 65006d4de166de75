/// How one CSV file separates and quotes its fields.
package struct CSVDialect: Hashable, Sendable {
  package var delimiter: UInt8
  package var quote: UInt8

  package init(delimiter: UInt8 = 0x2c, quote: UInt8 = 0x22) {
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Comma and double quotes: what every stage file is written in.
  package static let standard = CSVDialect()
}
