import Bytes
package import TakedownModel

/// Reads the texts of one source's date columns.
///
/// The formats are tried in their order and the first that reads the text decides. When none does,
/// the first reason other than a mere mismatch is given. A time without an offset is one of the
/// source's zone; when the clocks went back and showed it twice, the earlier instant is taken. Two
/// digits of a year, where allowed, are 2000 to 2099.
package struct DateReader: Sendable {
  /// A format, and where its steps are; without a reference, so that choosing one costs nothing.
  private struct Program {
    enum Kind { case iso8601, unixSeconds, unixMilliseconds, excel1900, excel1904, pattern }

    let kind: Kind
    let steps: Range<Int>
    /// The number of its layout; negative when its widths vary.
    let layout: Int
  }

  private let programs: [Program]
  private let steps: [DateStep]
  private let layouts: [FixedLayout]
  private let zone: ZoneTable
  private let reportingZone: ZoneTable
  private let months: DateWords
  private let meridiems: DateWords
  private let allowTwoDigitYears: Bool
  private let usesFastPaths: Bool

  /// A reader for a source.
  ///
  /// - Parameters:
  ///   - formats: in the order they are tried; ISO 8601 alone when there is none.
  ///   - zone: the one of times without an offset.
  ///   - reportingZone: the one whose calendar date an instant gets.
  ///   - locale: the language of month names, such as `fr` or `fr-TN`; English when nil.
  ///   - allowTwoDigitYears: whether `24` may stand for 2024.
  package init(
    formats: [DateFormat], zone: ZoneTable, reportingZone: ZoneTable, locale: String?,
    allowTwoDigitYears: Bool
  ) {
    self.init(
      formats: formats, zone: zone, reportingZone: reportingZone, locale: locale,
      allowTwoDigitYears: allowTwoDigitYears, usesFastPaths: true)
  }

  /// The same without its fast paths, if so wanted, to test the one against the other.
  init(
    formats: [DateFormat], zone: ZoneTable, reportingZone: ZoneTable, locale: String?,
    allowTwoDigitYears: Bool, usesFastPaths: Bool
  ) {
    var programs: [Program] = []
    var steps: [DateStep] = []
    var layouts: [FixedLayout] = []
    for format in formats.isEmpty ? [.iso8601] : formats {
      let start = steps.count
      let kind: Program.Kind
      var layout = -1
      switch format.kind {
      case .iso8601: kind = .iso8601
      case .unixSeconds: kind = .unixSeconds
      case .unixMilliseconds: kind = .unixMilliseconds
      case .excel1900: kind = .excel1900
      case .excel1904: kind = .excel1904
      case .pattern(let own):
        kind = .pattern
        steps += own
        if usesFastPaths, let fixed = FixedLayout(own) {
          layout = layouts.count
          layouts.append(fixed)
        }
      }
      programs.append(Program(kind: kind, steps: start..<steps.count, layout: layout))
    }
    self.programs = programs
    self.steps = steps
    self.layouts = layouts
    self.usesFastPaths = usesFastPaths
    self.zone = zone
    self.reportingZone = reportingZone
    self.months = MonthNames.months(locale: locale)
    self.meridiems = MonthNames.meridiems(locale: locale)
    self.allowTwoDigitYears = allowTwoDigitYears
  }

  /// What a text says; spaces around it do not matter.
  package func read(_ text: Span<UInt8>) -> DateReading {
    guard let first = text.isEmpty ? nil : text[0] else { return .absent }
    if first <= 0x20 || text[text.count - 1] <= 0x20 {
      let trimmed = text.trimmed
      return trimmed.isEmpty ? .absent : readTrimmed(trimmed)
    }
    return readTrimmed(text)
  }

  /// Reads the bytes as they are, and folded only when that fails: folding changes nothing in a text
  /// that is read without it, because the formats consist of folded bytes.
  private func readTrimmed(_ text: Span<UInt8>) -> DateReading {
    let reading = readFolded(text)
    guard case .failure = reading, !text.isASCII else { return reading }
    let folded = DateTextFolding.fold(text)
    let trimmed = folded.span.trimmed
    return trimmed.isEmpty ? .absent : readFolded(trimmed)
  }

  private func readFolded(_ text: Span<UInt8>) -> DateReading {
    var firstProblem = DateProblem.unreadableDate
    for program in programs {
      var fields = DateFields()
      if usesFastPaths {
        let isRead =
          program.kind == .iso8601
          ? fields.readTimestamp(text)
          : program.layout >= 0
            && layouts[program.layout].read(text, into: &fields)
        if isRead { return reading(fields.days, fields.secondOfDay, fields.offset) }
        fields = DateFields()
      }
      let problem =
        switch program.kind {
        case .iso8601: fields.readISO8601(text)
        case .unixSeconds: fields.readUnix(text, unitsPerSecond: 1)
        case .unixMilliseconds: fields.readUnix(text, unitsPerSecond: 1000)
        case .excel1900: fields.readExcel(text, system1904: false)
        case .excel1904: fields.readExcel(text, system1904: true)
        case .pattern:
          fields.readPattern(
            text, steps.span.extracting(program.steps), months: months, meridiems: meridiems,
            allowTwoDigitYears: allowTwoDigitYears)
        }
      guard let problem else {
        return reading(fields.days, fields.secondOfDay, fields.offset)
      }
      if firstProblem == .unreadableDate { firstProblem = problem }
    }
    return .failure(firstProblem)
  }

  /// Plain numbers, since handing over the fields as a whole would put them in memory first.
  private func reading(_ days: Int, _ second: Int, _ offset: Int) -> DateReading {
    guard second != DateFields.none else {
      guard DateFields.possibleDays.contains(days) else { return .failure(.impossibleDate) }
      return .day(CalendarDate(days: days))
    }
    let local = days * DateFields.dayLength + second
    let utc: Int
    if offset != DateFields.none {
      utc = local - offset
    } else {
      switch zone.utc(fromLocal: local) {
      case .unique(let only): utc = only
      case .ambiguous(let earlier, _): utc = earlier
      case .missing:
        // The end of a day exists even when the next one starts later than at midnight.
        guard second == DateFields.dayLength,
          case .unique(let last) = zone.utc(fromLocal: local - 1)
        else { return .failure(.missingLocalTime) }
        utc = last + 1
      }
    }
    let day = utcDay(reportingZone.local(fromUTC: utc))
    guard DateFields.possibleDays.contains(utcDay(utc)), DateFields.possibleDays.contains(day)
    else {
      return .failure(.impossibleDate)
    }
    return .instant(utc: utc, day: CalendarDate(days: day))
  }
}
