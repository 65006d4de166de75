import Bytes

/// A number as the digits that are written, so that nothing goes through a float.
struct DecimalText {
  private(set) var isNegative = false
  /// The digits, without zeros at either end; none for zero.
  private(set) var digits: [UInt8] = []
  /// How many of the digits, or zeros after them, stand before the decimal point.
  private(set) var point = 0
  private(set) var hasExponent = false

  var isInteger: Bool { point >= digits.count }

  /// Takes over a number such as `-12.50` or `1.25E+3`; false for any other text.
  mutating func read(_ text: Span<UInt8>) -> Bool {
    digits.removeAll(keepingCapacity: true)
    (point, isNegative, hasExponent) = (0, false, false)
    var i = 0
    if i < text.count, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") {
      isNegative = text[i] == UInt8(ascii: "-")
      i += 1
    }
    var count = 0
    var hasPoint = false
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte &- 0x30 <= 9 {
        count += 1
        if digits.isEmpty, byte == 0x30 {
          if hasPoint { point -= 1 }
        } else {
          digits.append(byte)
          if !hasPoint { point += 1 }
        }
      } else {
        break
      }
      i += 1
    }
    guard count > 0, let exponent = readExponent(text, i) else { return false }
    while digits.last == 0x30 { digits.removeLast() }
    point = digits.isEmpty ? 0 : point + exponent
    return true
  }

  private mutating func readExponent(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var i = start
    guard i < text.count else { return 0 }
    guard text[i] | 0x20 == UInt8(ascii: "e") else { return nil }
    i += 1
    let isMinus = i < text.count && text[i] == UInt8(ascii: "-")
    if i < text.count, isMinus || text[i] == UInt8(ascii: "+") { i += 1 }
    guard let value = text.extracting(i...).wholeNumber, value <= 400 else { return nil }
    hasExponent = true
    return isMinus ? -value : value
  }

  /// Appends the number in plain digits.
  func append(to text: inout [UInt8]) {
    if isNegative, !digits.isEmpty { text.append(UInt8(ascii: "-")) }
    if point <= 0 {
      text.append(0x30)
    } else {
      for i in 0..<point { text.append(i < digits.count ? digits[i] : 0x30) }
    }
    guard point < digits.count else { return }
    text.append(UInt8(ascii: "."))
    for _ in Swift.min(point, 0)..<0 { text.append(0x30) }
    text.append(contentsOf: digits[Swift.max(point, 0)...])
  }

  /// Whole days and the seconds of the rest, to the nearest second; nil where the number is below
  /// zero or has more than seven digits before the point.
  var daysAndSeconds: (days: Int, seconds: Int)? {
    guard !isNegative || digits.isEmpty, point <= 7 else { return nil }
    func digit(_ index: Int) -> Int {
      index >= 0 && index < digits.count ? Int(digits[index]) - 0x30 : 0
    }
    var days = 0
    for i in 0..<Swift.max(point, 0) { days = days * 10 + digit(i) }
    // Fourteen digits are more than a double of this size holds, and fit times 86,400.
    var fraction = 0
    for i in point..<point + 14 { fraction = fraction * 10 + digit(i) }
    let seconds = (fraction * 86_400 + 50_000_000_000_000) / 100_000_000_000_000
    return seconds == 86_400 ? (days + 1, 0) : (days, seconds)
  }
}
