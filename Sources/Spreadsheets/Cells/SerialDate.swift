import Bytes

/// Writes the days and times that spreadsheets keep as numbers.
struct SerialDate: Sendable {
  /// How a number became a text.
  enum Outcome: Hashable {
    case written
    /// No date has the number.
    case outOfRange
    /// The number is the day that 1900 did not have.
    case falseLeapDay
  }

  /// Day 0 is 1 January 1904; else day 1 is 1 January 1900, and day 60 is no day.
  let countsFrom1904: Bool

  /// Appends `2024-07-01`, `2024-07-01T13:45:00`, `13:45:00` or, for lengths of time, `36:00:00`.
  ///
  /// The time is left out only where neither the format nor the number has one; the date, where the
  /// format has none and the number has none.
  func append(
    days: Int, seconds: Int, hasDate: Bool, hasTime: Bool, to text: inout [UInt8]
  ) -> Outcome {
    guard hasDate || days > 0 else {
      appendTime(hours: 0, seconds: seconds, to: &text)
      return .written
    }
    if !countsFrom1904, days == 60 { return .falseLeapDay }
    // Days from 1 March 2000, by which a cycle of 400 years begins.
    let first = countsFrom1904 ? -35_124 : days < 60 ? -36_585 : -36_586
    guard countsFrom1904 || days > 0 else { return .outOfRange }
    guard days + first <= 2_921_879 else { return .outOfRange }
    appendDate(days + first, to: &text)
    if hasTime || seconds > 0 {
      text.append(UInt8(ascii: "T"))
      appendTime(hours: 0, seconds: seconds, to: &text)
    }
    return .written
  }

  /// Appends a length of time as hours, minutes and seconds.
  func append(elapsedDays days: Int, seconds: Int, to text: inout [UInt8]) {
    appendTime(hours: days * 24, seconds: seconds, to: &text)
  }

  private func appendTime(hours: Int, seconds: Int, to text: inout [UInt8]) {
    let hours = hours + seconds / 3600
    if hours < 100 { text.append(decimal: hours, width: 2) } else { text.append(decimal: hours) }
    text.append(UInt8(ascii: ":"))
    text.append(decimal: seconds / 60 % 60, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(decimal: seconds % 60, width: 2)
  }

  /// Appends the day that is so many days after 1 March 2000.
  private func appendDate(_ offset: Int, to text: inout [UInt8]) {
    // Two cycles on, so that nothing is below zero.
    let day = offset + 2 * 146_097
    let ofCycle = day % 146_097
    let year = (ofCycle - ofCycle / 1460 + ofCycle / 36_524 - ofCycle / 146_096) / 365
    let ofYear = ofCycle - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let isNextYear = month >= 10
    text.append(
      decimal: 2000 - 800 + day / 146_097 * 400 + year + (isNextYear ? 1 : 0), width: 4)
    text.append(UInt8(ascii: "-"))
    text.append(decimal: isNextYear ? month - 9 : month + 3, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(decimal: ofYear - (153 * month + 2) / 5 + 1, width: 2)
  }
}
