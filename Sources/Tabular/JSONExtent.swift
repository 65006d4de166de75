import Bytes

/// Finds the end of a JSON value that need not be well-formed, by its quotes and brackets alone.
///
/// The text may come in parts. The end counts as told only where nothing speaks against it: every
/// bracket is closed by its like, and a string stands between punctuation. One quote too few turns
/// inside and outside about, and then the strings do not.
package struct JSONExtent: Sendable {
  package enum Outcome: Hashable, Sendable {
    /// The value goes on after the text.
    case open
    /// The value ends before this place.
    case closed(Int)
    /// Quotes or brackets do not fit together.
    case untold
  }

  private enum Region { case outside, inside, escape }

  /// The brackets that must close, the innermost last.
  private var closers: [UInt8] = []
  private var region = Region.outside
  /// The last byte outside strings that is not white space, a quote for a string; 0 at the start.
  private var previous: UInt8 = 0
  private let maximumDepth: Int

  package init(maximumDepth: Int = JSONScanner.standardDepth) {
    self.maximumDepth = maximumDepth
  }

  /// Goes on at a place of a text, which is where the last text ended or the value begins.
  ///
  /// - Parameters:
  ///   - text: a part of the text.
  ///   - start: where to go on in it.
  ///   - isEnd: whether nothing follows the part, which closes a bare word or number.
  /// - Returns: whether the value ends in this part, and where.
  package mutating func scan(_ text: Span<UInt8>, from start: Int, isEnd: Bool) -> Outcome {
    var i = start
    while i < text.count {
      let byte = text[i]
      switch region {
      case .escape:
        region = .inside
      case .inside:
        i = text.plainJSONEnd(from: i, stopsBeyondASCII: false)
        guard i < text.count else { continue }
        if text[i] == UInt8(ascii: "\\") { region = .escape }
        if text[i] == UInt8(ascii: "\"") {
          region = .outside
          if closers.isEmpty { return .closed(i + 1) }
        }
      case .outside:
        if let outcome = step(byte, at: i) { return outcome }
      }
      i += 1
    }
    return isEnd && closers.isEmpty && region == .outside && previous != 0 ? .closed(i) : .open
  }

  private mutating func step(_ byte: UInt8, at place: Int) -> Outcome? {
    let isDelimiter: Bool
    switch byte {
    case 0x20, 0x09, 0x0a, 0x0d:
      return closers.isEmpty && previous != 0 ? .closed(place) : nil
    case UInt8(ascii: "\""):
      guard Self.opens(after: previous) else { return .untold }
      region = .inside
      isDelimiter = false
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard Self.opens(after: previous), closers.count < maximumDepth else { return .untold }
      closers.append(byte + 2)
      isDelimiter = true
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard let closer = closers.popLast() else { return previous == 0 ? .untold : .closed(place) }
      guard closer == byte else { return .untold }
      if closers.isEmpty { return .closed(place + 1) }
      isDelimiter = true
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      if closers.isEmpty { return previous == 0 ? .untold : .closed(place) }
      isDelimiter = true
    default:
      isDelimiter = false
    }
    if !isDelimiter, byte != UInt8(ascii: "\""), previous == UInt8(ascii: "\"") { return .untold }
    previous = byte
    return nil
  }

  /// Whether a string, array or object may follow.
  private static func opens(after byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }
}
