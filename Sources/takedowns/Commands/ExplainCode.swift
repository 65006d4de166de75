import ArgumentParser
import Tabular
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

  @Option(help: "How to print it.")
  var format: ReportFormat = .text

  func run() throws {
    guard let code else {
      guard format == .text else {
        return try Console.result(Self.text(.array(FindingCode.all.map(Self.json))))
      }
      let codes = FindingCode.all.map { (name: $0.name, words: $0.title) }
      return try Console.result(aligned(codes, as: codes))
    }
    guard let known = FindingCode.named(code) else {
      let near = nearest(code, in: FindingCode.all.map(\.name)).map { "did you mean '\($0)'? " }
      throw ValidationError(
        "no finding has the code '\(code)'; \(near ?? "")'takedowns explain' lists all codes")
    }
    try Console.result(format == .text ? known.page : Self.text(Self.json(known)))
  }

  private static func json(_ code: FindingCode) -> JSONValue {
    .object([
      "code": .string(code.name), "severity": .string(code.severity.rawValue),
      "title": .string(code.title), "occurs": .string(code.occurs),
      "effect": .string(code.effect), "remedy": .string(code.remedy),
      "example": code.example.map { .string($0) },
    ])
  }

  private static func text(_ json: JSONValue) -> String { String(json.prettyText.dropLast()) }
}
