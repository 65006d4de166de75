import TakedownModel
import Testing

@testable import TakedownPipeline

struct GuardSettingsTests {
  private static func read(_ members: String) throws(ConfigurationError) -> PipelineFile {
    let text = ConfigurationExamples.minimal.replacing(
      "\"id\": \"nca\",", with: "\"id\": \"nca\", \(members),")
    return try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
  }

  @Test func `all guards are read`() throws {
    let source = try Self.read(
      """
      "allow_missing": true, "guards": { "expected_every": "P1M", "min_rows": 3, "max_fall": 50,
      "max_rise": 200, "max_rejects": 0, "max_unmapped": 10 }
      """
    ).sources[0]
    #expect(source.allowsMissing)
    #expect(source.guards.names == GuardName.allCases)
    #expect(source.guards.expectedEvery?.description == "P1M")
    #expect([source.guards.minRows, source.guards.maxFall, source.guards.maxRise] == [3, 50, 200])
    #expect([source.guards.maxRejects, source.guards.maxUnmapped] == [0, 10])
  }

  @Test func `there is none unless it is asked for`() throws {
    let source = try Self.read("\"guards\": {}").sources[0]
    #expect(source.guards.names.isEmpty && !source.allowsMissing)
  }

  @Test(arguments: [
    (
      #""guards": { "max_fal": 5 }"#,
      "sources[0].guards.max_fal: unknown key 'max_fal'; did you mean 'max_fall'?"
    ),
    (
      #""guards": { "max_fall": 101 }"#,
      "sources[0].guards.max_fall: found the number 101, expected a whole number from 0 to 100"
    ),
    (
      #""guards": { "min_rows": 0 }"#,
      "sources[0].guards.min_rows: found the number 0, expected a whole number of at least 1"
    ),
    (
      #""guards": { "expected_every": "month" }"#,
      "sources[0].guards.expected_every: found 'month', expected a span of time such as 'P1M' for "
        + "one month, in D, W, M or Y"
    ),
    (
      #""allow_missing": "yes""#,
      "sources[0].allow_missing: found the text 'yes', expected true or false"
    ),
  ])
  func `what is wrong is told with its key path`(members: String, problem: String) {
    let error = #expect(throws: ConfigurationError.self) { try Self.read(members) }
    #expect(error?.description == "pipeline.json: \(problem)")
  }

  @Test func `a source of counts has no guard over records`() {
    let text = """
      {
        "version": 1,
        "sources": [{
          "id": "dsa", "kind": "counts", "agency": "uk-nca", "path": "a.csv", "format": "csv",
          "fields": { "measure": "m", "value": "v", "period": "p" },
          "guards": { "expected_every": "P1M", "max_unmapped": 1, "min_rows": 1 }
        }]
      }
      """
    let error = #expect(throws: ConfigurationError.self) {
      try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
    }
    let paths = ["expected_every", "max_unmapped"].map { "sources[0].guards.\($0)" }
    #expect(error?.problems.map(\.path) == paths)
  }
}
