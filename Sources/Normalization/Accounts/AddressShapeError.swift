/// Why a text is no form of an address.
package struct AddressShapeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The form as it was written.
  package let text: String
  /// What is wrong, to follow the text.
  package let reason: String

  init(_ text: String, _ reason: String) {
    self.text = text
    self.reason = reason
  }

  package var description: String { "the address form '\(text)' \(reason)" }
}
