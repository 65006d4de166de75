import Bytes

/// Characters as bytes of windows-1252, and of ISO-8859-1 where the former has none.
enum Windows1252 {
  /// The characters of 0x80 to 0x9F; nil for the five bytes that have none.
  private static let high: [Unicode.Scalar?] = (0x80...0x9f).map { byte in
    TextDecoder.decode([[byte]], .windows1252)?.first?.unicodeScalars.first
  }

  /// The byte of a character beyond ASCII; nil where it has none.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    guard let place = high.firstIndex(of: scalar) else { return nil }
    return 0x80 + UInt8(place)
  }
}
