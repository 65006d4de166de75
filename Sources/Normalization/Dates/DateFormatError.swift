/// A date format of the configuration that says nothing a date could be read by.
package struct DateFormatError: Error, Hashable, CustomStringConvertible {
  package let pattern: String
  package let reason: String

  package var description: String {
    "the date format '\(pattern.prefix(40))' cannot be used: \(reason)"
  }
}
