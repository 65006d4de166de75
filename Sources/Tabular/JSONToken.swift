/// A value as it stands in a JSON text: its kind and its place, not its content.
package struct JSONToken: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case null, `false`, `true`, number, string, array, object
  }

  package let kind: Kind
  /// A string that holds a backslash, so that its text is not the bytes between its quotes.
  package let hasEscapes: Bool
  /// The first byte of the value.
  package let start: Int
  /// The byte after the value.
  package let end: Int

  package init(_ kind: Kind, hasEscapes: Bool = false, start: Int, end: Int) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    self.start = start
    self.end = end
  }

  /// The place of the value, with the quotes of a string and the brackets of an array or object.
  package var range: Range<Int> { start..<end }

  /// The place of what a string holds between its quotes; of anything else, the whole.
  package var contents: Range<Int> { kind == .string ? start + 1..<end - 1 : start..<end }

  /// Null or a string without a character.
  package var isBlank: Bool { kind == .null || kind == .string && end - start == 2 }

  /// The kind with its article, for messages.
  package var noun: String {
    switch kind {
    case .null: "null"
    case .false: "false"
    case .true: "true"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
