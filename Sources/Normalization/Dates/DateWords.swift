import Bytes

/// Words that stand for numbers, such as the names of the months, looked up without a `String`.
struct DateWords: Sendable {
  private struct Entry {
    let start: Int
    let count: Int
    let value: Int
  }

  private var bytes: [UInt8] = []
  /// The longest first, so that `March` is not read as `Mar` and a remainder.
  private var entries: [Entry] = []

  init(_ words: [(word: String, value: Int)]) {
    for (word, value) in words {
      let folded = DateTextFolding.fold(Array(word.utf8).span)
      entries.append(Entry(start: bytes.count, count: folded.count, value: value))
      bytes.append(contentsOf: folded)
    }
    entries.sort { ($1.count, $0.start) < ($0.count, $1.start) }
  }

  /// The number of the longest word that `text` has at `offset`, which then moves past it.
  ///
  /// - Returns: nil when it has none there.
  func match(_ text: Span<UInt8>, at offset: inout Int) -> Int? {
    for entry in entries where entry.count <= text.count - offset {
      var i = 0
      while i < entry.count, text[offset + i].lowercasedASCII == bytes[entry.start + i] { i += 1 }
      if i == entry.count {
        offset += entry.count
        return entry.value
      }
    }
    return nil
  }
}
