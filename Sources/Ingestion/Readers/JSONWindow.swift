import Bytes
import Tabular

/// The part of a file that is in memory: what was not yet read, and the block after it.
struct JSONWindow {
  private(set) var bytes: [UInt8] = []
  /// The next byte to be read.
  var place = 0
  private(set) var isAtEnd = false
  private var source: any ByteSource
  /// Line ends before `counted`, and the place after the last of them; before 0 if it is gone.
  private var lines = 0
  private var lineStart = 0
  private var counted = 0
  /// Up to here the bytes are UTF-8; at most three bytes of a character that is cut come after.
  private var validEnd = 0
  /// Whether every byte so far is UTF-8, but for a character that the window's end cuts.
  private(set) var isUTF8 = true
  private static let blockSize = 1 << 18

  /// A place to come back to, with the lines before it.
  private struct Pin {
    var place: Int
    let lines: Int
    var lineStart: Int
    var counted: Int
  }

  private var pin: Pin?

  init(_ source: any ByteSource) {
    self.source = source
  }

  /// What can be read without reading on; places count from its start.
  var text: Span<UInt8> {
    @_lifetime(borrow self) get {
      bytes.span.extracting(0..<(isUTF8 ? validEnd : bytes.count))
    }
  }

  /// Drops what was read before a place, which becomes 0, and reads another block.
  ///
  /// - Returns: by how much all places have moved towards the start.
  mutating func fill(keepingFrom place: Int) throws -> Int {
    let start = pin?.place ?? place
    if pin == nil { count(to: start) }
    bytes.removeFirst(start)
    self.place -= start
    lineStart -= start
    counted -= start
    validEnd = max(0, validEnd - start)
    pin?.place -= start
    pin?.lineStart -= start
    pin?.counted -= start
    isAtEnd = try source.read(into: &bytes, upTo: Self.blockSize) == 0
    if isUTF8 { validate() }
    return start
  }

  /// Keeps everything from the place on until `rewind`.
  mutating func mark() {
    pin = Pin(place: place, lines: lines, lineStart: lineStart, counted: counted)
  }

  /// Bytes that are kept since `mark`.
  var keptCount: Int { pin.map { bytes.count - $0.place } ?? 0 }

  /// Goes back to where `mark` was called.
  mutating func rewind() {
    guard let pin else { return }
    place = pin.place
    lines = pin.lines
    lineStart = pin.lineStart
    counted = pin.counted
    self.pin = nil
  }

  private mutating func validate() {
    guard let invalid = bytes.span.extracting(validEnd...).firstInvalidUTF8 else {
      validEnd = bytes.count
      return
    }
    validEnd += invalid
    // A character that the end cuts is whole with the next block; anything else never is.
    if isAtEnd || bytes.count - validEnd > 3 { isUTF8 = false }
  }

  /// The line of a place that is not before any that was asked for, 1-based.
  mutating func line(at place: Int) -> Int {
    count(to: place)
    return lines + 1
  }

  /// The place of a fault in the file, where its own begins to count at `start`.
  mutating func locate(_ fault: JSONError, from start: Int) -> JSONError {
    count(to: start)
    return JSONError(
      line: lines + fault.line,
      column: fault.line == 1 ? start - lineStart + fault.column : fault.column,
      offset: fault.offset, kind: fault.kind, reason: fault.reason)
  }

  private mutating func count(to place: Int) {
    // No further than the place, or every call would look through the whole window.
    let end = min(place, bytes.count)
    while counted < end {
      let next = bytes.span.extracting(..<end).firstIndex(of: 0x0a, from: counted)
      counted = min(next + 1, end)
      guard next < end else { return }
      lines += 1
      lineStart = next + 1
    }
  }
}
