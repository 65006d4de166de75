/// What a number format says about the meaning of a number.
enum CellFormat: Hashable, Sendable {
  /// Nothing: the number is a number.
  case number
  /// A whole number is shown with so many digits at least.
  case zeros(Int)
  /// The number is a day, a time of day, or both.
  case moment(hasDate: Bool, hasTime: Bool)
  /// The number is a length of time, shown in hours beyond 24.
  case elapsed

  /// A format by its number (ECMA-376, part 1, 18.8.30, with the dates of the East Asian locales).
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .moment(hasDate: true, hasTime: false)
    case 22: self = .moment(hasDate: true, hasTime: true)
    case 18...21, 32...35, 45, 47, 55, 56: self = .moment(hasDate: false, hasTime: true)
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// A format by its code, such as `[$-409]d/m/yyyy h:mm AM/PM;@`; its first section counts.
  init(code: String) {
    var scan = FormatScan(code)
    self = scan.format()
  }
}

/// One walk over a format code.
private struct FormatScan {
  private let code: [UInt8]
  private var offset = 0
  private var hasDay = false
  private var hasHourOrSecond = false
  /// The longest run of the letter m, which means months or minutes.
  private var runOfM = 0
  private var isElapsed = false
  private var zeros = 0
  private var isPlainZeros = true

  init(_ code: String) {
    self.code = Array(code.utf8)
  }

  mutating func format() -> CellFormat {
    if code.elementsEqual("General".utf8) { return .number }
    while offset < code.count, code[offset] != UInt8(ascii: ";") { step() }
    if isElapsed { return .elapsed }
    let hasMonth = runOfM > 0 && (!hasHourOrSecond || runOfM >= 3)
    if hasDay || hasHourOrSecond || hasMonth {
      return .moment(hasDate: hasDay || hasMonth, hasTime: hasHourOrSecond)
    }
    return isPlainZeros && zeros >= 2 ? .zeros(zeros) : .number
  }

  private mutating func step() {
    let byte = code[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
      offset += 1
    case UInt8(ascii: "\""):
      skip(past: byte)
    case UInt8(ascii: "["):
      let start = offset
      skip(past: UInt8(ascii: "]"))
      let inside = code[start..<max(start, offset - 1)]
      if offset <= code.count, let first = inside.first, "hHmMsS".utf8.contains(first),
        inside.allSatisfy({ $0 | 0x20 == first | 0x20 })
      {
        isElapsed = true
      }
    case UInt8(ascii: "a"), UInt8(ascii: "A"):
      for mark in ["m/pm", "/p"] where rest(beginsWith: mark) {
        hasHourOrSecond = true
        offset += mark.utf8.count
        break
      }
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "y"), UInt8(ascii: "Y"):
      hasDay = true
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"):
      hasHourOrSecond = true
    case UInt8(ascii: "m"), UInt8(ascii: "M"):
      let start = offset - 1
      while offset < code.count, code[offset] | 0x20 == UInt8(ascii: "m") { offset += 1 }
      runOfM = max(runOfM, offset - start)
    case UInt8(ascii: "0"):
      zeros += 1
    case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "E"), UInt8(ascii: "e"):
      isPlainZeros = false
    default:
      break
    }
  }

  private mutating func skip(past end: UInt8) {
    while offset < code.count, code[offset] != end { offset += 1 }
    offset += 1
  }

  private func rest(beginsWith text: String) -> Bool {
    text.utf8.count <= code.count - offset
      && zip(code[offset...], text.utf8).allSatisfy { pair in
        pair.0 == pair.1 || pair.0 | 0x20 == pair.1
      }
  }
}
