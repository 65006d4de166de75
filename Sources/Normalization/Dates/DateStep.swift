/// One thing that a date pattern expects next.
///
/// A padded number has exactly two digits, any other one or two.
enum DateStep: Sendable, Hashable {
  /// One byte, in lower case when it is an ASCII letter.
  case literal(UInt8)
  /// `y`: one, three or four digits; two are a two-digit year.
  case year
  /// `yyyy`: four digits; two are a two-digit year.
  case fourDigitYear
  /// `yy`: two digits.
  case twoDigitYear
  case month(isPadded: Bool)
  case monthName
  case day(isPadded: Bool)
  /// `H`: 0 to 24.
  case hour(isPadded: Bool)
  /// `h`: 1 to 12, told apart by `meridiem`.
  case halfDayHour(isPadded: Bool)
  case minute(isPadded: Bool)
  case second(isPadded: Bool)
  /// One digit or more, whose value only matters at 24:00.
  case fraction
  case meridiem
  /// `Z`, `+01`, `+0100` or `+01:00`.
  case offset

  /// Whether the step reads digits first and foremost.
  var isNumeric: Bool {
    switch self {
    case .literal(let byte): byte >= 0x30 && byte <= 0x39
    case .monthName, .meridiem, .offset: false
    default: true
    }
  }

  /// Whether the step cannot know where its digits end when further digits follow at once.
  var isOpenEnded: Bool {
    switch self {
    case .year, .fraction: true
    case .month(let isPadded), .day(let isPadded), .hour(let isPadded),
      .halfDayHour(let isPadded), .minute(let isPadded), .second(let isPadded):
      !isPadded
    default: false
    }
  }
}
