import Tabular
import TakedownModel
import Testing

@testable import TakedownPipeline

struct ConfigurationOverrideTests {
  private func read(
    _ overrides: [(key: String, value: String)]
  ) throws(ConfigurationError)
    -> PipelineFile
  {
    try PipelineFile.read(
      Array(ConfigurationExamples.minimal.utf8), name: "pipeline.json", overrides: overrides)
  }

  @Test func `a value takes the place of the file's, in objects that the file lacks too`() throws {
    let file = try read([
      ("reporting.as_of", "2025-03-31"), ("reporting.time_zone", "Europe/London"),
      ("sources[0].delimiter", ";"), ("sources[0].path", #"["a", "b"]"#),
      ("sources[0].two_digit_years", "true"),
    ])
    #expect(file.reporting.asOf == CalendarDate("2025-03-31"))
    #expect(file.sources.map(\.delimiter) == [0x3b])
    #expect(file.sources.map { $0.paths.map(\.filePattern) } == [["a", "b"]])
    #expect(file.sources.map(\.allowsTwoDigitYears) == [true])
    #expect(file.sources.map(\.timeZone) == ["Europe/London"])
  }

  @Test func `the last value given for a key counts`() throws {
    #expect(try read([("title", "one"), ("title", "two")]).title == "two")
  }

  @Test func `a text in quotes is a text`() throws {
    #expect(try read([("title", #""2025""#)]).title == "2025")
  }

  static let bad = [
    ("title", "2025", "title: found the number 2025, expected a text; put it in double quotes"),
    ("reporting.asof", "2025-03-31", "reporting.asof: unknown key 'asof'; did you mean 'as_of'?"),
    (
      "sources[1].id", "x",
      "sources[1]: found no such element to set; the list has 1, counted from 0"
    ),
    (
      "version.x", "1",
      "version.x: found the number 1 at 'version', expected an object in which to set a key"
    ),
    (
      "version[0]", "1",
      "version[0]: found the number 1 at 'version', expected a list in which to set an element"
    ),
    ("headlines[0]", "1", "headlines[0]: found no list at 'headlines'; set the whole list"),
    (
      "sources[x].id", "1",
      "found the key 'sources[x].id', expected a key path such as 'reporting.as_of' or "
        + "'sources[0].time_zone'"
    ),
  ]

  @Test(arguments: bad)
  func `a value that fits nowhere is an error`(key: String, value: String, message: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try read([(key, value)]) }
    #expect(error.description == "pipeline.json: \(message)")
  }
}
