import ArgumentParser
import Foundation
import Tabular
import TakedownPipeline

/// Prints how the account in a text is found.
struct ExplainAccount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Show which account a text names, with each rule as it applies.",
    discussion: """
      Uses the registers of the pipeline file where there is one, else the built-in ones. Writes \
      nothing. A text that begins with a hyphen goes after '--'.
      """)

  @Argument(help: "The account as a log has it, such as 'https://www.facebook.com/John.Smith.9'.")
  var text: String

  @Option(
    help: ArgumentHelp(
      "The platform as the log has it, in any spelling (default: as the text says).",
      valueName: "name"))
  var platform: String?

  @Option(
    help: ArgumentHelp(
      "The agency's country as two letters, for telephone numbers without a calling code.",
      valueName: "cc"))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "The pipeline file (default: pipeline.json where there is one).", valueName: "file"))
  var config: String?

  @Option(help: "How to print it.")
  var format: ReportFormat = .text

  func validate() throws {
    if let country, country.utf8.count != 2 || !country.utf8.allSatisfy(Self.isLetter) {
      throw ValidationError("'--country \(country)' must be two letters such as GB.")
    }
  }

  func run() throws {
    let explanation: AccountExplanation
    do {
      explanation = try AccountExplanation(
        text, platform: platform, country: country?.uppercased() ?? "", pipeline: pipeline())
    } catch let error as AccountExplanation.UnknownPlatform {
      throw ValidationError("\(error)")
    }
    guard format == .text else {
      return try Console.result(String(explanation.json.prettyText.dropLast()))
    }
    let steps = explanation.steps.enumerated().map { number, step in
      (name: "\(number + 1). \(step.rule)", words: step.words)
    }
    let text = [(name: "text", words: self.text)]
    let all = text + steps + explanation.result
    for block in [text, steps, explanation.result] where !block.isEmpty {
      let end = block.first?.name == explanation.result.first?.name ? "" : "\n"
      try Console.result(aligned(block, as: all) + end)
    }
  }

  /// The pipeline whose registers are used; nil where none is named and none is there.
  private func pipeline() throws -> Pipeline? {
    let usual = "pipeline.json"
    guard config != nil || FileManager.default.fileExists(atPath: usual) else { return nil }
    return try Pipeline(path: config ?? usual)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte & 0xdf)
  }
}
