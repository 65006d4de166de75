import ArgumentParser
import TakedownModel
import TakedownPipeline

/// Prints the page of a finding's code.
struct ExplainCode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "What the code of a finding means, what it does to the figures, and what to do.",
    discussion: "Without a code, lists all of them.")

  @Argument(help: "The code at the end of a finding, such as no-account.")
  var code: String?

  func run() throws {
    guard let code else {
      let codes = FindingCode.all.map { (name: $0.name, words: $0.title) }
      return try Console.result(aligned(codes, as: codes))
    }
    guard let known = FindingCode.named(code) else {
      let near = nearest(code, in: FindingCode.all.map(\.name)).map { "did you mean '\($0)'? " }
      throw ValidationError(
        "no finding has the code '\(code)'; \(near ?? "")'takedowns explain' lists all codes")
    }
    try Console.result(known.page)
  }
}
