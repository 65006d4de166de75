import TakedownModel

extension DateFormat.Kind {
  /// A day as the format writes it, a few seconds past half past twelve where it has a time.
  ///
  /// - Parameters:
  ///   - day: one of the years 1000 to 9999.
  ///   - isShort: takes the shorter of two spellings: one digit, the last name of a month.
  ///   - names: for each month its names.
  /// - Returns: nil for `detect`, which is no one format, and for a month without a name.
  func text(of day: CalendarDate, isShort: Bool, names: [[String]]) -> [UInt8]? {
    switch self {
    case .iso8601:
      let text = day.description
      return Array((isShort ? text.filter { $0 != "-" } : text).utf8)
    case .unixSeconds: return Array(String(day.days * DateFields.dayLength + 45_296).utf8)
    case .unixMilliseconds:
      return Array(String((day.days * DateFields.dayLength + 45_296) * 1000).utf8)
    case .excel1900: return Array(String(day.days + 25_569).utf8)
    case .excel1904: return Array(String(day.days + 24_107).utf8)
    case .detect: return nil
    case .pattern(let steps):
      var bytes: [UInt8] = []
      for step in steps {
        guard let part = step.text(of: day, isShort: isShort, names: names) else { return nil }
        bytes += part
      }
      return bytes
    }
  }
}

extension DateStep {
  fileprivate func text(of day: CalendarDate, isShort: Bool, names: [[String]]) -> [UInt8]? {
    let (year, month, date) = day.components
    func number(_ value: Int, _ isPadded: Bool, _ width: Int = 2) -> [UInt8] {
      let digits = String(value)
      let zeros = isPadded || !isShort ? max(0, width - digits.utf8.count) : 0
      return Array(repeating: 0x30, count: zeros) + Array(digits.utf8)
    }
    switch self {
    case .literal(let byte): return [byte]
    case .year, .fourDigitYear: return number(year, true, 4)
    case .twoDigitYear: return number(year % 100, true)
    case .month(let isPadded): return number(month, isPadded)
    case .monthName:
      guard names.count == 12 else { return nil }
      let ofMonth = names[month - 1]
      return (isShort ? ofMonth.last : ofMonth.first).map { Array($0.utf8) }
    case .day(let isPadded): return number(date, isPadded)
    case .hour, .halfDayHour: return number(12, true)
    case .minute: return number(34, true)
    case .second: return number(56, true)
    case .fraction: return number(789, true)
    case .meridiem: return Array("pm".utf8)
    case .offset: return Array("Z".utf8)
    }
  }
}
