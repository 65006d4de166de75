import Tabular
import TakedownModel
import Testing

@testable import TakedownPipeline

struct PresetLibraryTests {
  private func read(
    _ source: String, presets: [String: String] = [:]
  ) throws -> PipelineFile {
    try PipelineFile.read(
      Array(#"{"version": 1, "sources": [\#(source)]}"#.utf8), name: "pipeline.json",
      presetFile: { path in
        guard let text = presets[path] else { throw PresetError.noFile(path) }
        return Array(text.utf8)
      })
  }

  private func problems(_ source: String, presets: [String: String] = [:]) -> String {
    do {
      _ = try read(source, presets: presets)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func `every preset that ships makes a valid source`() throws {
    let names = PresetLibrary().names
    #expect(names.count >= 9)
    for name in names {
      let isCount = ["meta-indicator-counts"].contains(name)
      let file = try read(
        """
        {"id": "a", "agency": "uk-nca", "path": "b", "preset": "\(name)"\
        \(isCount ? #", "constants": {"period": "2024"}"# : "")\
        \(name.hasPrefix("stix") || name.hasPrefix("misp") || name == "meta-indicators"
          ? #", "constants": {"action": "removed", "action_date": "2024-01-01"}"# : "")}
        """)
      let source = try #require(file.sources.first)
      #expect(source.preset == name)
      #expect(source.shapeProblems.map(\.reason) == [], "\(name)")
      #expect(source.isShaped)
    }
  }

  private static let own = #"""
    {
      "about": "An example.", "format": "csv", "delimiter": ";",
      "fields": {"account": "Konto", "action": "Was", "action_date": "Tag"},
      "constants": {"platform": "facebook", "counts": "page"}, "date_format": "dd.MM.yyyy"
    }
    """#

  @Test func `what the source says itself wins key by key and column by column`() throws {
    let file = try read(
      #"""
      {"id": "a", "agency": "uk-nca", "path": "b", "preset": "own/log.json", "delimiter": "tab",
       "fields": {"account": "Handle", "platform": "Netz"}, "constants": {"action": "removed"}}
      """#, presets: ["own/log.json": Self.own])
    let source = try #require(file.sources.first)
    #expect(source.delimiter == 0x09 && source.dateFormats == ["dd.MM.yyyy"])
    #expect(
      source.fields == [.account: ["Handle"], .platform: ["Netz"], .actionDate: ["Tag"]])
    #expect(source.constants == [.action: "removed", .counts: "page"])
    // What 'config' prints has all of it, and reads as the same file.
    #expect(
      file.withDefaults["sources"]?.elements.first?["fields"]?["action_date"]?.string == "Tag")
    let again = try PipelineFile.read(
      Array(file.withDefaults.prettyText.utf8), name: "pipeline.json",
      presetFile: { _ in Array(Self.own.utf8) })
    #expect(again == file)
  }

  @Test func `a preset can stand on another one`() throws {
    let file = try read(
      #"{"id": "a", "agency": "uk-nca", "path": "b", "preset": "two.json"}"#,
      presets: [
        "one.json": Self.own,
        "two.json": #"{"preset": "one.json", "delimiter": "|", "fields": {"account": "Name"}}"#,
      ])
    let source = try #require(file.sources.first)
    #expect(source.delimiter == 0x7c && source.fields[.account] == ["Name"])
    #expect(source.fields[.action] == ["Was"] && source.preset == "two.json")
  }

  @Test(
    arguments: [
      (#"{"preset": "own.json"}"#, "the preset 'own.json' takes from itself"),
      (#"{"path": "a"}"#, "the preset has the key 'path', which only a source can give"),
      (#"["a"]"#, "found a list, expected an object of source keys"),
      (#"{"format": }"#, "own.json:1:12: "),
      (#"{"format": "csv", "colour": 1}"#, "colour: unknown key 'colour'"),
    ])
  func `a preset that is wrong says what is wrong`(preset: String, message: String) {
    let found = problems(
      #"{"id": "a", "agency": "uk-nca", "path": "b", "preset": "own.json"}"#,
      presets: ["own.json": preset])
    #expect(found.contains("pipeline.json: sources[0].") && found.contains(message), "\(found)")
  }

  @Test func `a preset that is not there hides nothing but what it was to give`() {
    let found = problems(#"{"id": "a", "path": "b", "preset": "dsa", "colour": 1}"#)
    #expect(found.split(separator: "\n").count == 2, "\(found)")
    #expect(found.contains("no preset is named 'dsa'") && found.contains("unknown key 'colour'"))
  }
}
