import Bytes

extension JSONPointer {
  /// Appends the text of the value that the pointer leads to: for JSON in a cell of a table.
  ///
  /// The text is that of a string, the digits of a number as they were written, `true` or `false`,
  /// or the JSON text of an array or object. No tree is built. Ascents are not followed.
  ///
  /// - Returns: whether there was anything to append: false for an empty or blank cell, for null, an
  ///   empty string, and where the pointer leads to nothing.
  /// - Throws: `JSONError` for a cell that is not one well-formed JSON value, and where a key on the
  ///   way occurs twice in one object; nothing is appended then.
  package func appendText(in cell: Span<UInt8>, to text: inout [UInt8]) throws(JSONError) -> Bool {
    var scanner = JSONScanner(cell, isUTF8: false)
    guard scanner.peek() != nil else { return false }
    let whole = try scanner.skipValue()
    try scanner.finish()
    guard let value = try value(from: whole, cell), !value.isBlank else { return false }
    scanner.append(value, to: &text)
    return true
  }

  /// The value that the segments lead to from another one; nil where there is none.
  package func value(
    from token: JSONToken, _ text: Span<UInt8>
  ) throws(JSONError) -> JSONToken? {
    var token = token
    for segment in segments {
      guard let next = try token.step(segment, text) else { return nil }
      token = next
    }
    return token
  }
}

extension JSONToken {
  /// The member of an object or the element of an array; nil where there is none.
  package func step(
    _ segment: String, _ text: Span<UInt8>
  ) throws(JSONError) -> JSONToken? {
    var scanner = JSONScanner(text, from: start)
    switch kind {
    case .object: return try Self.member(segment, &scanner)
    case .array: return try Self.element(segment, &scanner)
    default: return nil
    }
  }

  private static func member(
    _ segment: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> JSONToken? {
    let wanted = Array(segment.utf8)
    var found: JSONToken?
    try scanner.open()
    while let key = try scanner.nextMember() {
      let value = try scanner.skipValue()
      guard scanner.says(key, wanted) else { continue }
      guard found == nil else {
        throw scanner.fault("the key '\(segment)' occurs twice in one object", at: key.start)
      }
      found = value
    }
    return found
  }

  private static func element(
    _ segment: String, _ scanner: inout JSONScanner
  ) throws(JSONError) -> JSONToken? {
    guard let wanted = JSONPointer.index(segment) else { return nil }
    var index = 0
    try scanner.open()
    while try scanner.nextElement() {
      let element = try scanner.skipValue()
      if index == wanted { return element }
      index += 1
    }
    return nil
  }
}

extension JSONScanner {
  /// Whether a string that was checked says exactly these bytes.
  package func says(_ string: JSONToken, _ wanted: [UInt8]) -> Bool {
    guard string.hasEscapes else {
      return text.extracting(string.contents).equals(wanted.span)
    }
    var said: [UInt8] = []
    append(string, to: &said)
    return said == wanted
  }
}
