import Bytes
import TakedownModel
import TestSupport
import Testing

@testable import Normalization

/// A format, a zone and a text, and what is read: `2024-04-01` for a day; for an instant its
/// timestamp and its day in London; `absent`; or the problem's code.
struct DateCase: Sendable, CustomTestStringConvertible {
  let format: String
  let zone: String
  let text: String
  let reading: String
  var locale: String?
  var allowTwoDigitYears = false

  init(
    _ format: String, _ zone: String, _ text: String, _ reading: String, locale: String? = nil,
    allowTwoDigitYears: Bool = false
  ) {
    self.format = format
    self.zone = zone
    self.text = text
    self.reading = reading
    self.locale = locale
    self.allowTwoDigitYears = allowTwoDigitYears
  }

  /// A case in UTC.
  init(
    _ format: String, _ text: String, _ reading: String, locale: String? = nil,
    allowTwoDigitYears: Bool = false
  ) {
    self.init(
      format, "UTC", text, reading, locale: locale, allowTwoDigitYears: allowTwoDigitYears)
  }

  var testDescription: String { "\(format) \(zone) '\(text)'" }

  /// What a reader for the case says, in the words of `reading`.
  func read(usesFastPaths: Bool = true) throws -> String {
    let formats = try format.split(separator: "|").map { try DateFormat(String($0)) }
    let reader = DateReader(
      formats: formats, zone: try #require(Self.zones[zone]),
      reportingZone: try #require(Self.zones["London"]), locale: locale,
      allowTwoDigitYears: allowTwoDigitYears, usesFastPaths: usesFastPaths)
    return Self.describe(reader.read(Array(text.utf8).span))
  }

  static func describe(_ reading: DateReading) -> String {
    switch reading {
    case .day(let day): return day.description
    case .absent: return "absent"
    case .failure(let problem): return problem.rawValue
    case .instant(let utc, let day):
      var bytes = ByteWriter(capacity: 20)
      appendTimestamp(utc: utc, to: &bytes)
      return bytes.span.text + " " + day.description
    }
  }

  static let zones: [String: ZoneTable] = [
    "UTC": .utc,
    "London": ZoneTable(
      name: "London", initialOffset: 0,
      transitions: [
        .init(utcSeconds: 1_711_846_800, offsetSeconds: 3600),
        .init(utcSeconds: 1_729_990_800, offsetSeconds: 0),
        .init(utcSeconds: 1_743_296_400, offsetSeconds: 3600),
        .init(utcSeconds: 1_761_440_400, offsetSeconds: 0),
      ]),
    "New York": ZoneTable(
      name: "New York", initialOffset: -18_000,
      transitions: [
        .init(utcSeconds: 1_710_054_000, offsetSeconds: -14_400),
        .init(utcSeconds: 1_730_613_600, offsetSeconds: -18_000),
      ]),
    // Beirut's clocks go forward at midnight.
    "Beirut": ZoneTable(
      name: "Beirut", initialOffset: 7200,
      transitions: [.init(utcSeconds: 1_711_836_000, offsetSeconds: 10_800)]),
    // Clocks that go back at midnight of Greenwich.
    "Late": ZoneTable(
      name: "Late", initialOffset: 7200,
      transitions: [.init(utcSeconds: 1_733_011_200, offsetSeconds: 3600)]),
    "Tunis": .fixed(name: "Tunis", offsetSeconds: 3600),
    "Ho Chi Minh": .fixed(name: "Ho Chi Minh", offsetSeconds: 25_200),
  ]
}

struct DateReaderTests {
  @Test(arguments: DateCases.all)
  func `a text is read as its format and zone say`(example: DateCase) throws {
    #expect(try example.read() == example.reading)
  }

  @Test(arguments: DateCases.all)
  func `the fast paths read what the steps read`(example: DateCase) throws {
    #expect(try example.read(usesFastPaths: false) == example.reading)
  }

