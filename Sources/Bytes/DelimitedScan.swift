/// What one pass over delimited text finds, 64 bytes at a time.
///
/// The text must begin at the start of a record. `isPlain` says that the quoting is exactly that of
/// RFC 4180 and that every line ends in LF or CR LF; only then do quotes come in pairs that can be
/// told by counting, and only then do the other figures mean anything.
package struct DelimitedScan: Sendable {
  /// The quoting keeps to RFC 4180 and no carriage return stands alone outside quotes.
  ///
  /// A carriage return that is the very last byte may yet be followed by its line feed.
  package private(set) var isPlain = true
  /// The text ends inside a quoted field.
  package private(set) var endsInsideQuotes = false
  /// Every byte is ASCII and none is NUL.
  package private(set) var isASCII = true
  /// The offset after the last line end that ends a record; 0 when there is none.
  package private(set) var lastRecordEnd = 0
  /// Lines up to `lastRecordEnd`, those inside quotes and blank ones included.
  package private(set) var lines = 0
  /// Records up to `lastRecordEnd`; a blank line is none.
  package private(set) var records = 0

  /// Scans the whole of `text`.
  package init(_ text: Span<UInt8>, quote: UInt8, delimiter: UInt8) {
    var state = State()
    unsafe text.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count, state.isPlain {
        let block = unsafe DelimitedBlock(buffer, at: offset, quote: quote, delimiter: delimiter)
        state.take(block, at: offset)
        offset += 64
      }
    }
    isPlain = state.isPlain
    endsInsideQuotes = state.inside != 0
    isASCII = state.isASCII
    lastRecordEnd = state.lastRecordEnd
    lines = state.lines
    records = state.records
  }

  /// What a block must know of the blocks before it.
  private struct State {
    var isPlain = true
    var isASCII = true
    var lastRecordEnd = 0
    var lines = 0
    var records = 0
    /// All ones when the last byte is inside quotes.
    var inside: UInt64 = 0

    private var lineCount = 0
    // What the byte before the block is, as bit 0:
    private var isRecordStart: UInt64 = 1  // … the end of a record, or there is none
    private var isBlankReturn: UInt64 = 0  // … the carriage return of a line that is blank so far
    private var isOpenable: UInt64 = 1  // … such that a quote right after it is sound
    private var isClosing = false  // … a closing quote
    private var isReturn = false  // … a carriage return

    @inline(__always)
    mutating func take(_ block: DelimitedBlock, at offset: Int) {
      if !block.isASCII { isASCII = false }
      let region = block.region(inside: inside)
      let newlines = block.newlines & ~region
      let returns = block.returns & ~region
      var lineEnds = block.newlines

      // A quote opens after a delimiter, a line end or the quote that it doubles, and closes before
      // one of these.
      let ends = newlines | returns | block.delimiters & ~region
      if block.quotes != 0 || isClosing {
        let opening = block.quotes & region
        let closing = block.quotes & ~region
        let openable = (ends | closing) << 1 | isOpenable
        let closable = (ends | opening) >> 1 | ~(block.valid >> 1)  // the last byte: not known yet
        if opening & ~openable | closing & ~closable != 0 || isClosing && (ends | opening) & 1 == 0
        {
          isPlain = false
        }
        isOpenable = (ends | closing) >> 63
        isClosing = closing >> 63 != 0
      } else {
        isOpenable = ends >> 63
      }

      // A lone carriage return is a line end that the marks of a plain text do not show.
      if block.returns != 0 || isReturn {
        let lone = block.returns & ~(block.newlines >> 1) & (block.valid >> 1)
        if lone & ~region != 0 { isPlain = false }
        if isReturn, block.newlines & 1 == 0 {
          if inside == 0 { isPlain = false }
          lineCount += 1
        }
        lineEnds |= lone
        isReturn = block.returns >> 63 != 0
      }

      if newlines != 0 {
        let starts = newlines << 1 | isRecordStart
        let blank = newlines & (starts | (returns & starts) << 1 | isBlankReturn)
        let last = 63 - newlines.leadingZeroBitCount
        lastRecordEnd = offset + last + 1
        records += newlines.nonzeroBitCount
        if blank != 0 { records -= blank.nonzeroBitCount }
        let later = lineEnds & ~1 << UInt64(last)
        lineCount += lineEnds.nonzeroBitCount
        lines = lineCount
        if later != 0 { lines -= later.nonzeroBitCount }
      } else if lineEnds != 0 {
        lineCount += lineEnds.nonzeroBitCount
      }
      isBlankReturn = (returns & (newlines << 1 | isRecordStart)) >> 63
      isRecordStart = newlines >> 63
      inside = UInt64(bitPattern: Int64(bitPattern: region) >> 63)
    }
  }
}
