/// Bytes that arrive in order: a file, an archive member, an array in a test.
package protocol ByteSource {
  /// Appends up to `limit` further bytes to `buffer`.
  ///
  /// - Returns: how many were appended; 0 only at the end.
  mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int
}

/// An array as a source.
package struct ArraySource: ByteSource {
  private var bytes: ArraySlice<UInt8>

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  package mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let part = bytes.prefix(limit)
    buffer.append(contentsOf: part)
    bytes = bytes.dropFirst(part.count)
    return part.count
  }
}
