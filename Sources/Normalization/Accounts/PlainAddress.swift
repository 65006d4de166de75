/// The path and the query of an ASCII address, as ranges of its text.
struct PlainAddress: Sendable {
  /// How many segments are kept, as many as the longest shape has.
  static let capacity = 8

  private var starts = InlineArray<8, UInt16>(repeating: 0)
  private var ends = InlineArray<8, UInt16>(repeating: 0)
  /// How many segments that are not empty there are, up to `capacity`.
  private(set) var count = 0
  /// What follows `?`, without the fragment.
  private(set) var query = 0..<0

  /// The one segment that a text of so many bytes is.
  init(segmentOf count: Int) {
    append(0, count)
  }

  /// The path that starts at `start`; nil where a byte means something else than itself.
  ///
  /// The text is at most 512 bytes, and `classes` are `ByteClass.all`.
  init?(_ text: Span<UInt8>, from start: Int, _ classes: [ByteClass]) {
    let classes = classes.span.extracting(0..<256)
    var i = start
    while i < text.count {
      let begin = i
      while i < text.count, classes[Int(text[i])] < .percent { i &+= 1 }
      append(begin, i)
      guard i < text.count, text[i] == UInt8(ascii: "/") else { break }
      i &+= 1
    }
    guard i < text.count else { return }
    let isQuery = text[i] == UInt8(ascii: "?")
    guard isQuery || text[i] == UInt8(ascii: "#") else { return nil }
    let begin = i &+ 1
    var end = text.count
    while i < text.count {
      let found = classes[Int(text[i])]
      if found >= .hash {
        guard found == .hash else { return nil }
        end = min(end, i)
      }
      i &+= 1
    }
    if isQuery { query = begin..<end }
  }

  /// The bytes of a segment, counted from 0.
  @inline(__always)
  subscript(segment: Int) -> Range<Int> {
    Int(starts[segment])..<Int(ends[segment])
  }

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int) {
    guard start < end, count < Self.capacity else { return }
    starts[count] = UInt16(truncatingIfNeeded: start)
    ends[count] = UInt16(truncatingIfNeeded: end)
    count &+= 1
  }
}
