/// Walks the delimiters and line ends outside quotes, 64 bytes at a time and in order.
///
/// Right only for text whose `DelimitedScan` is plain. Nothing is kept but the place, so that a walk
/// needs no memory of its own.
package struct DelimitedMarks: Sendable {
  /// Where the current block begins.
  package private(set) var offset = 0
  /// Bit i: byte i of the current block is a delimiter or a line feed outside quotes.
  package private(set) var marks: UInt64 = 0
  /// Bit i: byte i of the current block is a line feed outside quotes.
  package private(set) var newlines: UInt64 = 0

  private let quote: UInt8
  private let delimiter: UInt8
  private var nextOffset = 0
  private var inside: UInt64 = 0

  package init(quote: UInt8, delimiter: UInt8) {
    self.quote = quote
    self.delimiter = delimiter
  }

  /// Moves on to the next block of `text` that has marks; false at the end.
  package mutating func next(_ text: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBufferPointer { buffer in
      while nextOffset < buffer.count {
        let block = unsafe DelimitedBlock(
          buffer, at: nextOffset, quote: quote, delimiter: delimiter)
        let region = block.region(inside: inside)
        inside = UInt64(bitPattern: Int64(bitPattern: region) >> 63)
        offset = nextOffset
        nextOffset += 64
        newlines = block.newlines & ~region
        marks = newlines | block.delimiters & ~region
        if marks != 0 { return true }
      }
      return false
    }
  }
}