  @Test
  func `fast paths and steps agree on damaged texts`() throws {
    let seeds = [
      ("iso8601", "2024-04-01T10:15:00.5+01:00"), ("iso8601", "2024-04-01"),
      ("iso8601", "2024-12-31 23:59:59Z"), ("dd/MM/yyyy", "25/04/2024"),
      ("dd-MM-yyyy HH:mm", "25-04-2024 10:15"), ("yyyyMMdd", "20240425"),
      ("yyyy-MM-dd'T'HH:mm:ss", "2024-04-25T10:15:59"), ("MM.dd.yyyy", "04.25.2024"),
    ]
    let replacements = Array("0123459/:-+.TtZz \u{00}\u{7f}@O~".utf8)
    var random = SeededGenerator(seed: 7)
    var readings: Set<String> = []
    for (pattern, text) in seeds {
      let zone = try #require(DateCase.zones["New York"])
      func reader(_ usesFastPaths: Bool) throws -> DateReader {
        DateReader(
          formats: [try DateFormat(pattern)], zone: zone, reportingZone: .utc, locale: nil,
          allowTwoDigitYears: false, usesFastPaths: usesFastPaths)
      }
      let (fast, steps) = (try reader(true), try reader(false))
      for _ in 0..<20_000 {
        var bytes = Array(text.utf8)
        for _ in 0..<(1 + random.next(below: 3)) {
          let place = random.next(below: bytes.count)
          let byte = replacements[random.next(below: replacements.count)]
          switch random.next(below: 8) {
          case 0: bytes.remove(at: place)
          case 1: bytes.insert(byte, at: place)
          default: bytes[place] = byte
          }
        }
        let expected = steps.read(bytes.span)
        readings.insert(String(DateCase.describe(expected).prefix(10)))
        if fast.read(bytes.span) != expected {
          Issue.record("\(pattern): \(bytes.span.text) \(fast.read(bytes.span)) \(expected)")
        }
      }
    }
    // The damage must leave some of everything, or nothing was compared.
    #expect(readings.count > 100)
    #expect(readings.isSuperset(of: ["impossible", "unreadable"]))
  }

  @Test
  func `no damaged text is a trap`() throws {
    let reader = DateReader(
      formats: try [
        "iso8601", "excel-1900", "unix-milliseconds", "d MMM y h:mm a",
        "yyyy-MM-dd HH:mm:ss.SSS XXX",
      ].map { try DateFormat($0) }, zone: .utc, reportingZone: .utc, locale: "vi",
      allowTwoDigitYears: true)
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("0123456789-:.TWZ+ th".utf8) + [0xc3, 0xa9, 0xd9, 0xa0, 0xff, 0x00]
    for _ in 0..<50_000 {
      let bytes = (0..<random.next(below: 30)).map { _ in
        alphabet[random.next(below: alphabet.count)]
      }
      if case .instant(let utc, let day) = reader.read(bytes.span) {
        #expect(day.days == utcDay(utc))
      }
    }
  }

  @Test
  func `a written instant is read back`() {
    let reader = DateReader(
      formats: [], zone: .utc, reportingZone: .utc, locale: nil, allowTwoDigitYears: false)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      let days = -719_162 + random.next(below: 719_162 + 2_932_897)
      let utc = days * 86_400 + random.next(below: 86_400)
      var bytes = ByteWriter(capacity: 20)
      appendTimestamp(utc: utc, to: &bytes)
      #expect(reader.read(bytes.span) == .instant(utc: utc, day: CalendarDate(days: days)))
    }
  }

  @Test(arguments: [
    "iso8601", "yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd", "d.M.y", "MMMM d, yyyy", "excel-1904",
  ])
  func `a written day is read back`(pattern: String) throws {
    let reader = DateReader(
      formats: [try DateFormat(pattern)], zone: .utc, reportingZone: .utc, locale: "en",
      allowTwoDigitYears: false)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      // From 1904, where every format has days.
      let date = CalendarDate(days: -24_106 + random.next(below: 2_900_000))
      let (year, month, day) = date.components
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      let text =
        switch pattern {
        case "dd/MM/yyyy": "\(two(day))/\(two(month))/\(year)"
        case "yyyyMMdd": "\(year)\(two(month))\(two(day))"
        case "d.M.y": "\(day).\(month).\(year)"
        case "MMMM d, yyyy": "\(CalendarDate.monthNames[month - 1]) \(day), \(year)"
        case "excel-1904": "\(date.days + 24_107)"
        default: date.description
        }
      #expect(reader.read(Array(text.utf8).span) == .day(date))
    }
  }

  @Test
  func `problems have codes and words`() {
    #expect(
      DateProblem.allCases.map(\.rawValue) == [
        "impossible-date", "unreadable-date", "missing-local-time", "two-digit-year",
        "ambiguous-date",
      ])
    #expect(
      DateProblem.missingLocalTime.message == "the clocks went forward and never showed this time")
  }

  @Test
  func `the bounds of possible days are the years 1 and 9999`() throws {
    let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    #expect(DateFields.possibleDays == first.days...last.days)
  }
}

extension SeededGenerator {
  /// A number from 0 to below a bound.
  fileprivate mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
