import ArgumentParser
import Tabular
import TakedownPipeline

/// Prints the headline figures of the published release.
struct Headline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a headline of the published release, or of an earlier one.",
    discussion: """
      Reads what is published; counts nothing anew. With --vintage it reads what was in force at the \
      end of a day, word for word, by the calendar of the reports.
      """)

  /// How a headline is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: "The headline's id in the pipeline file (default: all of them).")
  var id: String?

  @Option(help: "How to print it.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "The day on which the release was in force, or the name of a folder in outputs/vintages.",
      valueName: "date"))
  var vintage: String?

  @Option(
    help: ArgumentHelp(
      "The language to print, by the tag of its catalogue (default: en).", valueName: "tag"))
  var language: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let pipeline = try shared.pipeline()
    let vintage = try vintage.map { try pipeline.vintage($0) }
    let release = try vintage.map { try Release(of: $0) } ?? Release(of: pipeline)
    if let vintage { shared.log("vintage \(vintage.name), published \(vintage.published)") }
    let headlines = try id.map { [try release.headline($0)] } ?? release.headlines
    if let language { try release.checkLanguage(language) }
    let notice = release.notice(in: language)
    guard !headlines.isEmpty else { throw PipelineError.noHeadlines }
    switch format {
    case .json:
      let document = JSONValue.object(["notice": .string(notice), "headlines": .array(headlines)])
      try Console.result(String(document.prettyText.dropLast()))
    case .text, .markdown:
      let isMarkdown = format == .markdown
      let bullet = isMarkdown ? "- " : ""
      let sentences = headlines.map {
        bullet + release.line(release.sentence($0, in: language), asMarkdown: isMarkdown)
      }
      let last = release.line(notice, asMarkdown: isMarkdown)
      let end = last.isEmpty ? [] : [isMarkdown ? "*\(last)*" : last]
      let separator = isMarkdown && headlines.count > 1 ? "\n" : "\n\n"
      try Console.result(
        ([sentences.joined(separator: separator)] + end).joined(separator: "\n\n"))
    }
  }
}
