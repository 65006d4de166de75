/// A fixed list of byte strings in one buffer, so that taking one costs no reference count.
package struct ByteStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  package init(_ strings: some Sequence<String> = []) {
    for string in strings { append(Array(string.utf8).span) }
  }

  /// How many there are.
  package var count: Int { ends.count - 1 }

  /// Adds one at the end.
  package mutating func append(_ string: Span<UInt8>) {
    bytes.append(string)
    ends.append(bytes.count)
  }

  /// The one with a number.
  package subscript(number: Int) -> Span<UInt8> {
    @_lifetime(borrow self) get {
      bytes.span.extracting(ends[number]..<ends[number + 1])
    }
  }
}
