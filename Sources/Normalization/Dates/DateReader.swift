import Bytes
package import TakedownModel

/// Reads the texts of one source's date columns.
///
/// The formats are tried in their order and the first that reads the text decides; but what one of
/// them knows to be no day is not read as a mere number after it. When none reads it, the first
/// reason other than a mismatch is given. A time without an offset is one of the
/// source's zone; when the clocks went back and showed it twice, the earlier instant is taken, unless
/// the later one has another date. Two digits of a year, where allowed, are 2000 to 2099.
///
/// Where the formats leave the order of day and month open, a text that needs it is ambiguous until
/// `decided` gives a reader with an order.
package struct DateReader: Sendable {
  /// A format, and where its steps are; without a reference, so that choosing one costs nothing.
  struct Program {
    enum Kind {
      case iso8601, unixSeconds, unixMilliseconds, excel1900, excel1904, pattern
      /// A pattern of which the first half of the steps has the day first, the other half the month.
      case open

      /// Whether it reads any number.
      var isNumber: Bool {
        switch self {
        case .unixSeconds, .unixMilliseconds, .excel1900, .excel1904: true
        case .iso8601, .pattern, .open: false
        }
      }
    }

    var kind: Kind
    var steps: Range<Int>
    /// The number of its layout; negative when its widths vary.
    var layout: Int
  }

  private(set) var programs: [Program]
  let steps: [DateStep]
  private var layouts: [FixedLayout]
  private let zone: ZoneTable
  private let reportingZone: ZoneTable
  private let words: DateVocabulary
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
    for form in DateForms(formats).forms {
      let start = steps.count
      let kind: Program.Kind
      var layout = -1
      switch form {
      case .settled(.iso8601): kind = .iso8601
      case .settled(.unixSeconds): kind = .unixSeconds
      case .settled(.unixMilliseconds): kind = .unixMilliseconds
      case .settled(.excel1900): kind = .excel1900
      case .settled(.excel1904): kind = .excel1904
      case .settled(.detect): continue
      case .settled(.pattern(let own)):
        kind = .pattern
        steps += own
        if usesFastPaths, let fixed = FixedLayout(own) {
          layout = layouts.count
          layouts.append(fixed)
        }
      case .open(let dayFirst):
        kind = .open
        steps += dayFirst + dayFirst.swapped
      }
      programs.append(Program(kind: kind, steps: start..<steps.count, layout: layout))
    }
    self.programs = programs
    self.steps = steps
    self.layouts = layouts
    self.usesFastPaths = usesFastPaths
    self.zone = zone
    self.reportingZone = reportingZone
    self.words = DateVocabulary(locale: locale)
    self.allowTwoDigitYears = allowTwoDigitYears
  }

  /// Whether the formats leave open which of day and month comes first.
  package var isOrderOpen: Bool {
    programs.contains { $0.kind == .open }
  }

  /// The reader for a column whose values have decided the order; the same one for nil.
  package func decided(_ order: DayMonthOrder?) -> DateReader {
    guard let order, isOrderOpen else { return self }
    var reader = self
    for (place, program) in programs.enumerated() where program.kind == .open {
      let half = Self.half(program.steps, order)
      reader.programs[place] = Program(kind: .pattern, steps: half, layout: -1)
      if usesFastPaths, let fixed = FixedLayout(Array(steps[half])) {
        reader.programs[place].layout = reader.layouts.count
        reader.layouts.append(fixed)
      }
    }
    return reader
  }

  private static func half(_ steps: Range<Int>, _ order: DayMonthOrder) -> Range<Int> {
    let middle = steps.lowerBound + steps.count / 2
    return order == .dayFirst ? steps.lowerBound..<middle : middle..<steps.upperBound
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

  /// Most sources have one format, and most texts have it: no loop for these.
  private func readFolded(_ text: Span<UInt8>) -> DateReading {
    if usesFastPaths, let first = programs.first {
      var fields = DateFields()
      if readAtOnce(text, by: first, into: &fields) {
        return reading(fields.days, fields.secondOfDay, fields.offset)
      }
    }
    return readInTurn(text)
  }

  /// Tries all formats; apart, so that the fast path has the registers for itself.
  @inline(never)
  private func readInTurn(_ text: Span<UInt8>) -> DateReading {
    var firstProblem = DateProblem.unreadableDate
    var isNoNumber = false
    for (place, program) in programs.enumerated() {
      if usesFastPaths, place > 0 {
        var fields = DateFields()
        if readAtOnce(text, by: program, into: &fields) {
          return reading(fields.days, fields.secondOfDay, fields.offset)
        }
      }
      if isNoNumber, program.kind.isNumber { continue }
      var fields = DateFields()
      guard let problem = read(text, by: program, into: &fields) else {
        return reading(fields.days, fields.secondOfDay, fields.offset)
      }
      if firstProblem == .unreadableDate { firstProblem = problem }
      // A serial too large may be one of seconds; but 20240230 is no second of 1970, nor is the
      // serial 60.
      if problem != .unreadableDate, !fields.isBeyondYears { isNoNumber = true }
    }
    return .failure(firstProblem)
  }

  @inline(__always)
  private func readAtOnce(
    _ text: Span<UInt8>, by program: Program, into fields: inout DateFields
  ) -> Bool {
    program.kind == .iso8601
      ? fields.readTimestamp(text)
      : program.layout >= 0 && layouts[program.layout].read(text, into: &fields)
  }

  /// Reads a text the long way.
  @inline(__always)
  private func read(
    _ text: Span<UInt8>, by program: Program, into fields: inout DateFields
  ) -> DateProblem? {
    switch program.kind {
    case .iso8601: fields.readISO8601(text)
    case .unixSeconds: fields.readUnix(text, unitsPerSecond: 1)
    case .unixMilliseconds: fields.readUnix(text, unitsPerSecond: 1000)
    case .excel1900: fields.readExcel(text, system1904: false)
    case .excel1904: fields.readExcel(text, system1904: true)
    case .pattern: read(text, by: program.steps, into: &fields)
    case .open: readOpen(text, by: program.steps, into: &fields)
    }
  }

  @inline(__always)
  private func read(
    _ text: Span<UInt8>, by range: Range<Int>, into fields: inout DateFields
  ) -> DateProblem? {
    fields.readPattern(
      text, steps.span.extracting(range), words: words, allowTwoDigitYears: allowTwoDigitYears)
  }

  /// Reads a text whose day and month may be either way round: only where that makes no difference.
  @inline(never)
  private func readOpen(
    _ text: Span<UInt8>, by range: Range<Int>, into fields: inout DateFields
  ) -> DateProblem? {
    let problem = read(text, by: Self.half(range, .dayFirst), into: &fields)
    if problem == .unreadableDate || problem == .twoDigitYear { return problem }
    var other = DateFields()
    let otherProblem = read(text, by: Self.half(range, .monthFirst), into: &other)
    return problem == otherProblem && (problem != nil || fields.days == other.days)
      ? problem : .ambiguousDate
  }

  /// What a text says about the order of day and month, by the rule that a part over 12 is no month.
  func orderEvidence(_ text: Span<UInt8>) -> DateOrderEvidence {
    let trimmed = text.trimmed
    if trimmed.isEmpty { return .none }
    if trimmed.isASCII { return evidence(trimmed) }
    let folded = DateTextFolding.fold(trimmed)
    return evidence(folded.span.trimmed)
  }

  private func evidence(_ text: Span<UInt8>) -> DateOrderEvidence {
    for program in programs {
      var fields = DateFields()
      guard program.kind == .open else {
        // What another format reads does not need the order.
        if read(text, by: program, into: &fields) == nil { return .none }
        continue
      }
      let range = Self.half(program.steps, .dayFirst)
      guard let numbers = fields.scanPattern(text, steps.span.extracting(range), words: words),
        allowTwoDigitYears || !numbers.hasTwoDigitYear
      else { continue }
      let (first, second) = (numbers.day, numbers.month)
      guard (1...31).contains(first), (1...31).contains(second) else { return .none }
      switch (first > 12, second > 12) {
      case (true, false): return .dayFirst
      case (false, true): return .monthFirst
      case (true, true): return .none
      case (false, false): return first == second ? .none : .either
      }
    }
    return .none
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
      case .ambiguous(let earlier, let later): return shownTwice(earlier, later)
      case .missing: return neverShown(local, second)
      }
    }
    return instant(utc)
  }

  @inline(__always)
  private func instant(_ utc: Int) -> DateReading {
    let day = utcDay(reportingZone.local(fromUTC: utc))
    guard DateFields.possibleDays.contains(utcDay(utc)), DateFields.possibleDays.contains(day)
    else {
      return .failure(.impossibleDate)
    }
    return .instant(utc: utc, day: CalendarDate(days: day))
  }

  /// What a local time says that clocks showed twice; apart, since it is rare.
  @inline(never)
  private func shownTwice(_ earlier: Int, _ later: Int) -> DateReading {
    let days = (reportingZone.local(fromUTC: earlier), reportingZone.local(fromUTC: later))
    return utcDay(days.0) == utcDay(days.1) ? instant(earlier) : .failure(.ambiguousDate)
  }

  /// What a local time says that clocks never showed: the end of a day exists even when the next one
  /// starts later than at midnight.
  @inline(never)
  private func neverShown(_ local: Int, _ second: Int) -> DateReading {
    guard second == DateFields.dayLength,
      case .unique(let last) = zone.utc(fromLocal: local - 1)
    else { return .failure(.missingLocalTime) }
    return instant(last + 1)
  }
}
