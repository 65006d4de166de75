import Bytes

extension JSONValue {
  /// Reads a JSON document, with or without a byte order mark before it.
  ///
  /// - Throws: `JSONError` for the first fault: a text that RFC 8259 does not allow, arrays and
  ///   objects nested more than 512 deep, or an object that has the same key twice.
  package init(parsing text: Span<UInt8>) throws(JSONError) {
    var scanner = JSONScanner(text)
    scanner.skipByteOrderMark()
    self = try Self.read(&scanner)
    try scanner.finish()
  }

  private static func read(_ scanner: inout JSONScanner) throws(JSONError) -> JSONValue {
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      return .object(try readMembers(&scanner))
    case UInt8(ascii: "["):
      try scanner.open()
      var elements: [JSONValue] = []
      while try scanner.nextElement() { elements.append(try read(&scanner)) }
      return .array(elements)
    default:
      let token = try scanner.skipValue()
      switch token.kind {
      case .true: return .bool(true)
      case .false: return .bool(false)
      case .number: return .number(scanner.text.extracting(token.range).text)
      case .string: return .string(text(of: token, scanner))
      case .null, .array, .object: return .null
      }
    }
  }

  private static func readMembers(_ scanner: inout JSONScanner) throws(JSONError) -> [Member] {
    try scanner.open()
    var members: [Member] = []
    // Bytes, since texts that differ in bytes alone can be equal as strings.
    var keys: Set<[UInt8]> = []
    while let token = try scanner.nextMember() {
      let key = text(of: token, scanner)
      guard keys.insert(Array(key.utf8)).inserted else {
        throw scanner.fault(
          "the key '\(key)' occurs twice in one object", at: token.start, kind: .repeatedKey)
      }
      members.append(Member(key, try read(&scanner)))
    }
    return members
  }

  private static func text(of token: JSONToken, _ scanner: borrowing JSONScanner) -> String {
    guard token.hasEscapes else { return scanner.text.extracting(token.contents).text }
    var bytes: [UInt8] = []
    scanner.append(token, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
