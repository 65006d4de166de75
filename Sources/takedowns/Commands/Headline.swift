import ArgumentParser
import Tabular
import TakedownPipeline

/// Prints the headline figures of the published release.
struct Headline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a headline of the published release.",
    discussion: "Reads what is published; counts nothing anew.")

  /// How a headline is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: "The headline's id in the pipeline file (default: all of them).")
  var id: String?

  @Option(help: "How to print it.")
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let release = try Release(of: shared.pipeline())
    let headlines = try id.map { [try release.headline($0)] } ?? release.headlines
    let notice = release.notice
    guard !headlines.isEmpty else { throw PipelineError.noHeadlines }
    switch format {
    case .json:
      let document = JSONValue.object(["notice": .string(notice), "headlines": .array(headlines)])
      try Console.result(String(document.prettyText.dropLast()))
    case .text, .markdown:
      let bullet = format == .markdown ? "- " : ""
      let sentences = headlines.map { bullet + ($0["sentence"]?.string ?? "") }
      let end = notice.isEmpty ? [] : [format == .markdown ? "*\(notice)*" : notice]
      let separator = format == .markdown && headlines.count > 1 ? "\n" : "\n\n"
      try Console.result(
        ([sentences.joined(separator: separator)] + end).joined(separator: "\n\n"))
    }
  }
}
