package import Bytes

extension [UInt8] {
  /// Appends a text as one CSV field (RFC 4180, comma, LF), in quotes only where it needs them.
  package mutating func append(csvField text: Span<UInt8>) {
    guard text.needsCSVQuotes else { return append(text) }
    append(0x22)
    for i in text.indices {
      if text[i] == 0x22 { append(0x22) }
      append(text[i])
    }
    append(0x22)
  }

  /// Appends a text as one CSV field, in quotes only where it needs them.
  package mutating func append(csvField text: String) {
    append(csvField: Array(text.utf8).span)
  }

  /// Appends a row of fields and the line end.
  ///
  /// A single empty field is written `""`, since a blank line would be no row.
  package mutating func append(csvRow fields: some Sequence<String>) {
    let start = count
    var first = true
    for field in fields {
      if !first { append(0x2c) }
      first = false
      append(csvField: field)
    }
    if !first && count == start { append("\"\"") }
    append(0x0a)
  }
}

extension ByteWriter {
  /// Appends a text as one CSV field, in quotes only where it needs them.
  package mutating func append(csvField text: Span<UInt8>) {
    guard text.needsCSVQuotes else { return append(text) }
    append(0x22)
    append(csvQuoted: text)
    append(0x22)
  }

  /// Appends the inside of a quoted CSV field.
  package mutating func append(csvQuoted text: Span<UInt8>) {
    for i in text.indices {
      if text[i] == 0x22 { append(0x22) }
      append(text[i])
    }
  }
}

extension Span<UInt8> {
  /// Whether a comma, a quote or a line end is among the bytes.
  fileprivate var needsCSVQuotes: Bool {
    guard count >= 8 else {
      for i in indices where Self.isCSVSyntax(self[i]) { return true }
      return false
    }
    // Eight bytes at a time; the last eight may overlap those before.
    var offset = 0
    while offset < count - 8 {
      if Self.hasCSVSyntax(word(at: offset)) { return true }
      offset += 8
    }
    return Self.hasCSVSyntax(word(at: count - 8))
  }

  private static func isCSVSyntax(_ byte: UInt8) -> Bool {
    byte == 0x2c || byte == 0x22 || byte == 0x0a || byte == 0x0d
  }

  private static func hasCSVSyntax(_ word: UInt64) -> Bool {
    hasZero(word ^ 0x2c2c_2c2c_2c2c_2c2c) || hasZero(word ^ 0x2222_2222_2222_2222)
      || hasZero(word ^ 0x0a0a_0a0a_0a0a_0a0a) || hasZero(word ^ 0x0d0d_0d0d_0d0d_0d0d)
  }

  /// Whether one of the eight bytes is zero.
  private static func hasZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
