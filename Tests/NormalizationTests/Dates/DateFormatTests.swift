import Foundation
import Testing

@testable import Normalization

struct DateFormatTests {
  @Test
  func `the names stand for formats`() throws {
    #expect(
      DateFormat.names == [
        "detect", "excel-1900", "excel-1904", "iso8601", "unix-milliseconds", "unix-seconds",
      ])
    #expect(try DateFormat("iso8601") == .iso8601)
    #expect(try DateFormat("dd/MM/yyyy") != DateFormat("MM/dd/yyyy"))
    #expect(try DateFormat("dd/MM/yyyy").text == "dd/MM/yyyy")
  }

  @Test(arguments: [
    ("", "it has no year (y)"),
    ("dd/mm/yyyy", "m is minutes, which need hours; a month is M"),
    ("DD/MM/YYYY", "'DD' is the day of the year; write dd"),
    ("dd/MM/YYYY", "'YYYY' is the year of a week; write yyyy"),
    ("dd/MM/uuuu", "write yyyy for 'uuuu'"),
    ("dd LLLL yyyy", "write MMMM for 'LLLL'"),
    ("Detect", "did you mean 'detect'?"),
    ("dd/MM", "it has no year (y)"),
    ("MM/yyyy", "it has no day (d)"),
    ("dd/yyyy", "it has no month (M)"),
    ("dd/MM/yyyy dd", "'d' occurs twice"),
    (
      "EEE dd/MM/yyyy",
      "the letter 'E' has no meaning; letters that stand for themselves go in quotes"
    ),
    ("dd/MM/yyyy 'at HH:mm", "a quote is not closed"),
    ("dd/MM/yyyy HH", "it has hours without minutes (m)"),
    ("dd/MM/yyyy HH:mm a", "h and a need each other"),
    ("dd/MM/yyyy hh:mm", "h and a need each other"),
    ("dd/MM/yyyy HH:ss", "it has hours without minutes (m)"),
    ("dd/MM/yyyy HH:mm.SSS", "S needs seconds (s)"),
    ("dd/MM/yyyy XXX", "an offset needs a time"),
    ("dMyyyy", "numbers that touch need a fixed width, such as dd or yyyy"),
    ("yMMdd", "numbers that touch need a fixed width, such as dd or yyyy"),
    (
      "yyyy-MM-dd'T'HH:mm:ss'Z'",
      "a quoted 'Z' is a letter without meaning; write X to read the offset"
    ),
    ("ISO 8601", "did you mean 'iso8601'?"),
    ("unix_seconds", "did you mean 'unix-seconds'?"),
  ])
  func `a pattern that cannot be used says why`(pattern: String, reason: String) {
    #expect(throws: DateFormatError(pattern: pattern, reason: reason)) {
      try DateFormat(pattern)
    }
  }

  @Test
  func `an error names the pattern`() {
    let error = DateFormatError(pattern: "dd/MM", reason: "it has no year (y)")
    #expect(error.description == "the date format 'dd/MM' cannot be used: it has no year (y)")
  }

  @Test(arguments: ["yyy", "MMMMM", "ddd", "HHH"])
  func `letters that are repeated too often are refused`(letters: String) {
    #expect(throws: DateFormatError.self) { try DateFormat("\(letters) yyyy-MM-dd") }
  }

  @Test
  func `quotes hold letters and doubled quotes`() throws {
    let format = try DateFormat("'o''clock' ''yyyy-MM-dd")
    guard case .pattern(let steps) = format.kind else {
      Issue.record("not a pattern")
      return
    }
    let literal = steps.prefix(10).compactMap { step -> UInt8? in
      if case .literal(let byte) = step { byte } else { nil }
    }
    #expect(literal == Array("o'clock '".utf8))
  }

  @Test
  func `only patterns of fixed width have a layout`() throws {
    func layout(_ pattern: String) throws -> FixedLayout? {
      guard case .pattern(let steps) = try DateFormat(pattern).kind else { return nil }
      return FixedLayout(steps)
    }
    for pattern in ["dd/MM/yyyy", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "MM.dd.yyyy HH:mm"] {
      #expect(try layout(pattern) != nil, "\(pattern)")
    }
    for pattern in [
      "d/M/yyyy", "dd/MM/yy", "dd MMM yyyy", "yyyy-MM-dd 'the day when it was' HH:mm",
    ] {
      #expect(try layout(pattern) == nil, "\(pattern)")
    }
  }

  @Test
  func `every language names every month`() {
    #expect(MonthNames.languages == ["ar", "en", "fa", "fr", "sq", "sv", "tr", "vi"])
    for language in MonthNames.languages {
      let words = MonthNames.months(locale: language)
      let names = MonthNames.names(locale: language)
      #expect(names.count == 12)
      for (index, name) in names.enumerated().flatMap({ row in row.1.map { (row.0, $0) } }) {
        let decomposed = name.decomposedStringWithCanonicalMapping
        for text in [name, name.uppercased(), name.lowercased(), decomposed, name + "."] {
          let folded = DateTextFolding.fold(Array(text.utf8).span)
          var place = 0
          let month = words.match(folded.span, at: &place)
          #expect(month == index + 1 && place == folded.count, "\(language) \(text)")
        }
      }
    }
  }
}
