import Bytes

/// A JSON document as a tree, for configuration and small outputs; records are read without it.
///
/// Numbers keep the digits that were written; members keep their order.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a member of an object; nil for an absent key and for anything but an object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of an array; empty for anything else.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A number that is a whole one; nil for anything else.
  package var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// A truth value; nil for anything else.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// An object from pairs, in their order; nil values are left out.
  package static func object(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// A whole number.
  package static func integer(_ value: Int) -> JSONValue {
    .number(String(value))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue {
  /// The document as text: two spaces of indentation, members in their order, a line end at the end.
  package var prettyText: String {
    var text: [UInt8] = []
    write(to: &text, indentation: 0)
    text.append(0x0a)
    return String(decoding: text, as: UTF8.self)
  }

  /// The document as one line without its end, as a log or a file of such lines has it.
  package var lineText: String {
    var text: [UInt8] = []
    write(to: &text, indentation: nil)
    return String(decoding: text, as: UTF8.self)
  }

  /// `indentation` is nil where all goes on one line.
  private func write(to text: inout [UInt8], indentation: Int?) {
    let inner = indentation.map { $0 + 1 }
    func newline(_ depth: Int?) {
      guard let depth else { return }
      text.append(0x0a)
      text.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }
    switch self {
    case .null: text.append("null")
    case .bool(let value): text.append(value ? "true" : "false")
    case .number(let digits): text.append(digits)
    case .string(let string): text.append(jsonString: Array(string.utf8).span)
    case .array(let elements):
      guard !elements.isEmpty else { return text.append("[]") }
      text.append("[")
      for (i, element) in elements.enumerated() {
        if i > 0 { text.append(",") }
        newline(inner)
        element.write(to: &text, indentation: inner)
      }
      newline(indentation)
      text.append("]")
    case .object(let members):
      guard !members.isEmpty else { return text.append("{}") }
      text.append("{")
      for (i, member) in members.enumerated() {
        if i > 0 { text.append(",") }
        newline(inner)
        text.append(jsonString: Array(member.key.utf8).span)
        text.append(indentation == nil ? ":" : ": ")
        member.value.write(to: &text, indentation: inner)
      }
      newline(indentation)
      text.append("}")
    }
  }
}

extension [UInt8] {
  /// Appends UTF-8 text as a JSON string in quotes.
  package mutating func append(jsonString text: Span<UInt8>) {
    append(0x22)
    for i in text.indices {
      let byte = text[i]
      switch byte {
      case 0x22, 0x5c:
        append(0x5c)
        append(byte)
      case 0x0a: append("\\n")
      case 0x0d: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        append(digits[Int(byte >> 4)])
        append(digits[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(0x22)
  }
}
