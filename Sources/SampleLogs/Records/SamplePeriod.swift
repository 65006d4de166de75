/// A range of days, both ends included.
struct SamplePeriod: Sendable {
  let first: SampleDay
  let last: SampleDay

  /// July 2023 to March 2024.
  static let before = SamplePeriod(first: SampleDay(2023, 7, 1), last: SampleDay(2024, 3, 31))
  /// April to June 2024.
  static let between = SamplePeriod(first: SampleDay(2024, 4, 1), last: SampleDay(2024, 6, 30))
  /// July 2024 to March 2025.
  static let after = SamplePeriod(first: SampleDay(2024, 7, 1), last: SampleDay(2025, 3, 31))
  /// All that the logs cover.
  static let whole = SamplePeriod(first: before.first, last: after.last)
  /// All but the outermost days, so that no time zone moves a record out of it.
  static let inner = SamplePeriod(
    first: whole.first.adding(1), last: whole.last.adding(-1))

  /// A day in the period: rather a working day, rather late than early.
  func day(using random: inout SplitMix64) -> SampleDay {
    let length = last.days - first.days + 1
    var offset = random.below(length)
    if random.chance(perMille: 300) { offset = max(offset, random.below(length)) }
    let day = first.adding(offset)
    guard day.weekday == 0 || day.weekday == 6, random.chance(perMille: 800) else { return day }
    let friday = day.adding(day.weekday == 6 ? -1 : -2)
    return friday < first ? day : friday
  }

  /// A day after another one, at most `span` days later; nil where the period has none.
  func day(after day: SampleDay, within span: Int, using random: inout SplitMix64) -> SampleDay? {
    let later = day.adding(1 + random.below(span))
    return later > last ? nil : later
  }
}
