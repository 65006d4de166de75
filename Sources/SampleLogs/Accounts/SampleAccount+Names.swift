import Bytes

/// The identifiers themselves, without the link around them.
extension SampleAccount {
  /// Appends the user name in one of its spellings; `variant` chooses case and, on Facebook, dots.
  func appendName(to bytes: inout [UInt8], variant: UInt64) {
    let start = bytes.count
    let scrambled = SplitMix64.mix(UInt64(truncatingIfNeeded: serial))
    switch platform {
    case .x, .snapchat:
      bytes.append("sample_")
    case .facebook:
      let dotted = variant & 0x10 != 0
      bytes.append(Self.plainPrefixes[Int(scrambled & 3)])
      if dotted { bytes.append(UInt8(ascii: ".")) }
      bytes.append(Self.words[Int(scrambled >> 2 & 15)])
      if dotted { bytes.append(UInt8(ascii: ".")) }
    case .instagram, .tiktok, .youtube, .telegram, .whatsapp:
      bytes.append(Self.prefixes[Int(scrambled & 3)])
      bytes.append(Self.words[Int(scrambled >> 2 & 15)])
      bytes.append(UInt8(ascii: "_"))
    }
    bytes.append(decimal: serial)

    switch variant & 0xf {
    case 0, 1: Self.uppercase(&bytes, from: start)
    case 2, 3, 4:
      for i in start..<bytes.count where Self.isLower(bytes[i]) {
        let before = i == start ? UInt8(ascii: "_") : bytes[i - 1]
        if before == UInt8(ascii: "_") || before == UInt8(ascii: ".") { bytes[i] &-= 0x20 }
      }
    default: break
    }
  }

  /// Appends a number of 15 digits that begins with 999, which no platform has given out.
  func appendNumber(to bytes: inout [UInt8]) {
    bytes.append(decimal: 999_000_000_000_000 + serial &* 611_953_393 % 999_999_937)
  }

  /// Appends a code of `count` letters and digits, the first eleven of them one to one.
  ///
  /// Every fortieth code is the one before it with upper and lower case exchanged: another account,
  /// where case counts.
  func appendCode(to bytes: inout [UInt8], count: Int) {
    let start = bytes.count
    let isTwin = serial % 40 == 1
    let base = UInt64(truncatingIfNeeded: isTwin ? serial - 1 : serial)
    bytes.append("Sample")
    var first = SplitMix64.mix(base &+ 0x5eed)
    var second = SplitMix64.mix(~base)
    for position in 0..<count - 6 {
      if position < 11 {
        bytes.append(Self.codeCharacters[Int(first & 63)])
        first >>= 6
      } else {
        bytes.append(Self.codeCharacters[Int(second & 63)])
        second >>= 6
      }
    }
    guard isTwin else { return }
    for i in start..<bytes.count where Self.isLower(bytes[i] | 0x20) && bytes[i] > 0x40 {
      bytes[i] ^= 0x20
    }
  }

  /// Appends the digits of a telephone number, with a mark between groups when one is given.
  ///
  /// All are from ranges set aside for drama: Ofcom's 07700 900xxx, Arcep's 06 39 98 and others,
  /// the North American 555-01xx, and the Swedish 070-174 06 xx.
  func appendPhone(to bytes: inout [UInt8], separator: UInt8?) {
    let row = serial / 10
    let column = serial % 10
    func group(_ value: Int, _ width: Int) {
      if let separator { bytes.append(separator) }
      bytes.append(decimal: value, width: width)
    }
    func french(_ prefix: (Int, Int, Int), _ index: Int) {
      bytes.append("33")
      group(prefix.0, 1)
      group(prefix.1, 2)
      group(prefix.2, 2)
      group(index / 100 % 100, 2)
      group(index % 100, 2)
    }
    switch column {
    case 0, 1:
      let index = row * 2 + column
      guard index < 1000 else { return french((1, 99, 00), index) }
      bytes.append("44")
      group(7700, 4)
      group(900_000 + index, 6)
    case 2...5:
      french((6, 39, 98), row * 4 + column - 2)
    case 6...8:
      let index = row * 3 + column - 6
      bytes.append("1")
      group(Self.areaCodes[index / 100 % Self.areaCodes.count], 3)
      group(555, 3)
      group(100 + index % 100, 4)
    default:
      guard row < 95 else { return french((2, 61, 91), row) }
      bytes.append("46")
      group(70, 2)
      group(174, 3)
      group(6, 2)
      group(row + 5, 2)
    }
  }

  static func uppercase(_ bytes: inout [UInt8], from start: Int) {
    for i in start..<bytes.count where isLower(bytes[i]) { bytes[i] &-= 0x20 }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static let plainPrefixes = ["sample", "madeup", "notreal", "fictional"]
  private static let prefixes = ["sample_", "made_up_", "not_real_", "demo_"]
  private static let words = [
    "boat", "route", "travel", "lorry", "ferry", "visa", "papers", "coast", "trip", "border",
    "crossing", "agent", "flight", "van", "harbour", "deal",
  ]
  private static let codeCharacters = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  private static let areaCodes = [
    202, 203, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228,
    229, 231, 234, 239, 240, 248, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301,
    302, 303, 304, 305, 307, 308, 309, 310, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323,
  ]
}
