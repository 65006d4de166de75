import Bytes
import TakedownModel
import TakedownPipeline

@testable import Normalization

extension FuzzTarget {
  /// The fast readings of dates are the readable ones, and what was read can be written and read.
  ///
  /// The first five bytes choose the format, the zones, the language and whether a year may have two
  /// digits. The first format is in the first line of the text.
  static let dates = FuzzTarget(name: "dates") { input in
    let choice = input.choose(patterns)
    let zone = input.choose(zones)
    let reportingZone = input.choose(zones)
    let locale = input.choose([nil, "fr-TN", "ar", "vi", "sq", "sv", "xx", "tr", "fa"])
    let allowTwoDigitYears = input.choose([false, true])
    let written = choice.isEmpty ? [input.takeLine()] : choice
    guard let formats = try? written.map({ try DateFormat($0) }) else {
      return require(choice.isEmpty, "\(choice) is not accepted")
    }
    func reader(_ usesFastPaths: Bool) -> DateReader {
      DateReader(
        formats: formats, zone: zone, reportingZone: reportingZone, locale: locale,
        allowTwoDigitYears: allowTwoDigitYears, usesFastPaths: usesFastPaths)
    }
    let text = input.rest
    let reading = reader(true).read(text.span)
    let readable = reader(false).read(text.span)
    require(reading == readable, "\(reading) at once, step by step \(readable)")
    check(reading, reportingZone)
  }

  private static let patterns: [[String]] = [
    [], ["iso8601"], ["unix-seconds"], ["unix-milliseconds"], ["excel-1900"], ["excel-1904"],
    ["dd/MM/yyyy"], ["dd-MM-yyyy HH:mm"], ["yyyyMMdd"], ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX"],
    ["d MMMM yyyy h:mm a", "d/M/yy"], ["dd-MMM-yy", "iso8601", "unix-seconds"],
    ["MM.dd.yyyy HH:mm:ss Z"], ["detect"], ["dd/MM/yyyy", "MM/dd/yyyy"],
  ]

  private static let zones: [ZoneTable] = [
    "UTC", "Europe/London", "America/New_York", "Asia/Beirut", "Australia/Lord_Howe",
    "Africa/Casablanca", "Pacific/Apia",
  ].map { name in
    do {
      return try ZoneTable(identifier: name)
    } catch {
      fatalError("\(error)")
    }
  }

  private static func check(_ reading: DateReading, _ reportingZone: ZoneTable) {
    let years = 1...9999
    switch reading {
    case .absent, .failure: return
    case .day(let day):
      require(years.contains(day.components.year), "the day \(day)")
      require(CalendarDate(day.description) == day, "\(day) is another day when read again")
      let again = iso8601(.utc).read(Array(day.description.utf8).span)
      require(again == reading, "\(reading) is \(again) when read again")
    case .instant(let utc, let day):
      require(years.contains(day.components.year), "the day \(day)")
      var bytes = ByteWriter(capacity: 20)
      appendTimestamp(utc: utc, to: &bytes)
      require(bytes.count == 20, "a time of \(bytes.count) bytes")
      let again = iso8601(reportingZone).read(bytes.span)
      require(again == reading, "\(reading) is \(again) when read again")
    }
  }

  private static func iso8601(_ reportingZone: ZoneTable) -> DateReader {
    iso8601Readers[reportingZone.name] ?? iso8601Reader(reportingZone)
  }

  private static func iso8601Reader(_ reportingZone: ZoneTable) -> DateReader {
    DateReader(
      formats: [.iso8601], zone: .utc, reportingZone: reportingZone, locale: nil,
      allowTwoDigitYears: false)
  }

  /// By the name of the reporting zone, since making a reader takes longer than reading a date.
  private static let iso8601Readers = Dictionary(
    zones.map { ($0.name, iso8601Reader($0)) }, uniquingKeysWith: { first, _ in first })
}
