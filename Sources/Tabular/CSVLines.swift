import Bytes

/// The lines of the first part of a text, whatever ends them and whether or not quotes go over them.
struct CSVLines {
  /// Where each line begins.
  private(set) var starts: [Int] = []
  /// How many lines end in each way.
  private(set) var lineFeeds = 0
  private(set) var returns = 0
  private(set) var pairs = 0

  /// The lines of `text` from an offset on.
  init(_ text: Span<UInt8>, from offset: Int) {
    if offset < text.count { starts.append(offset) }
    var i = offset
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case 0x0a: lineFeeds += 1
      case 0x0d where i < text.count && text[i] == 0x0a:
        i += 1
        pairs += 1
      case 0x0d: returns += 1
      default: continue
      }
      if i < text.count { starts.append(i) }
    }
  }

  /// How the lines end, in words; empty for a text without a line end.
  var ends: String {
    [(lineFeeds, "LF"), (pairs, "CRLF"), (returns, "CR")].filter { $0.0 > 0 }.map(\.1)
      .joined(separator: " and ")
  }
}
