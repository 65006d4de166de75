extension [UInt8] {
  /// Appends the bytes of a span.
  package mutating func append(_ span: Span<UInt8>) {
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the UTF-8 bytes of a text.
  package mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a whole number in decimal digits.
  package mutating func append(decimal value: Int) {
    guard value >= 0 else {
      append(UInt8(ascii: "-"))
      return append(decimalMagnitude: value.magnitude)
    }
    append(decimalMagnitude: value.magnitude)
  }

  /// Appends a number from 0 to 9999 with leading zeros, as calendar dates have it.
  package mutating func append(decimal value: Int, width: Int) {
    var divisor = 1
    for _ in 1..<Swift.max(width, 1) { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }

  private mutating func append(decimalMagnitude value: UInt) {
    var divisor: UInt = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }
}
