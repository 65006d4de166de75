import Bytes

/// What a zip archive's directory says about an entry beyond the fixed fields.
struct ZipExtraField {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The size and the offset of an entry where they do not fit into 32 bits.
  ///
  /// The field holds only those of the three numbers that the fixed fields mark as large, in order.
  func large(
    isSizeLarge: Bool, isPackedLarge: Bool, isOffsetLarge: Bool
  ) -> (size: Int?, offset: Int?) {
    guard let field = block(0x0001) else { return (nil, nil) }
    var next = 0
    var size: Int?
    var offset: Int?
    if isSizeLarge, field.count >= next + 8 {
      size = field.number(at: next, bytes: 8)
      next += 8
    }
    if isPackedLarge { next += 8 }
    if isOffsetLarge, field.count >= next + 8 { offset = field.number(at: next, bytes: 8) }
    return (size, offset)
  }

  /// The name in UTF-8 where it is given beside one in another character set.
  var unicodeName: [UInt8]? {
    guard let field = block(0x7075), field.count > 5 else { return nil }
    return Array(field.dropFirst(5))
  }

  private func block(_ kind: Int) -> [UInt8]? {
    var start = 0
    while start + 4 <= bytes.count {
      let end = start + 4 + bytes.number(at: start + 2, bytes: 2)
      guard end <= bytes.count else { return nil }
      if bytes.number(at: start, bytes: 2) == kind { return Array(bytes[(start + 4)..<end]) }
      start = end
    }
    return nil
  }
}

extension [UInt8] {
  /// A number of up to 8 bytes, the lowest first, which the array must have; at most `Int.max`.
  func number(at offset: Int, bytes count: Int) -> Int {
    var value: UInt64 = 0
    for i in (offset..<offset + count).reversed() { value = value << 8 | UInt64(self[i]) }
    return Int(clamping: value)
  }
}
