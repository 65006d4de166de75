import Bytes

/// Whole records of a CSV file, cut out so that chunks can be read at the same time.
package struct CSVChunk: Sendable {
  package let bytes: [UInt8]
  /// The quoting keeps to RFC 4180 and lines end in LF or CR LF, so that the fast reading is right.
  package let isPlain: Bool
  /// A quote that nothing closes ends with its line; see `CSVGrammar`.
  package let isLenient: Bool
  /// Every byte is known to be ASCII and not NUL.
  package let isASCII: Bool
  /// The line in the file of the first byte, 1-based.
  package let firstLine: Int
  /// The ordinal in the file of the first record, 1-based.
  package let firstPosition: Int
  /// How many records the chunk holds; blank lines are none.
  package let records: Int

  /// The line in the file on which a byte of the chunk stands.
  package func line(at offset: Int) -> Int {
    firstLine + bytes.span.lineEnds(in: 0..<offset)
  }
}

extension Span<UInt8> {
  /// How many line ends (LF, CR LF or a lone CR) are complete within a range of this text.
  package func lineEnds(in range: Range<Int>) -> Int {
    var ends = 0
    for i in range {
      let byte = self[i]
      if byte == 0x0a || byte == 0x0d && (i + 1 == count || self[i + 1] != 0x0a) { ends += 1 }
    }
    return ends
  }
}
