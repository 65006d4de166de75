import Bytes
import TakedownModel
import TestSupport
import Testing

@testable import Normalization

struct DateRoundTripTests {
  /// All days of 1970 to 2100.
  private static let days = 0...47_846

  private static func reader(_ pattern: String, _ locale: String? = nil) throws -> DateReader {
    DateReader(
      formats: [try DateFormat(pattern)], zone: .utc, reportingZone: .utc, locale: locale,
      allowTwoDigitYears: false)
  }

  private static func day(_ reading: DateReading) -> CalendarDate? {
    switch reading {
    case .day(let day), .instant(_, let day): day
    default: nil
    }
  }

  @Test func `the bounds are the days that they are said to be`() {
    #expect(CalendarDate(days: Self.days.lowerBound) == CalendarDate("1970-01-01"))
    #expect(CalendarDate(days: Self.days.upperBound) == CalendarDate("2100-12-31"))
  }

  @Test(arguments: [
    ("iso8601", "2024-03-09", "20240309"), ("dd/MM/yyyy", "09/03/2024", "09/03/2024"),
    ("d.M.yyyy", "09.03.2024", "9.3.2024"), ("d MMM y", "09 March 2024", "9 Mar 2024"),
    ("M/d/yyyy h:mm a", "03/09/2024 12:34 pm", "3/9/2024 12:34 pm"),
    ("excel-1900", "45360", "45360"), ("unix-seconds", "1709987696", "1709987696"),
  ])
  func `a day is written as people write it`(pattern: String, long: String, short: String) throws {
    let kind = try DateFormat(pattern).kind
    let day = try #require(CalendarDate("2024-03-09"))
    for (isShort, expected) in [(false, long), (true, short)] {
      let text = kind.text(of: day, isShort: isShort, names: MonthNames.names(locale: "en"))
      #expect(text.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
  }

  @Test(arguments: [
    "iso8601", "dd/MM/yyyy", "M/d/yyyy", "yyyyMMdd", "d.M.y H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.SXXX",
    "excel-1900", "excel-1904", "unix-seconds", "unix-milliseconds",
  ])
  func `every day of 1970 to 2100 is read back`(pattern: String) throws {
    let kind = try DateFormat(pattern).kind
    let reader = try Self.reader(pattern)
    for number in Self.days {
      let day = CalendarDate(days: number)
      let text = try #require(kind.text(of: day, isShort: number % 2 == 0, names: []))
      if Self.day(reader.read(text.span)) != day {
        Issue.record("\(pattern): \(String(decoding: text, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: MonthNames.languages)
  func `days with a month's name are read back, in a tongue's own digits too`(
    locale: String
  ) throws {
    let kind = try DateFormat("d MMMM yyyy").kind
    let reader = try Self.reader("d MMMM yyyy", locale)
    let names = MonthNames.names(locale: locale)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<6000 {
      let day = CalendarDate(days: Int.random(in: Self.days, using: &random))
      let text = try #require(
        kind.text(of: day, isShort: Bool.random(using: &random), names: names))
      let zero: UInt32? = [nil, 0x660, 0x6f0].randomElement(using: &random) ?? nil
      let spelt = String(
        String.UnicodeScalarView(
          String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
            guard let zero, (0x30...0x39).contains(scalar.value) else { return scalar }
            return Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar
          }))
      if reader.read(Array(spelt.utf8).span) != .day(day) { Issue.record("\(spelt) \(day)") }
    }
  }

  @Test func `every moment of every day has one reading, whatever its offset is written as`() throws
  {
    let reader = try Self.reader("iso8601")
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20_000 {
      let utc = Int.random(in: 0..<4_133_980_800, using: &random)
      let minutes = Int.random(in: -1080...1080, using: &random)
      var local = ByteWriter(capacity: 20)
      appendTimestamp(utc: utc + minutes * 60, to: &local)
      var text = String(local.span.text.dropLast())
      if Bool.random(using: &random) { text += ".\(Int.random(in: 0...999_999, using: &random))" }
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      text += minutes < 0 ? "-" : "+"
      text += two(abs(minutes) / 60) + (Bool.random(using: &random) ? ":" : "")
      text += two(abs(minutes) % 60)
      let expected = DateReading.instant(utc: utc, day: CalendarDate(days: utc / 86_400))
      if reader.read(Array(text.utf8).span) != expected { Issue.record("\(text) \(utc)") }
    }
  }
}
