import Bytes

/// Walks over a JSON text and refuses whatever RFC 8259 does not allow.
///
/// Nothing is copied: a value is a `JSONToken`, and its text is read from the bytes when it is
/// wanted. Beyond the RFC's grammar a text must be well-formed UTF-8, and an escaped surrogate must
/// be one of a pair, since nothing else can be written out again. Duplicate keys are the caller's
/// to notice. A byte order mark is refused: see `skipByteOrderMark`.
package struct JSONScanner: ~Escapable {
  /// The whole text; all places are counted from its start.
  package let text: Span<UInt8>
  /// The next byte to be read.
  package internal(set) var offset: Int
  private let maximumDepth: Int
  /// Whether the text is known to be UTF-8, so that strings need no second look.
  let isUTF8: Bool
  private var depth = 0
  /// Nothing was read yet of the innermost open array or object.
  private var isFirst = false

  /// How deep arrays and objects may be nested, unless it is said otherwise.
  package static let standardDepth = 512

  /// Why arrays and objects that are nested too deeply are refused.
  package static func tooDeep(_ depth: Int) -> String {
    "arrays and objects are nested more than \(depth) deep"
  }

  /// A scanner that has nothing read before `offset`.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - offset: where to begin.
  ///   - maximumDepth: how deep arrays and objects may be nested.
  ///   - isUTF8: whether the text was found to be well-formed UTF-8, which saves time.
  @_lifetime(copy text)
  package init(
    _ text: Span<UInt8>, from offset: Int = 0, maximumDepth: Int = standardDepth,
    isUTF8: Bool = false
  ) {
    self.text = text
    self.offset = offset
    self.maximumDepth = maximumDepth
    self.isUTF8 = isUTF8
  }

  /// Checks the next value with all that it holds, and says what and where it is.
  package mutating func skipValue() throws(JSONError) -> JSONToken {
    skipSpace()
    let start = offset
    guard start < text.count else { throw unexpected("a value") }
    switch text[start] {
    case UInt8(ascii: "\""):
      let hasEscapes = try skipString()
      return JSONToken(.string, hasEscapes: hasEscapes, start: start, end: offset)
    case UInt8(ascii: "{"):
      try open()
      while try nextMember() != nil { _ = try skipValue() }
      return JSONToken(.object, start: start, end: offset)
    case UInt8(ascii: "["):
      try open()
      while try nextElement() { _ = try skipValue() }
      return JSONToken(.array, start: start, end: offset)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try skipNumber()
      return JSONToken(.number, start: start, end: offset)
    case UInt8(ascii: "t"):
      try skipWord("true")
      return JSONToken(.true, start: start, end: offset)
    case UInt8(ascii: "f"):
      try skipWord("false")
      return JSONToken(.false, start: start, end: offset)
    case UInt8(ascii: "n"):
      try skipWord("null")
      return JSONToken(.null, start: start, end: offset)
    default:
      throw unexpected("a value")
    }
  }

  /// The first byte of the next value or punctuation; nil at the end of the text.
  package mutating func peek() -> UInt8? {
    skipSpace()
    return offset < text.count ? text[offset] : nil
  }

  /// Enters the array or object whose bracket comes next, as `peek` has shown.
  ///
  /// - Throws: `JSONError` where arrays and objects are nested too deeply.
  package mutating func open() throws(JSONError) {
    guard depth < maximumDepth else {
      throw fault(Self.tooDeep(maximumDepth), kind: .tooDeep)
    }
    depth += 1
    offset += 1
    isFirst = true
  }

  /// The key of the next member of the object that was entered; nil where the object closes.
  ///
  /// The member's value comes next and must be read before this is called again.
  package mutating func nextMember() throws(JSONError) -> JSONToken? {
    guard try !closes(with: UInt8(ascii: "}"), "',' or '}'") else { return nil }
    guard offset < text.count, text[offset] == UInt8(ascii: "\"") else {
      throw unexpected("a key in double quotes")
    }
    let start = offset
    let hasEscapes = try skipString()
    let key = JSONToken(.string, hasEscapes: hasEscapes, start: start, end: offset)
    skipSpace()
    guard offset < text.count, text[offset] == UInt8(ascii: ":") else {
      throw unexpected("':' after the key")
    }
    offset += 1
    return key
  }

  /// Whether another element follows in the array that was entered; false where the array closes.
  package mutating func nextElement() throws(JSONError) -> Bool {
    try !closes(with: UInt8(ascii: "]"), "',' or ']'")
  }

  /// Makes sure that nothing but white space is left.
  package mutating func finish() throws(JSONError) {
    skipSpace()
    guard offset >= text.count else { throw unexpected("the end of the text") }
  }

  /// Goes on after a value that was read by another scanner.
  package mutating func skip(to offset: Int) {
    self.offset = offset
  }

  /// Steps over a byte order mark, if the scanner stands before one.
  package mutating func skipByteOrderMark() {
    if offset + 3 <= text.count, text[offset] == 0xef, text[offset + 1] == 0xbb,
      text[offset + 2] == 0xbf
    {
      offset += 3
    }
  }

  /// An error at a place of the text; without one, where the scanner stands.
  package func fault(
    _ reason: String, at place: Int? = nil, kind: RejectKind = .malformedJSON
  ) -> JSONError {
    JSONError(at: place ?? offset, of: text, kind: .text(kind), reason: reason)
  }
}

