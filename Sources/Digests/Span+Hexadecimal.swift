extension Span<UInt8> {
  /// The bytes as lower-case hexadecimal, two digits each.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for index in indices {
      text.append(digits[Int(self[index] >> 4)])
      text.append(digits[Int(self[index] & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
