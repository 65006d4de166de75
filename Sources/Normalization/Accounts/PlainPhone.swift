import Bytes

/// A telephone number as `PhoneNumber` reads it, from ASCII bytes.
struct PlainPhone: Sendable {
  /// What can be said without knowing the country.
  enum Answer: Sendable {
    case found
    case noNumber
    /// A national number, or one that only the general path can read.
    case undecided
  }

  private var digits = InlineArray<20, UInt8>(repeating: 0)
  private var count = 0
  private var hasPlus: Bool

  /// The digits of a text that is a number with separators; nil for any other text.
  init?(_ text: Span<UInt8>, isAfterPlus: Bool = false) {
    hasPlus = isAfterPlus
    let isAbroad =
      isAfterPlus || !text.isEmpty && text[0] == UInt8(ascii: "+")
      || text.count > 1 && text[0] == UInt8(ascii: "0") && text[1] == UInt8(ascii: "0")
    var i = 0
    while i < text.count {
      let byte = text[i]
      i &+= 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if count < 20 { digits[count] = byte }
        count &+= 1
      case UInt8(ascii: "+") where count == 0 && !hasPlus: hasPlus = true
      case UInt8(ascii: "("):
        // A trunk 0 that is not dialled from abroad.
        if isAbroad, i &+ 1 < text.count, text[i] == UInt8(ascii: "0"),
          text[i &+ 1] == UInt8(ascii: ")")
        {
          i &+= 2
        }
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"),
        UInt8(ascii: "/"):
        continue
      default: return nil
      }
    }
  }

  /// Appends `+` and the digits from the calling code on, without a trunk 0 after it.
  ///
  /// - Parameters:
  ///   - output: Where the number goes, if one is found.
  ///   - isInternational: Whether digits without `+` start with a calling code.
  ///   - hasTrunkZero: The `trunkZeroTable`.
  /// - Returns: Whether these digits are a number.
  func append(
    to output: inout [UInt8], isInternational: Bool, hasTrunkZero: [Bool]
  ) -> Answer {
    guard 0 < count, count <= 20 else { return count == 0 ? .noNumber : .undecided }
    var start = 0
    if !hasPlus {
      if count > 1, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: "0") {
        start = 2
      } else if !isInternational || digits[0] == UInt8(ascii: "0") {
        return .undecided
      }
    }
    var dropped = -1
    var code = 0
    for length in 1...3 where start + length < count {
      code = code * 10 + Int(digits[start + length - 1] & 0xF)
      guard hasTrunkZero[Self.entry(code, length)] else { continue }
      guard digits[start + length] == UInt8(ascii: "0") else { break }
      dropped = start + length
      // No number has two of them.
      if dropped + 1 < count, digits[dropped + 1] == UInt8(ascii: "0") { return .noNumber }
      break
    }
    let length = count - start - (dropped < 0 ? 0 : 1)
    guard 7 <= length, length <= 15, digits[start] != UInt8(ascii: "0") else { return .noNumber }
    output.append(UInt8(ascii: "+"))
    let all = digits.span
    if dropped < 0 {
      output.append(all.extracting(start..<count))
    } else {
      output.append(all.extracting(start..<dropped))
      output.append(all.extracting(dropped + 1..<count))
    }
    return .found
  }

  /// Calling codes followed by a trunk 0 that has to go, by `entry(_:_:)`.
  static let trunkZeroTable: [Bool] = {
    var table = Array(repeating: false, count: 1110)
    for text in PhoneNumber.trunkZeroCodes {
      guard let code = Int(text), text.utf8.count <= 3 else { continue }
      table[entry(code, text.utf8.count)] = true
    }
    return table
  }()

  /// Codes of one, two and three digits are at 0, 10 and 110.
  private static func entry(_ code: Int, _ length: Int) -> Int {
    code + (length == 1 ? 0 : length == 2 ? 10 : 110)
  }
}
