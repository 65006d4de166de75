import Publication
package import Tabular
import TakedownModel

/// The headlines of the published release or of a vintage, as `headlines.json` has them.
package struct Release: Sendable {
  /// What stands on everything that the release shows; empty for none.
  package let notice: String
  /// The headlines in their order, each an object with `id`, `sentence` and the exact figures.
  package let headlines: [JSONValue]
  /// The notice by language, where the release has more than English.
  private let notices: JSONValue?

  /// Reads the release that `latest` points to.
  ///
  /// - Throws: `PipelineError` where there is none, or its headlines are not as they were written.
  package init(of pipeline: Pipeline) throws {
    let run = try pipeline.publishedRun()
    guard Folders.exists(run + "/" + StageName.emit.folder) else { throw PipelineError.noRelease }
    let path = try pipeline.unchangedFile(Self.name, of: .emit, in: run)
    try self.init(headlines: JSONValue(file: path))
  }

  /// Reads what was published once.
  package init(of vintage: Vintage) throws {
    try self.init(headlines: JSONValue(file: vintage.folder + "/" + Self.name))
  }

  private static let name = "headlines.json"

  private init(headlines document: JSONValue) {
    notice = document["notice"]?.string ?? ""
    notices = document["notices"]
    headlines = document["headlines"]?.elements ?? []
  }

  /// Words of the release as a line for people, or as Markdown; a name in them is nothing but text.
  package func line(_ words: String, asMarkdown: Bool) -> String {
    asMarkdown ? Markdown.line(words) : PlainLine.text(words)
  }

  /// The tags of the languages in which the headlines are said, English first.
  private var languages: [String] {
    guard case .object(let members)? = notices else { return ["en"] }
    return members.map(\.key)
  }

  /// What a headline says in a language that `checkLanguage` has passed; nil is English.
  package func sentence(_ headline: JSONValue, in language: String?) -> String {
    let translated = language.flatMap { headline["sentences"]?[$0]?.string }
    return translated ?? headline["sentence"]?.string ?? ""
  }

  /// The notice in a language, as with a sentence.
  package func notice(in language: String?) -> String {
    language.flatMap { notices?[$0]?.string } ?? notice
  }

  /// - Throws: `PipelineError.unknownLanguage` where the release does not speak the language.
  package func checkLanguage(_ language: String) throws {
    guard languages.contains(language) else {
      throw PipelineError.unknownLanguage(language, known: languages)
    }
  }

  /// One headline.
  ///
  /// - Throws: `PipelineError.unknownHeadline` where the release has none of that id.
  package func headline(_ id: String) throws -> JSONValue {
    for headline in headlines where headline["id"]?.string == id { return headline }
    throw PipelineError.unknownHeadline(id, known: headlines.compactMap { $0["id"]?.string })
  }
}
