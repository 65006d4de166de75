import Bytes

extension JSONScanner {
  /// Steps over a string from its opening quote; returns whether it holds escapes.
  mutating func skipString() throws(JSONError) -> Bool {
    let start = offset
    var i = offset + 1
    var hasEscapes = false
    while true {
      i = text.plainJSONEnd(from: i, stopsBeyondASCII: !isUTF8)
      guard i < text.count else { throw fault("a string that opens here never closes", at: start) }
      let byte = text[i]
      switch byte {
      case UInt8(ascii: "\""):
        offset = i + 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        i = try escapeEnd(at: i)
      case 0x80...:
        i = try sequenceEnd(at: i)
      default:
        throw fault("\(name(ofByteAt: i)) stands in a string: write it as an escape", at: i)
      }
    }
  }

  private func escapeEnd(at start: Int) throws(JSONError) -> Int {
    guard start + 1 < text.count else { return text.count }
    switch text[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: start) else {
        throw fault("'\\u' needs four hexadecimal digits", at: start)
      }
      guard unit & 0xf800 == 0xd800 else { return start + 6 }
      guard unit < 0xdc00, let second = codeUnit(at: start + 6), second & 0xfc00 == 0xdc00 else {
        throw fault(
          "'\\u' with half of a surrogate pair stands alone", at: start, kind: .halfSurrogate)
      }
      return start + 12
    default:
      throw fault("a backslash is followed by \(name(ofByteAt: start + 1))", at: start)
    }
  }

  /// The number written by the escape `\uXXXX` that begins at `start`; nil when there is none.
  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"),
      text[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for i in start + 2..<start + 6 {
      let byte = text[i]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// The end of the UTF-8 sequence that begins at `start` (Unicode Standard, table 3-7).
  private func sequenceEnd(at start: Int) throws(JSONError) -> Int {
    func isContinuation(_ place: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xbf) -> Bool {
      place < text.count && text[place] >= low && text[place] <= high
    }
    let second = start + 1
    let length: Int
    switch text[start] {
    case 0xc2...0xdf: length = isContinuation(second) ? 2 : 0
    case 0xe0: length = isContinuation(second, 0xa0) ? 3 : 0
    case 0xed: length = isContinuation(second, 0x80, 0x9f) ? 3 : 0
    case 0xe1...0xef: length = isContinuation(second) ? 3 : 0
    case 0xf0: length = isContinuation(second, 0x90) ? 4 : 0
    case 0xf1...0xf3: length = isContinuation(second) ? 4 : 0
    case 0xf4: length = isContinuation(second, 0x80, 0x8f) ? 4 : 0
    default: length = 0
    }
    guard length > 0, length < 3 || isContinuation(start + 2),
      length < 4 || isContinuation(start + 3)
    else { throw fault("\(name(ofByteAt: start)) is not UTF-8", at: start, kind: .encoding) }
    return start + length
  }
}

extension JSONScanner {
  /// Appends what a string says, without quotes and with its escapes resolved.
  ///
  /// The string must have been checked by a scanner of the same text.
  package func append(_ string: JSONToken, to bytes: inout [UInt8]) {
    let end = string.contents.upperBound
    var i = string.contents.lowerBound
    guard string.hasEscapes else { return bytes.append(text.extracting(i..<end)) }
    while i < end {
      let plain = i
      while i < end, text[i] != UInt8(ascii: "\\") { i += 1 }
      bytes.append(text.extracting(plain..<i))
      guard i + 1 < end else { return }
      switch text[i + 1] {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0c)
      case UInt8(ascii: "n"): bytes.append(0x0a)
      case UInt8(ascii: "r"): bytes.append(0x0d)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = codeUnit(at: i) ?? 0xfffd
        if scalar & 0xfc00 == 0xd800, let second = codeUnit(at: i + 6) {
          scalar = 0x10000 + (scalar & 0x3ff) << 10 + second & 0x3ff
          i += 6
        }
        bytes.append(scalar: scalar)
        i += 4
      default: bytes.append(text[i + 1])
      }
      i += 2
    }
  }
}

extension [UInt8] {
  /// Appends a Unicode scalar value as UTF-8.
  fileprivate mutating func append(scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3f)
    }
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(0xc0 | UInt8(truncatingIfNeeded: scalar >> 6))
      append(continuation(0))
    case 0x800..<0x10000:
      append(0xe0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(continuation(6))
      append(continuation(0))
    default:
      append(0xf0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(continuation(12))
      append(continuation(6))
      append(continuation(0))
    }
  }
}
