import ArgumentParser
import Revisions
import Tabular
import TakedownPipeline

/// Says which figures changed between two runs, by how much and why.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which figures changed between two runs, by how much and why.",
    discussion: """
      Splits each change into parts that add up to it, taken off in this order: changed registers or \
      parameters, withdrawn or restated records, late records, new or missing sources. Late records \
      alone are a scheduled revision; changed rules and restated records are a correction; a \
      figure to date that is now of another last day is called so. Counts the old and the new records \
      anew where there is more than one reason, which takes as long as the stages from normalize to \
      compare each time. Ends with status 0 whether or not anything changed.
      """)

  /// How a comparison of runs is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  @Argument(
    help: ArgumentHelp(
      "The earlier run, a folder in outputs/runs or outputs/vintages (default: the last but one "
        + "with a release).",
      valueName: "from"))
  var from: String?

  @Argument(
    help: ArgumentHelp(
      "The later run (default: the last one with a release).", valueName: "to"))
  var to: String?

  @Option(help: "How to print it.")
  var format: Format = .text

  @Option(help: "Only figures of this measure.")
  var measure: String?

  @Option(help: "Only figures of this agency; 'all' for those of all together.")
  var agency: String?

  @Option(help: "Only figures of this platform; 'all' for those of all together.")
  var platform: String?

  @Option(help: "Only figures of the period of this name, such as '2024/25 to date'.")
  var period: String?

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let report = try await shared.pipeline().diff(from: from, to: to, log: shared.log)
      .filtered("measure", measure).filtered("agency", agency)
      .filtered("platform", platform).filtered("period", period)
    switch format {
    case .text: try Console.result(report.text)
    case .json: try Console.result(String(report.json.prettyText.dropLast()))
    case .csv:
      try Console.result(String(String(decoding: report.table.csv, as: UTF8.self).dropLast()))
    }
  }
}
