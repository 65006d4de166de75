import Testing

@testable import Normalization

struct DateFormatClashTests {
  private static func clash(
    _ formats: String, locale: String? = nil, allowTwoDigitYears: Bool = true
  ) throws -> String? {
    try DateFormat.clash(
      formats.split(separator: "|").map { try DateFormat(String($0)) }, locale: locale,
      allowTwoDigitYears: allowTwoDigitYears)?.description
  }

  @Test(arguments: [
    "", "iso8601", "dd/MM/yyyy", "dd/MM/yyyy|dd/MM/yyyy", "dd/MM/yyyy|MM/dd/yyyy",
    "d/M/yyyy H:mm|M/d/yyyy H:mm", "detect|excel-1900", "iso8601|dd/MM/yyyy|d MMM yyyy",
    "excel-1900|iso8601|unix-seconds", "unix-seconds|unix-milliseconds", "iso8601|unix-seconds",
    "yyyy-MM-dd|yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy|d/M/yyyy", "yyyyMMdd|ddMMyyyy", "detect|iso8601",
  ])
  func `formats that never read one text as two days may stand together`(formats: String) throws {
    #expect(try Self.clash(formats) == nil)
  }

  @Test(arguments: [
    (
      "excel-1900|excel-1904", "excel-1904",
      "'excel-1900', which is tried before it, reads its '39447' as 2007-12-31; keep one of the two"
    ),
    (
      "unix-milliseconds|unix-seconds", "unix-seconds",
      "'unix-milliseconds', which is tried before it, reads its '1325421296' as 1970-01-16; "
        + "put it first"
    ),
    (
      "unix-seconds|excel-1900", "excel-1900",
      "'unix-seconds', which is tried before it, reads its '40909' as 1970-01-01; put it first"
    ),
    (
      "dd/MM/yy|yy/MM/dd", "yy/MM/dd",
      "'dd/MM/yy', which is tried before it, reads its '12/01/01' as 2001-01-12; keep one of the two"
    ),
    (
      "dd/MM/yyyy|M/d/yyyy", "M/d/yyyy",
      "'dd/MM/yyyy', which is tried before it, reads its '01/02/2012' as 2012-02-01; "
        + "keep one of the two"
    ),
    (
      "detect|dd/MM/yyyy", "dd/MM/yyyy",
      "'detect', which is tried before it, reads its '02/01/2012' as 2012-02-01; keep one of the two"
    ),
    (
      "ddMMyyyy|yyyyMMdd", "yyyyMMdd",
      "'ddMMyyyy', which is tried before it, reads its '20120101' as 0101-12-20; put it first"
    ),
  ])
  func `formats that read one text as two days are refused`(
    formats: String, pattern: String, reason: String
  ) throws {
    #expect(
      try Self.clash(formats)
        == "the date format '\(pattern)' cannot be used: \(reason)")
  }

  @Test func `two digits of a year only clash where they may stand for one`() throws {
    #expect(try Self.clash("dd/MM/yy|yy/MM/dd", allowTwoDigitYears: false) == nil)
  }

  @Test func `names of months need a language that has them`() throws {
    #expect(try Self.clash("dd/MM/yyyy", locale: "xx") == nil)
    #expect(
      try Self.clash("iso8601|d MMM yyyy", locale: "xx")
        == "the date format 'd MMM yyyy' cannot be used: no month names are known in the locale "
        + "'xx'; expected one of ar, en, fa, fr, sq, sv, tr, vi")
  }
}
