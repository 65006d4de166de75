/// The way to a value inside a JSON value (RFC 6901), with two liberties.
///
/// `/a/b` is the member `b` of the member `a`; in an array a segment is a 0-based index; `~1` stands
/// for `/` and `~0` for `~`; the empty text is the whole value. `a` without a slash means `/a`. A
/// leading `../` goes up to the object around, arrays not counted, and may be repeated: `../date`.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The pointer as it was written.
  package let description: String
  /// How many objects to go up first.
  package let ascents: Int
  /// Keys and indices, from the outermost, without escapes.
  package let segments: [String]

  /// - Throws: `JSONPointerError` where a `~` is not followed by 0 or 1, or nothing follows `../`.
  package init(_ text: String) throws(JSONPointerError) {
    description = text
    var rest = text[...]
    var ascents = 0
    while rest.hasPrefix("../") {
      ascents += 1
      rest = rest.dropFirst(3)
    }
    guard ascents == 0 || !rest.isEmpty, rest != ".." else {
      throw JSONPointerError(pointer: text, reason: "says nothing after '../'")
    }
    self.ascents = ascents
    guard !rest.isEmpty else {
      segments = []
      return
    }
    if rest.first == "/" { rest = rest.dropFirst() }
    var segments: [String] = []
    for written in rest.split(separator: "/", omittingEmptySubsequences: false) {
      var segment = ""
      var isEscape = false
      for character in written.unicodeScalars {
        switch (isEscape, character) {
        case (false, "~"):
          isEscape = true
          continue
        case (true, "0"): segment.unicodeScalars.append("~")
        case (true, "1"): segment.unicodeScalars.append("/")
        case (true, _):
          throw JSONPointerError(pointer: text, reason: "has a '~' that is neither '~0' nor '~1'")
        case (false, _): segment.unicodeScalars.append(character)
        }
        isEscape = false
      }
      guard !isEscape else {
        throw JSONPointerError(pointer: text, reason: "has a '~' that is neither '~0' nor '~1'")
      }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// The index that a segment is in an array; nil for anything but digits without leading zeros.
  package static func index(_ segment: String) -> Int? {
    guard let index = Int(segment), index >= 0, String(index) == segment else { return nil }
    return index
  }
}

/// Why a text is not a JSON pointer.
package struct JSONPointerError: Error, Hashable, Sendable, CustomStringConvertible {
  package let pointer: String
  package let reason: String

  package var description: String { "the pointer '\(pointer)' \(reason)" }
}