extension JSONScanner {
  @inline(__always)
  private mutating func skipSpace() {
    while offset < text.count {
      switch text[offset] {
      case 0x20, 0x0a, 0x0d, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Steps over the comma before the next item or over the closing bracket.
  private mutating func closes(
    with bracket: UInt8, _ expected: StaticString
  ) throws(JSONError) -> Bool {
    skipSpace()
    if offset < text.count {
      let byte = text[offset]
      if byte == bracket {
        offset += 1
        depth -= 1
        isFirst = false
        return true
      }
      if isFirst {
        isFirst = false
        return false
      }
      if byte == UInt8(ascii: ",") {
        offset += 1
        skipSpace()
        return false
      }
    }
    throw unexpected("\(expected)")
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONError) {
    let end = offset + word.utf8CodeUnitCount
    guard end <= text.count, text.extracting(offset..<end).equals(word) else {
      throw unexpected("a value", word: true)
    }
    offset = end
  }

  private mutating func skipNumber() throws(JSONError) {
    if text[offset] == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    try skipDigits("a digit")
    if text[first] == UInt8(ascii: "0"), offset > first + 1 {
      throw fault("a number has no leading zeros", at: first)
    }
    if offset < text.count, text[offset] == UInt8(ascii: ".") {
      offset += 1
      try skipDigits("a digit after the decimal point")
    }
    if offset < text.count, text[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < text.count,
        text[offset] == UInt8(ascii: "+") || text[offset] == UInt8(ascii: "-")
      {
        offset += 1
      }
      try skipDigits("a digit of the exponent")
    }
  }

  private mutating func skipDigits(_ expected: StaticString) throws(JSONError) {
    let start = offset
    while offset < text.count, text[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    guard offset > start else { throw unexpected("\(expected)") }
  }

  /// A byte in words, for messages.
  func name(ofByteAt place: Int) -> String {
    guard place < text.count else { return "the end of the text" }
    let byte = text[place]
    if byte > 0x20, byte < 0x7f { return "'\(Character(UnicodeScalar(byte)))'" }
    if byte == 0x20 { return "a space" }
    let digits = String(byte, radix: 16, uppercase: true)
    return "byte 0x\(byte < 16 ? "0" : "")\(digits)"
  }

  /// The error that something else stands where the scanner is.
  @inline(never)
  package func unexpected(_ expected: String, word: Bool = false) -> JSONError {
    var found = name(ofByteAt: offset)
    if word {
      var end = offset
      while end < text.count, end < offset + 40, (text[end] | 0x20) &- UInt8(ascii: "a") < 26 {
        end += 1
      }
      found = "'\(text.extracting(offset..<end).text)'"
    }
    return fault("expected \(expected), found \(found)")
  }
}
