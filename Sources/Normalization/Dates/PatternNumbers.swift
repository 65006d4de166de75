/// What the steps of a pattern found in a text, before it is known to be a date.
struct PatternNumbers {
  var year = 0
  var hasTwoDigitYear = false
  var month = 0
  var day = 0
  /// −1 without a time.
  var hour = -1
  var minute = 0
  var second = 0
  /// 12 for the hours after noon.
  var halfDay = 0
  /// Whether the hour is one of twelve.
  var isHalfDayHour = false
  var hasFraction = false
  var offsetProblem: DateProblem?
}
