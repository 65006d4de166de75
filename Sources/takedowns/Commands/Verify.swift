import ArgumentParser
import Tabular
import TakedownPipeline

/// Holds what was published against the digests that were noted then.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that what is kept is as it was written.",
    discussion: """
      Reads every file of the published run and of all vintages, or of one of them, and names each \
      that is missing, was changed or was added. Ends with status 0 when all are as they were \
      written, 1 when not: 'takedowns run' makes the files of the last run again; a vintage has to \
      come from a backup.
      """)

  @Argument(
    help: ArgumentHelp(
      "A run or a vintage (default: the published run and all vintages).", valueName: "run"))
  var name: String?

  @Option(help: "How to print it.")
  var format: ReportFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let verification = try shared.pipeline().verify(name)
    switch format {
    case .text:
      for damage in verification.damages { try Console.result(damage.description) }
      shared.log(verification.summary)
    case .json: try Console.result(String(verification.json.prettyText.dropLast()))
    }
    if !verification.damages.isEmpty { throw ExitCode(1) }
  }
}
