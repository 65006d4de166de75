import ArgumentParser
import TakedownModel
import TakedownPipeline

/// Reads everything and reports everything that is wrong.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read the pipeline file and all inputs, report what is wrong, write nothing.",
    discussion: """
      Prints one line a finding, as PATH:LINE: severity: message [code]. Ends with status 0 when \
      there is none at or above --fail-on, 1 when there is, 2 when a source cannot be read at all. \
      With --quiet only these are printed. All findings are counted by code at the end, also those that are not printed; 'takedowns \
      explain CODE' says what one means.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption

  @Option(help: "The least severity that ends with status 1.")
  var failOn: Severity = .error

  @Option(
    help: ArgumentHelp("How many findings of a code to print in a file.", valueName: "n"))
  var show = 10

  func run() async throws {
    let report = try await shared.pipeline(asOf: asOf.asOf).check(keeping: show)
    for finding in report.findings where !shared.quiet || finding.severity >= failOn {
      try Console.result(finding.description.escapingControls)
    }
    for line in report.summary { shared.log(line) }
    if report.hasUnreadableSource { throw ExitCode(2) }
    if report.hasFindings(atLeast: failOn) { throw ExitCode(1) }
  }
}

extension Severity: ExpressibleByArgument {}
