import Normalization
import TakedownModel
import Testing

@testable import TakedownPipeline

struct WordSettingsTests {
  private static func registers(_ members: String) throws -> RegisterSettings {
    let text = #"{"version": 1, "sources": [], "registers": {\#(members)}}"#
    return try PipelineFile.read(Array(text.utf8), name: "pipeline.json").registers
  }

  @Test func `words without an equivalent are told from those that nobody knows`() throws {
    let settings = try Self.registers(
      #""actions": {"refused": ["No Reply"], "no-equivalent": ["Removed", "Passed on"]}"#)
    var words = RegisteredWords(
      actions: .builtIn, units: .builtIn, categories: .builtInCategories)
    settings.words.add(to: &words)
    #expect(words.actions.meaning(of: "no reply") == .value(.refused))
    #expect(words.actions.meaning(of: "PASSED ON") == .noEquivalent)
    // What the file says wins over what is built in.
    #expect(words.actions.meaning(of: "removed") == .noEquivalent)
    #expect(words.actions.meaning(of: "vaporised") == .unknown)
    #expect(words.actions.suggestions(for: "passed om") == [])
    #expect(words.units.meaning(of: "account") == .value(.account))
  }

  @Test(arguments: [
    (
      #""actions": {"refused": ["gone"], "no-equivalent": ["Gone", "GONE"]}"#,
      [
        "actions.no-equivalent: 'Gone' is under 'refused' too; keep it under one of the two",
        "actions.no-equivalent: 'GONE' is under 'refused' too; keep it under one of the two",
      ]
    ),
    (
      #""counts": {"page": ["Thing"], "post": ["thing"]}"#,
      ["counts.post: 'thing' is under 'page' too; keep it under one of the two"]
    ),
    (#""counts": {"page": ["thing", "Thing"]}, "actions": {"refused": ["thing"]}"#, []),
  ])
  func `one spelling has one meaning`(members: String, problems: [String]) throws {
    let found = try Self.registers(members).words.problems
    #expect(found.map { "\($0.key): \($0.reason)" } == problems)
  }

  @Test(arguments: [
    (
      #""words": {"action": {}}"#,
      "sources[0].words.action: unknown key 'action'; did you mean 'actions'?"
    ),
    (
      #""words": {"actions": {"none": ["x"]}}"#,
      "sources[0].words.actions.none: unknown key 'none'; expected one of taken-down, restricted, "
        + "refused, pending, referred, reinstated, no-equivalent"
    ),
    (
      #""words": {"counts": {"no-equivalents": ["x"]}}"#,
      "sources[0].words.counts.no-equivalents: unknown key 'no-equivalents'; did you mean "
        + "'no-equivalent'?"
    ),
    (
      #""kind": "counts", "words": {}"#,
      "sources[0].words: found, but it is only for kind 'records'; leave it out"
    ),
  ])
  func `the words of a source are as strict as the registers`(member: String, problem: String) {
    let isCounts = member.contains("kind")
    let fields =
      isCounts
      ? #""fields": {"value": "n", "period": "p"}, "constants": {"measure": "m"}"#
      : #""fields": {"action": "a", "action_date": "d"}"#
    let text =
      #"{"version": 1, "sources": [{"id": "a", "agency": "uk-nca", "path": "a.csv", "format": "csv", "#
      + fields + ", " + member + "}]}"
    do throws(ConfigurationError) {
      _ = try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
      Issue.record("nothing was found")
    } catch {
      #expect(error.description == "pipeline.json: " + problem)
    }
  }
}
