/// The characters that workbooks write as `_x000D_`, since XML cannot hold them.
enum TextEscapes {
  /// Decodes in place; what stands for no character of a text (half of a pair, NUL) stays written.
  static func decode(_ text: inout [UInt8]) {
    guard let first = text.firstIndex(of: UInt8(ascii: "_")), first + 7 <= text.count else {
      return
    }
    var end = first
    var i = first
    while i < text.count {
      guard let unit = unit(in: text, at: i) else {
        text[end] = text[i]
        end += 1
        i += 1
        continue
      }
      var scalar = Unicode.Scalar(unit)
      var length = 7
      if scalar == nil, unit < 0xdc00, let low = self.unit(in: text, at: i + 7),
        low >= 0xdc00, low < 0xe000
      {
        scalar = Unicode.Scalar((UInt32(unit - 0xd800) << 10 | UInt32(low - 0xdc00)) + 0x10000)
        length = 14
      }
      guard let scalar, scalar.value != 0 else {
        text[end] = text[i]
        end += 1
        i += 1
        continue
      }
      for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
        text[end] = byte
        end += 1
      }
      i += length
    }
    text.removeLast(text.count - end)
  }

  /// The code unit whose escape begins at an offset; nil where none does.
  private static func unit(in text: [UInt8], at offset: Int) -> UInt16? {
    guard offset + 7 <= text.count, text[offset] == UInt8(ascii: "_"),
      text[offset + 1] == UInt8(ascii: "x"), text[offset + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for i in offset + 2..<offset + 6 {
      let digit: UInt8
      switch text[i] {
      case 0x30...0x39: digit = text[i] - 0x30
      case 0x41...0x46: digit = text[i] - 0x37
      case 0x61...0x66: digit = text[i] - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
