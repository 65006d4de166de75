import TakedownModel

extension DateFormat {
  /// What is wrong with the formats of a source taken together, by trying them on days of every month.
  ///
  /// The first that reads a text decides, so an earlier format must not read what a later one writes
  /// as another day: `excel-1904` after `excel-1900`, or `yy/MM/dd` after `dd/MM/yy`. Two patterns
  /// that differ in the order of day and month alone may stand together: the column decides.
  package static func clash(
    _ formats: [DateFormat], locale: String?, allowTwoDigitYears: Bool
  ) -> DateFormatError? {
    let names = MonthNames.names(locale: locale)
    if names.isEmpty, let named = formats.first(where: \.hasMonthName) {
      return DateFormatError(
        pattern: named.text,
        reason: "no month names are known in the locale '\(locale ?? "")'; expected one of "
          + MonthNames.languages.joined(separator: ", "))
    }
    guard formats.count > 1 else { return nil }
    let trials = formats.map {
      Trial($0, locale: locale, allowTwoDigitYears: allowTwoDigitYears, names: names)
    }
    for later in trials.indices {
      for earlier in 0..<later where !formats[earlier].isTwin(of: formats[later]) {
        guard let taken = trials[earlier].takes(from: trials[later]) else { continue }
        let isMutual = trials[later].takes(from: trials[earlier]) != nil
        return DateFormatError(
          pattern: formats[later].text,
          reason: "'\(formats[earlier].text)', which is tried before it, reads its "
            + "'\(taken.text)' as \(taken.day); "
            + (isMutual ? "keep one of the two" : "put it first"))
      }
    }
    return nil
  }

  private var hasMonthName: Bool {
    if case .pattern(let steps) = kind { steps.contains(.monthName) } else { false }
  }

  /// Whether two patterns differ in the order of day and month alone.
  private func isTwin(of other: DateFormat) -> Bool {
    guard case .pattern(let steps) = kind, case .pattern(let others) = other.kind else {
      return self == other
    }
    return steps == others || steps.order != nil && steps.swapped == others
  }
}

/// A format with the texts that it writes for some days, and a reader for each form it has.
private struct Trial {
  private var readers: [DateReader] = []
  private var texts: [(day: CalendarDate, text: [UInt8])] = []

  init(_ format: DateFormat, locale: String?, allowTwoDigitYears: Bool, names: [[String]]) {
    var kinds = [format.kind]
    if format.kind == .detect {
      let steps = DateForms.detected.map(\.steps)
      kinds = [.iso8601] + (steps + steps.map(\.swapped)).map { .pattern($0) }
    }
    for kind in kinds {
      readers.append(
        DateReader(
          formats: [DateFormat(text: format.text, kind: kind)], zone: .utc, reportingZone: .utc,
          locale: locale, allowTwoDigitYears: allowTwoDigitYears))
      for day in Self.days {
        for isShort in [false, true] {
          guard let text = kind.text(of: day, isShort: isShort, names: names) else { continue }
          texts.append((day, text))
        }
      }
    }
  }

  /// The first text of another format that this one reads as another day, and which.
  func takes(from other: Trial) -> (text: String, day: CalendarDate)? {
    for (day, text) in other.texts {
      for reader in readers {
        switch reader.read(text.span) {
        case .day(let found) where found != day, .instant(_, let found) where found != day:
          return (String(decoding: text, as: UTF8.self), found)
        default: continue
        }
      }
    }
    return nil
  }

  private static let days: [CalendarDate] = [2012, 2031].flatMap { year in
    (1...12).flatMap { month in
      [1, 2, 10, 12, 20, 30].compactMap { CalendarDate(year: year, month: month, day: $0) }
    }
  }
}
