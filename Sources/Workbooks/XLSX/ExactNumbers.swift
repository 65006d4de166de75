import Bytes

/// Numbers of a worksheet as the tables have them.
///
/// libxlsxwriter writes the 16 digits that are nearest to a computer's number: 87.59999999999999 for
/// 87.6. A figure in a sheet has at most 15, and to 15 digits the two are the same.
enum ExactNumbers {
  /// The part of a worksheet with each number of more than 15 digits rounded to 15.
  static func restored(in sheet: [UInt8]) -> [UInt8] {
    var restored: [UInt8] = []
    restored.reserveCapacity(sheet.count)
    var place = 0
    while place < sheet.count {
      let byte = sheet[place]
      restored.append(byte)
      place += 1
      // Values stand between <v> and the next tag; no other tag ends in this way.
      guard byte == UInt8(ascii: ">"), place >= 3, sheet[place - 2] == UInt8(ascii: "v"),
        sheet[place - 3] == UInt8(ascii: "<")
      else { continue }
      let end = sheet[place...].firstIndex(of: UInt8(ascii: "<")) ?? sheet.count
      restored += rounded(sheet[place..<end])
      place = end
    }
    return restored
  }

  /// A decimal number with its sixteenth digit rounded away, and no zeros at its end; others as they
  /// are.
  static func rounded(_ number: ArraySlice<UInt8>) -> [UInt8] {
    let digits = number.filter(isDigit).drop { $0 == UInt8(ascii: "0") }
    guard digits.count == 16, let last = number.last, isDigit(last),
      number.contains(UInt8(ascii: ".")),
      number.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return Array(number) }
    var text = Array(number.dropLast())
    var place = text.count - 1
    var carries = last >= UInt8(ascii: "5")
    while carries, place >= 0 {
      if isDigit(text[place]) {
        carries = text[place] == UInt8(ascii: "9")
        text[place] = carries ? UInt8(ascii: "0") : text[place] + 1
      }
      place -= 1
    }
    if carries { text.insert(UInt8(ascii: "1"), at: text.first == UInt8(ascii: "-") ? 1 : 0) }
    while text.last == UInt8(ascii: "0") { text.removeLast() }
    if text.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
