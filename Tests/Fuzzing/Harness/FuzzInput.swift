import Bytes

/// The bytes of one run: a few that choose the settings, then those that are read.
struct FuzzInput {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  /// All that was not taken yet.
  var rest: [UInt8] { Array(bytes) }

  /// Takes one byte to choose with; the first choice where there is none.
  mutating func choose<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int(bytes.popFirst() ?? 0) % choices.count]
  }

  /// Takes the text up to a line feed, and the line feed.
  mutating func takeLine() -> String {
    let line = bytes.prefix { $0 != 0x0a }
    bytes = bytes.dropFirst(line.count + 1)
    return String(decoding: line, as: UTF8.self)
  }
}

/// An array as a source that gives at most so many bytes at a time.
struct PiecewiseSource: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let piece = rest.prefix(min(limit, size))
    buffer.append(contentsOf: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}

/// Bytes as messages show them.
func shown(_ bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(2000), as: UTF8.self).debugDescription
}
